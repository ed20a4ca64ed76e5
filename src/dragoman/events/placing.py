"""Where an event happened: the place that its predicate, or its clause, is located in."""

from spacy.tokens import Token

from dragoman.events.moods import climbing
from dragoman.events.sketches import Sketch
from dragoman.parsing import Parsed
from dragoman.records import PlaceMention

_IN = {"in", "at", "near", "outside", "inside", "around", "within", "across", "off", "on",
       "throughout", "along", "over"}  # fmt: skip
_TO = {"to", "into", "of", "through", "toward", "towards"}


class Placing:
    """Places the events of one document."""

    def __init__(self, parsed: Parsed, places: tuple[PlaceMention, ...]) -> None:
        self._held: dict[int, list[tuple[Token, str]]] = {}
        for place in places:
            span = parsed.doc.char_span(place.start, place.end, alignment_mode="expand")
            if span is not None and not place.adjectival:
                sentence = span.root.sent.start
                self._held.setdefault(sentence, []).append((span.root, place.id))

    def of(self, sketch: Sketch) -> str | None:
        """The id of the place of an event; None where the clause names none."""
        best: tuple[int, int, str] | None = None
        own = {token.i for token in (sketch.head, *sketch.scope, *sketch.words)}
        clause = {token.i for token in climbing(sketch.head)}
        for token, id in self._held.get(sketch.head.sent.start, ()):
            rank = _rank(token, own, clause)
            if rank is not None and (best is None or (*rank, id) < best):
                best = (*rank, id)
        return best[2] if best else None


def _rank(token: Token, own: set[int], clause: set[int]) -> tuple[int, int] | None:
    """How closely a place stands to a predicate: lower is closer; None if it is no location."""
    located = 2
    for steps, at in enumerate(climbing(token)):
        if at.pos_ == "ADP":
            name = at.lower_
            if located == 2 and name not in _IN | _TO:
                return None
            located = min(located, 0 if name in _IN else 1)
        if at.i in own and located < 2:
            return located, steps
        if at.i in clause and at.i not in own:
            return (located + 2, steps) if located == 0 else None
        if steps and at.pos_ in {"VERB", "AUX"} and at.i not in own:
            return None
    return None
