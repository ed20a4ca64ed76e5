"""Which sketches become events, under which status, how surely, and what they were held against."""

from collections.abc import Sequence
from math import sqrt

from dragoman.events.frames import is_passive
from dragoman.events.matching import Match
from dragoman.events.merging import Draft
from dragoman.events.moods import is_conditional, is_in_relative, is_unrealised
from dragoman.events.naming import Naming
from dragoman.events.sketches import Group, Sketch
from dragoman.events.words import lemma
from dragoman.records.event import Alternative, Status

_BY_THINGS = {"ASSAULT"}
"""Types that weapons and accidents may stand as subjects of: "a car bomb killed"."""
_JUDGING = {"judge", "approve"}
"""Effects that may be mere comment where nobody and no event is judged: "praised the film"."""
MOST = 3
"""Alternatives that are kept."""


def parties(sketch: Sketch, naming: Naming) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The actors who act and who are acted upon."""
    if sketch.symmetric:
        everybody = list(dict.fromkeys(i for group in sketch.sources for i in naming.ids(group)))
        present = tuple(id for id in everybody if not naming.is_ground(id))
        if not present:
            return tuple(everybody), ()
        # Who visits a town meets those who are there: the town is the host, elsewhere the venue.
        hosts = tuple(id for id in everybody if id not in present)
        return present, hosts if sketch.mode == "visit" else ()
    source = _first_doers(sketch.sources, naming)
    return source, _first(sketch.targets, naming, source)


def _first(groups: tuple[Group, ...], naming: Naming, without: tuple[str, ...]) -> tuple[str, ...]:
    for group in groups:
        found = tuple(id for id in naming.ids(group, but=without) if id not in without)
        if found:
            return found
    return ()


def _first_doers(groups: tuple[Group, ...], naming: Naming) -> tuple[str, ...]:
    return next((found for group in groups if (found := naming.doers(group))), ())


def final_status(sketch: Sketch) -> Status:
    """The status of a sketch in the clauses that it stands in."""
    settled = sketch.status in {"hypothetical", "negated"} or sketch.kept
    if not settled and (is_conditional(sketch.head) or is_unrealised(sketch.head)):
        return "hypothetical"
    return sketch.status


def is_told(draft: Draft, needs_target: bool, instruments: frozenset[str]) -> bool:
    """Whether a draft is an event of the report and not a mere topic or purpose of another."""
    sketch = draft.sketch
    if not (draft.source or draft.target):
        return False
    if not draft.source and not _may_lack_source(sketch, instruments):
        return False
    vague = sketch.nominal or is_in_relative(sketch.head) or is_unrealised(sketch.head)
    if draft.status == "hypothetical" and vague:
        return False
    if is_modifier(sketch) or (sketch.head.dep_ == "relcl" and not (draft.source and draft.target)):
        return False
    if sketch.nominal and len(sketch.scope) == 1:
        if sketch.symmetric:
            return len(draft.source) > 1
        return bool(draft.source) and (bool(draft.target) or not (sketch.weak or needs_target))
    return True


def _may_lack_source(sketch: Sketch, instruments: frozenset[str]) -> bool:
    """Without a doer: a passive of the main story, or a weapon in the doer's place."""
    if any(sketch.sources) and not sketch.suffered:
        doers = {lemma(token) for group in sketch.sources for token in group}
        return sketch.type in _BY_THINGS and bool(doers & instruments)
    return (sketch.suffered or is_passive(sketch.head)) and sketch.head.dep_ != "relcl"


def is_modifier(sketch: Sketch) -> bool:
    """Whether an event noun only says what kind of thing another noun is: "war crimes suspect"."""
    head = sketch.head
    return sketch.nominal and len(sketch.scope) == 1 and head.dep_ in {"compound", "nmod"}


def confidence(draft: Draft, needs_target: bool) -> float:
    """How surely an event is right, 0..1, after the table in docs/events.md."""
    sketch, verdict = draft.sketch, draft.verdict
    if verdict is not None and verdict.decided:
        return round(verdict.share, 2)
    sure = 0.9
    sure -= 0.3 * sketch.nominal
    sure -= 0.2 * sketch.weak
    sure -= 0.15 * (not draft.source)
    sure -= 0.25 * (sketch.effect in _JUDGING and not draft.target and len(sketch.scope) == 1)
    sure -= 0.1 * (needs_target and not draft.target and not sketch.symmetric)
    sure -= 0.1 * (draft.status == "hypothetical")
    sure -= 0.05 * max(0, len(sketch.scope) - 2)
    heard = 1.0 if verdict is None else sqrt(verdict.share)
    return round(max(sure, 0.1) * heard, 2)


def alternatives(sketch: Sketch, fitting: Sequence[Match]) -> tuple[Alternative, ...]:
    """Other types that the lexicon has for the predicate, best first; `fitting` are its entries."""
    found: dict[str, Alternative] = {}
    best = max((match.weight for match in fitting), default=1)
    for match in fitting:
        type = match.entry.type
        if type and type != sketch.type and type not in found:
            score = round(0.5 * match.weight / best, 2)
            found[type] = Alternative(type=type, score=score, rule=match.entry.rule)
    return tuple(found.values())[:MOST]
