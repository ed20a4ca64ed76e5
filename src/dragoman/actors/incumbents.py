"""Offices → who holds them: "the president", "the Russian president", "Kenya's leader"."""

from dragoman.actors.cast import Figure, Mention
from dragoman.actors.coreference import Coreference
from dragoman.actors.hits import Hit
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.spelling import WORD, folded
from dragoman.actors.vocabulary import LEADING, vocabulary


def incumbent(
    stage: Stage, coreference: Coreference, phrase: Phrase, owner: Figure | None, inside: list[Hit]
) -> tuple[Figure, Mention | None] | None:
    """Who holds the office that a definite phrase names, and the mention it takes up if any.

    First somebody whom the text called so, then, for seats of one, whom the registry knows on the
    day. `owner` is the state whose office it is, `None` for that of the country at hand; `inside`
    are the names in the phrase. Any other word before the noun ("former", "new") rules it out.
    """
    role = phrase.role
    assert role is not None
    state = owner is None or (owner.entry is not None and owner.entry.kind == "state")
    if role.form != "person" or role.plural or not state or not _definite(stage, phrase, inside):
        return None
    if _is_named_next(stage, phrase):
        return None
    seats = stage.registry.titles.seats(tuple(role.noun.split()))
    called = LEADING if role.noun == "leader" else seats
    if owner is None or called:
        country = owner.country if owner else None
        if before := coreference.office(stage, phrase, called, country):
            return before.figure, before
    held = _holder(stage, phrase, seats, owner)
    return (held, None) if held else None


def _definite(stage: Stage, phrase: Phrase, inside: list[Hit]) -> bool:
    """Whether nothing but "the" and a state stand before the noun, in either order."""
    text = stage.scene.text
    first = phrase.start
    words: list[str] = []
    for hit in inside:
        words += WORD.findall(text[first : hit.start])
        first = hit.end
    words += WORD.findall(text[first : phrase.core])
    said = [folded(word) for word in words]
    return bool(said) and said[0] in {"the", "s"} and len(said) == 1


def _holder(
    stage: Stage, phrase: Phrase, seats: tuple[str, ...], owner: Figure | None
) -> Figure | None:
    day = stage.scene.day
    if day is None or not seats or not vocabulary().seats[seats[0]].single:
        return None
    country = owner.country if owner else None
    country = country or stage.context.country(stage.sentence(phrase), located=False)
    entry = stage.registry.holder(country, seats[0], day) if country else None
    return stage.entry_figure((entry,), None) if entry else None


def _is_named_next(stage: Stage, phrase: Phrase) -> bool:
    """Whether the text says who it is: "Mali's prime minister, NAME, ..."."""
    doc = stage.scene.doc
    comma = stage.scene.token(phrase.end - 1).i + 1
    if comma + 1 >= len(doc) or doc[comma].text != ",":
        return False
    return doc[comma + 1].ent_type_ == "PERSON" and doc[comma + 1].pos_ == "PROPN"
