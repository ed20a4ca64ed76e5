"""What relation a sentence states between two marked parties, after the rules alone."""

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.events.coder import EventCoder
from dragoman.events.naming import Naming
from dragoman.events.sketches import Sketch
from dragoman.events.weighing import final_status
from dragoman.parsing import Parsed
from dragoman.records import Actor, ActorMention, Span

SOURCE, TARGET = "source", "target"
INSIDE = 0.3
"""What is left of a score where the predicate stands within a marked span."""
_MUTUAL = {"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT"}
_STATUS = {"occurred": 1.0, "announced": 0.95, "hypothetical": 0.75, "negated": 0.6}


class Relater:
    """Scores the types of the ontology for a pair of marked spans."""

    def __init__(self, coder: EventCoder) -> None:
        self._coder = coder

    def scores(
        self, parsed: Parsed, source: Sequence[Span], target: Sequence[Span]
    ) -> dict[str, float]:
        """Scores in 0..1 by type, best first; empty where no predicate is known.

        A score says how well a predicate's source and target fit the marked spans; it is no
        probability. `source` and `target` are all spans that mark one party.
        """
        actors = (_marked(parsed, SOURCE, source), _marked(parsed, TARGET, target))
        naming = _Marking(parsed, actors, (), self._coder.lexicon.classes["saying"])
        composer = self._coder.composer(naming)
        found: dict[str, float] = {}
        marked = (*source, *target)
        for sentence in parsed.sentences:
            for sketch in composer.sketches(sentence):
                score = _fit(sketch, naming, target) * _STATUS[final_status(sketch)]
                if any(span.start <= sketch.head.idx < span.end for span in marked):
                    score *= INSIDE
                found[sketch.type] = max(found.get(sketch.type, 0.0), score)
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


class _Marking(Naming):
    """Marked spans may be events themselves ("condemned *the attacks*")."""

    def is_head(self, token: Token) -> bool:
        """Never: what is marked as a party may still be told as an event."""
        return False


def _marked(parsed: Parsed, id: str, spans: Sequence[Span]) -> Actor:
    mentions = tuple(
        ActorMention(start=span.start, end=span.end, text=parsed.text(span.start, span.end))
        for span in spans
    )
    return Actor(id=id, name=mentions[0].text, kind="group", mentions=mentions)


def _fit(sketch: Sketch, naming: Naming, target: Sequence[Span]) -> float:
    """How well the parties of a sketch are the marked ones."""
    sources = [set(naming.ids(group)) for group in sketch.sources]
    targets = [set(naming.ids(group)) for group in sketch.targets]
    acting = set().union(*sources) if sources else set()
    suffering = set().union(*targets) if targets else set()
    inside = any(
        span.start <= token.idx < span.end
        for token in (*sketch.scope[1:], *sketch.words[1:])
        for span in target
    )
    weight = 1.0 - 0.1 * sketch.nominal - 0.1 * sketch.kept - 0.1 * sketch.weak
    weight += 0.02 * min(len(sketch.words), 4)
    if sketch.symmetric and {SOURCE, TARGET} <= acting:
        return 1.0 * weight
    if SOURCE in acting and (TARGET in suffering or inside):
        return 1.0 * weight
    if {SOURCE, TARGET} <= acting:
        return (0.9 if sketch.type in _MUTUAL else 0.55) * weight
    if SOURCE in acting:
        return 0.6 * weight
    if TARGET in suffering and TARGET in _first(targets):
        return 0.5 * weight
    if TARGET in acting and SOURCE in suffering:
        return 0.35 * weight
    return 0.2 * weight


def _first(groups: Sequence[set[str]]) -> set[str]:
    """The first group that names anybody."""
    return next((group for group in groups if group), set())
