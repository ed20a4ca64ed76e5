"""Whose people a role phrase speaks of: the name in it, behind it, or a possessive."""

from dragoman.actors.belonging import STATE
from dragoman.actors.cast import Figure
from dragoman.actors.entries import Entry
from dragoman.actors.hits import Hit
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.standing import Standing, standing
from dragoman.actors.vocabulary import words_of


def owner_among(stage: Stage, hits: list[Hit], organs: bool = False) -> Figure | None:
    """The first name in or behind the phrase that says whose people they are."""
    for hit in hits:
        entry, on_day = stage.registry.choose(hit.entries, stage.scene.day, None)[0]
        if organs and (organ := _organ_at(stage, entry, hit)):
            entry, on_day = organ, standing(organ, stage.scene.day)
        if entry.kind != "region" and not _compound(stage, hit):
            return _owner(entry, on_day)
    return None


def _owner(entry: Entry, on_day: Standing) -> Figure:
    owner = Figure(entry.id, entry.name, "organisation", entry=entry)
    owner.country, owner.sector = on_day.country, on_day.sector
    return owner


def _organ_at(stage: Stage, entry: Entry, hit: Hit) -> Entry | None:
    """The organ that the words right behind a state's name mean: "for the Swedish army"."""
    organs, words = stage.registry.organs, stage.scene.folded
    for length in range(organs.longest, 0, -1) if entry.kind == "state" else ():
        organ = organs.organ(" ".join(words[hit.last : hit.last + length]))
        if organ:
            return organs.entry(f"{entry.id}:{organ}")
    return None


def _compound(stage: Stage, hit: Hit) -> bool:
    """Whether a name is only part of a compound: "pro-Russian", "Iran-backed"."""
    text = stage.scene.text
    before = text[max(0, hit.start - 5) : hit.start].lower()
    behind = text[hit.end : hit.end + 12].lower()
    joined = behind.startswith("-") and behind[1:].partition(" ")[0] in words_of("compounds")
    return before.endswith(("pro-", "anti-")) or joined


def held_by(stage: Stage, hit: Hit) -> bool:
    """Whether a name only says who holds a place: "ISIL-held", "rebel-controlled"."""
    behind = stage.scene.text[hit.end : hit.end + 12].lower()
    return behind[:1] == "-" and behind[1:].partition(" ")[0] in words_of("holding")


def reigned(stage: Stage, phrase: Phrase) -> Figure | None:
    """The state of the leader who is named before a body of it: "the Maduro government"."""
    role = phrase.role
    if role is None or role.form != "body" or role.sector not in STATE:
        return None
    for token in range(stage.scene.token(phrase.start).i, phrase.head.i):
        named = stage.cast.at(token)
        country = named.figure.country if named and named.figure.kind == "person" else None
        state = stage.registry.entry(country.lower()) if country else None
        if state:
            return _owner(state, standing(state, stage.scene.day))
    return None


def possessor(stage: Stage, phrase: Phrase) -> Figure | None:
    """Whom "its", "his" or "their" before a role noun takes up: "its forces"."""
    first = stage.scene.token(phrase.start)
    before = stage.cast.at(first.i) if first.dep_ == "poss" else None
    return before.figure if before and before.form == "pronoun" and before.figure.country else None
