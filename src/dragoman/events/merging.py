"""Sketches of one sentence that tell one event: "launched an attack, killing six"."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.events.matching import Match
from dragoman.events.moods import climbing
from dragoman.events.sketches import Sketch
from dragoman.records.event import Alternative, Status

_OTHER_TIMES = {"after", "following", "before", "since", "despite", "until"}
_LINKED = {"advcl", "acl", "conj", "prep", "pobj", "pcomp", "dobj", "xcomp", "relcl", "npadvmod",
           "ccomp", "agent", "nsubj", "nsubjpass"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model makes of a draft.

    `type` is the draft's own, another, or None where the two parties stand in no relation;
    `share` is the pooled probability of `type`, 0..1; `decided` tells that the model overruled
    the lexicon or spoke where it is silent.
    """

    type: str | None
    share: float
    decided: bool
    alternatives: tuple[Alternative, ...] = ()


@dataclass(slots=True)
class Draft:
    """A sketch with its parties put to names, before it becomes an event."""

    sketch: Sketch
    source: tuple[str, ...]
    target: tuple[str, ...]
    status: Status
    fitting: tuple[Match, ...] = ()
    also: list[Sketch] = field(default_factory=list)
    verdict: Verdict | None = None

    @property
    def heads(self) -> list[Token]:
        """The predicates of the draft and of what was merged into it."""
        return [self.sketch.head, *(sketch.head for sketch in self.also)]


def merged(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, each event once, in reading order."""
    kept: list[Draft] = []
    ordered = sorted(drafts, key=lambda d: (_height(d.sketch.head), d.sketch.head.i))
    for draft in ordered:
        into = next((other for other in kept if _one(other, draft)), None)
        if into is None:
            kept.append(draft)
        else:
            _join(into, draft)
    return sorted(kept, key=lambda d: d.sketch.head.i)


def _height(head: Token) -> int:
    return sum(1 for _ in climbing(head))


def _one(upper: Draft, lower: Draft) -> bool:
    """Whether the lower draft only tells more of the upper one."""
    if upper.sketch.type != lower.sketch.type or upper.status != lower.status:
        return False
    if lower.sketch.implied and not _told_apart(upper, lower):
        return True
    if (upper.source, upper.target) == (lower.source, lower.target):
        return not lower.sketch.nominal or _hangs(lower.sketch.head, upper.sketch.head)
    if not _hangs(lower.sketch.head, upper.sketch.head):
        return False
    if upper.sketch.symmetric != lower.sketch.symmetric:
        return lower.sketch.nominal and set(upper.source) <= set(lower.source)
    sources = not lower.source or not upper.source or set(lower.source) == set(upper.source)
    targets = not lower.target or not upper.target or bool(set(lower.target) & set(upper.target))
    return sources and (targets or lower.sketch.nominal)


def _told_apart(upper: Draft, lower: Draft) -> bool:
    """Whether a noun whose doer is that of the clause around it tells of another victim."""
    head = lower.sketch.head
    if not any(at == upper.sketch.head for at in climbing(head)):
        return True
    return bool(lower.target) and not set(lower.target) & {*upper.source, *upper.target}


def _hangs(lower: Token, upper: Token) -> bool:
    for at in climbing(lower):
        if at == upper:
            return True
        if at.lower_ in _OTHER_TIMES:
            return False
        if at.dep_ not in _LINKED:
            return False
    return False


def _join(upper: Draft, lower: Draft) -> None:
    upper.also.append(lower.sketch)
    upper.source = upper.source or lower.source
    upper.target = upper.target or tuple(i for i in lower.target if i not in upper.source)
