"""The relation model's say on events: a second opinion on the rules', a first where they have none.

The model reads the kernel of the clause with the two parties marked. It is asked only about what is
told as done: of plans, refusals and negations the rules know more.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from spacy.tokens import Token

from dragoman.events.kernels import Kernel, kernel
from dragoman.events.lexicon import Lexicon
from dragoman.events.merging import Draft, Verdict
from dragoman.events.model.combine import NONE, combine
from dragoman.events.naming import Naming
from dragoman.events.ontology import Ontology
from dragoman.events.silences import UNKNOWN, known_types
from dragoman.events.sketches import Group, Sketch
from dragoman.records import Span
from dragoman.records.event import Alternative

DECISIVE = 0.9
"""The probability from which the model decides by itself. On 81 own sentences with rare verbs
(tests/cases/silent) it then adds two right types to the rules' 29 and no wrong one; 0.85 adds no
more, and 0.8 one wrong one."""
MOST = 3
"""Alternatives that are kept."""


Pair = tuple[str, Span, Span]
"""A text, and where in it the source and the target stand."""


class Model(Protocol):
    """What is asked of the relation model."""

    @property
    def version(self) -> str:
        """What tells one set of weights from another."""
        ...

    def both_scores(self, pair: Pair) -> tuple[dict[str, float], dict[str, float]]:
        """The probability of each type and of `NONE`, by PLOVER's manual and by its crosswalk."""
        ...


class Judge:
    """Weighs drafts with the relation model, which is loaded when the first one needs it."""

    def __init__(self, ontology: Ontology, lexicon: Lexicon, load: Callable[[], Model]) -> None:
        self._ontology = ontology
        self._lexicon = lexicon
        self._load = load

    @cached_property
    def model(self) -> Model:
        """The model, from the first need of it on."""
        return self._load()

    def sift(self, drafts: Iterable[Draft], naming: Naming) -> tuple[list[Draft], list[Draft]]:
        """The drafts that stand once the model has been heard, and those that it overruled.

        Drafts of unknown type that it cannot name go without a word: nobody claimed an event.
        """
        kept: list[Draft] = []
        overruled: list[Draft] = []
        for draft in drafts:
            draft.verdict = self.verdict(draft, naming)
            if draft.verdict is not None and draft.verdict.type is not None:
                kept.append(_decided(draft, draft.verdict.type))
            elif draft.sketch.type != UNKNOWN:
                (kept if draft.verdict is None else overruled).append(draft)
        return kept, overruled

    def verdict(self, draft: Draft, naming: Naming) -> Verdict | None:
        """The model's verdict on a draft, or None where it is not asked.

        It is asked where both parties are named in the clause, the deed is told as done, and no
        entry fits or only a bare one of a type that it was taught. Entries with conditions are more
        often right than the model, and the user's own entries are the user's business.
        """
        sketch = draft.sketch
        doubtful = sketch.type == UNKNOWN or (sketch.bare and not sketch.own)
        if draft.status != "occurred" or not doubtful:
            return None
        clause = _kernel(draft, naming)
        if clause is None:
            return None
        manual, crosswalk = self.model.both_scores((clause.text, clause.source, clause.target))
        if sketch.type == UNKNOWN:
            return self._first(draft, manual)
        # Where manual and crosswalk part (occupations, verdicts), an entry may follow either.
        shares = [scores.get(sketch.type, 0.0) for scores in (manual, crosswalk)]
        return self._second(sketch, manual if shares[0] >= shares[1] else crosswalk)

    def _first(self, draft: Draft, scores: Mapping[str, float]) -> Verdict:
        """Where the lexicon is silent: a decisive type, and one of a known verb's own if it has."""
        best = max(scores, key=scores.__getitem__)
        known = known_types(draft.sketch.head, self._lexicon)
        fits = best in self._ontology.types and (not known or best in known)
        if not fits or scores[best] < DECISIVE:
            return Verdict(None, scores[NONE], True)
        return Verdict(best, scores[best], True, self._others(scores, best))

    def _second(self, sketch: Sketch, scores: Mapping[str, float]) -> Verdict | None:
        """Where a bare entry fits: the pool of both, overruled only by a decisive model."""
        if sketch.type not in scores:
            return None
        pooled = combine({sketch.type: 1.0}, scores)
        best = max(pooled, key=pooled.__getitem__)
        firm = best == sketch.type or scores[best] < DECISIVE
        if firm or not (best == NONE or best in self._ontology.types):
            return Verdict(sketch.type, pooled[sketch.type], False)
        type = None if best == NONE else best
        return Verdict(type, pooled[best], True, self._others(scores, best))

    def _others(self, scores: Mapping[str, float], best: str) -> tuple[Alternative, ...]:
        rule = f"model {self.model.version}"
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return tuple(
            Alternative(type=name, score=round(score, 2), rule=rule)
            for name, score in ranked[: MOST + 1]
            if name != best and score >= 0.01
        )[:MOST]


def _decided(draft: Draft, type: str) -> Draft:
    """The draft under the type that the verdict gives it."""
    if type == draft.sketch.type:
        return draft
    sketch = replace(draft.sketch, type=type, mode=None, cameo=None, symmetric=False)
    source, target = draft.source, draft.target
    if draft.sketch.symmetric and not target:
        source, target = source[:1], source[1:]
    return replace(draft, sketch=sketch, source=source, target=target)


def _kernel(draft: Draft, naming: Naming) -> Kernel | None:
    sketch = draft.sketch
    if draft.target:
        sides = (draft.source, sketch.sources), (draft.target, sketch.targets)
    else:
        sides = (draft.source[:1], sketch.sources), (draft.source[1:], sketch.sources)
    source, target = (_phrase(ids, groups, naming) for ids, groups in sides)
    return kernel((*sketch.scope, *sketch.words), source, target)


def _phrase(ids: Sequence[str], groups: Sequence[Group], naming: Naming) -> Group:
    """The words up to the noun that names the first of some actors in the clause."""
    if not ids:
        return ()
    head = naming.word_of(ids[0], groups)
    return () if head is None else _noun_phrase(head)


def _noun_phrase(head: Token) -> Group:
    return tuple(head.doc[head.left_edge.i : head.i + 1])
