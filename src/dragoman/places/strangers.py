"""Names that the gazetteer does not know, where the text leaves no doubt that they are places."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from dragoman.places.context import Context
from dragoman.places.cues import Cues
from dragoman.places.names import fold
from dragoman.places.spotting import Spot

_LABELS = frozenset({"GPE", "LOC"})
LONGEST = 4
"""Tokens in the longest unknown name; longer entities are mostly mistakes."""


def strangers(doc: Doc, known: Sequence[Spot], context: Context, cues: Cues) -> Iterator[Spot]:
    """Spots without candidates: entities of places behind a preposition of place."""
    taken = {i for spot in known for i in range(spot.first, spot.last)}
    for ent in doc.ents:
        if (
            ent.label_ not in _LABELS
            or len(ent) > LONGEST
            or taken & set(range(ent.start, ent.end))
        ):
            continue
        spot = Spot(ent.start, ent.end, ent.start_char, ent.end_char, fold(ent.text), ())
        if _is_a_name(spot, doc, cues) and context.located(spot) and not context.embedded(spot):
            yield spot


def _is_a_name(spot: Spot, doc: Doc, cues: Cues) -> bool:
    tokens = doc[spot.first : spot.last]
    proper = all(token.text[0].isupper() or token.lower_ in cues.particle for token in tokens)
    common = any(token.lower_ in cues.ordinary for token in tokens)
    return proper and not common and tokens[0].text[0].isupper() and len(spot.key) > 2
