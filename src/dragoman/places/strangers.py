"""Names that the gazetteer does not know, where the text leaves no doubt that they are places."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dragoman.places.context import Context
from dragoman.places.cues import Cues
from dragoman.places.names import fold
from dragoman.places.spotting import Spot

_LABELS = frozenset({"GPE", "LOC"})
LONGEST = 4
"""Tokens in the longest unknown name; longer entities are mostly mistakes."""


def strangers(
    doc: Doc, known: Sequence[Spot], context: Context, cues: Cues, people: frozenset[str]
) -> Iterator[Spot]:
    """Spots without candidates: entities of places behind a preposition of place, and whatever
    name stands before a comma and the abbreviation of a state. `people` holds words of names of
    persons, case-folded.
    """
    taken = {i for spot in known for i in range(spot.first, spot.last)}
    for spot in _before_abbreviations(doc, known):
        if taken.isdisjoint(range(spot.first, spot.last)):
            taken.update(range(spot.first, spot.last))
            yield spot
    for ent in doc.ents:
        if (
            ent.label_ not in _LABELS
            or len(ent) > LONGEST
            or taken & set(range(ent.start, ent.end))
        ):
            continue
        spot = _spot(doc, ent.start, ent.end)
        if not people.isdisjoint(token.lower_ for token in ent):
            continue
        if _is_a_name(spot, doc, cues) and context.located(spot) and not context.embedded(spot):
            yield spot


def _before_abbreviations(doc: Doc, known: Sequence[Spot]) -> Iterator[Spot]:
    for spot in known:
        comma = spot.first - 1
        first = comma
        while first > max(0, comma - LONGEST) and _proper(doc[first - 1]):
            first -= 1
        if spot.abbreviated and first < comma:
            yield _spot(doc, first, comma)


def _proper(token: Token) -> bool:
    return token.text[0].isupper() and token.is_alpha and token.pos_ == "PROPN"


def _spot(doc: Doc, first: int, last: int) -> Spot:
    span = doc[first:last]
    return Spot(first, last, span.start_char, span.end_char, fold(span.text), ())


def _is_a_name(spot: Spot, doc: Doc, cues: Cues) -> bool:
    tokens = doc[spot.first : spot.last]
    proper = all(token.text[0].isupper() or token.lower_ in cues.particle for token in tokens)
    common = any(token.lower_ in cues.ordinary | cues.personal for token in tokens)
    return proper and not common and tokens[0].text[0].isupper() and len(spot.key) > 2
