"""How phrases lie within and beside each other: labels, titles, names behind "of"."""

from bisect import bisect_left
from itertools import pairwise

from dragoman.actors.belonging import STATE
from dragoman.actors.hits import Hit
from dragoman.actors.naming import Title
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.scene import Scene
from dragoman.actors.spelling import key
from dragoman.actors.stretches import Stretches
from dragoman.actors.vocabulary import words_of
from dragoman.records import PlaceMention

_LINKS = frozenset(("of", "from", "for", "in"))
_JOINTS = frozenset(
    f"{mark}{word}".strip()
    for mark in ("", ", ")
    for word in ("", "and", "or", "the", "and the", "or the")
) - {"", "the"}
_LONGEST_LIST = 12
_EMPTY = frozenset(("it", "there", "this", "that", "these", "those", "who", "which"))


def labels(phrases: list[Phrase]) -> set[int]:
    """Role phrases that are labels of the name behind them: "the militant group Hezbollah".

    The name takes the label in: it begins where the label begins, and keeps its role.
    """
    found = set()
    named = {p.start: p for p in phrases if p.sort == "organisation" or _of_body(p)}
    for phrase in phrases:
        follower = named.get(phrase.end + 1) if phrase.role else None
        if follower and phrase.role and phrase.role.form == "body":
            follower.start, follower.role = phrase.start, phrase.role
            found.add(id(phrase))
    return found


def _of_body(phrase: Phrase) -> bool:
    kinds = {entry.kind for entry in phrase.hit.entries} if phrase.hit else set()
    return bool(kinds) and not kinds & {"state", "people", "religion", "person"}


def elsewhere(phrases: list[Phrase], places: tuple[PlaceMention, ...]) -> list[Phrase]:
    """The phrases without unknown names that the gazetteer knows as places."""
    spans = {(p.start, p.end) for p in places if p.geonames_id is not None and not p.adjectival}
    return [
        phrase
        for phrase in phrases
        if phrase.sort not in {"person", "organisation"} or (phrase.start, phrase.end) not in spans
    ]


def not_elsewhere(hits: tuple[Hit, ...], places: tuple[PlaceMention, ...]) -> tuple[Hit, ...]:
    """The hits without states whose name the gazetteer takes for a place in another country."""
    countries = {place.start: place.country for place in places if place.country}
    return tuple(
        hit
        for hit in hits
        if hit.sort != "name"
        or hit.entries[0].kind != "state"
        or countries.get(hit.start) in {None, *hit.entries[0].countries}
    )


def full_names(scene: Scene) -> dict[str, str]:
    """Persons of the text by folded surname, where only one full name ends in it."""
    found: dict[str, set[str]] = {}
    for ent in scene.doc.ents:
        name = ent.text.removesuffix("'s")
        if ent.label_ == "PERSON" and " " in name and "\n" not in name:
            found.setdefault(key(name).rpartition(" ")[2], set()).add(name)
    return {last: names.pop() for last, names in found.items() if len(names) == 1}


def is_person(phrase: Phrase) -> bool:
    """Whether a phrase is the name of a person, by the parser or by the registry."""
    hit = phrase.hit
    named = hit is not None and hit.sort == "name" and hit.entries[0].kind == "person"
    return phrase.sort == "person" or named


def outermost(phrases: list[Phrase], titles: dict[int, Title]) -> list[Phrase]:
    """Phrases without those that are parts of a title, and states that only modify a role."""
    held = [(titles[id(p)].start, p.core) for p in phrases if id(p) in titles]
    titled = Stretches((start, end) for start, end in held if start < end)
    roles = Stretches((p.start, p.core) for p in phrases if p.role and p.start < p.core)
    found = []
    for phrase in phrases:
        if titled.touches(phrase.core, phrase.core + 1):
            continue
        if phrase.hit and roles.touches(phrase.core, phrase.core + 1):
            kinds = {entry.kind for entry in phrase.hit.entries}
            if kinds & {"state", "people", "religion"}:
                continue
        found.append(phrase)
    return found


def behind(stage: Stage, phrase: Phrase) -> list[Hit]:
    """The names behind "of", "from", "for" or "in" right after a role noun.

    A noun in the plural belongs to all of a list: "the presidents of Chad and Niger". Behind "of"
    the first name becomes part of the phrase.
    """
    hits = stage.hits
    at = bisect_left(hits, phrase.end, key=lambda hit: hit.start)
    if at == len(hits):
        return []
    first, text = hits[at], stage.scene.text
    between = text[phrase.end : first.start].lower().split()
    if not between or between[0] not in _LINKS or between[1:] not in ([], ["the"]):
        return []
    if between[0] == "in" and phrase.role and phrase.role.sector == "MIL":
        return []
    state = phrase.role is not None and phrase.role.sector in STATE
    whole = between[0] == "of" or (between[0] == "from" and state)
    if whole and not (first.sort == "demonym" and _adjective(stage, first)):
        phrase.end = first.end
        stage.consumed.add(first.start)
    return [first, *(_listed(text, hits[at:]) if phrase.role and phrase.role.plural else [])]


def _listed(text: str, hits: tuple[Hit, ...]) -> list[Hit]:
    """The names that follow the first of these in one list."""
    found = []
    for one, other in pairwise(hits[:_LONGEST_LIST]):
        if " ".join(text[one.end : other.start].lower().split()) not in _JOINTS:
            break
        found.append(other)
    return found


def mere_noun(phrase: Phrase) -> bool:
    """A singular without article or modifier ("bomber aircraft", "as refugee") names nobody.

    Titles do without one, and so do appositions and complements ("X, spokesman for Y"). The same
    holds for ground ("in prison", "back at base") and for abstract nouns ("to use force"); other
    bodies need no article ("parliament voted").
    """
    role = phrase.role
    if role is None or role.plural:
        return False
    person = role.form not in {"group", "body"} or role.noun in words_of("abstract")
    bare = phrase.start == phrase.core and phrase.head.dep_ not in {"appos", "attr", "oprd"}
    return person and bare and phrase.head.text[0].islower()


def predicate(phrase: Phrase) -> bool:
    """Whether a phrase only says what its subject is: "Amsa is a village", "she was a lawyer".

    "There was a bomber" and "it was the rebels who" do name somebody.
    """
    head = phrase.head
    if head.dep_ != "attr":
        return False
    subjects = [child for child in head.head.children if child.dep_ in {"nsubj", "expl"}]
    return bool(subjects) and subjects[0].lower_ not in _EMPTY


def _adjective(stage: Stage, hit: Hit) -> bool:
    return stage.scene.head(hit.start, hit.end).dep_ in {"amod", "compound", "nmod"}
