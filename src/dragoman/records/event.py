"""Who did what to whom."""

from typing import Literal

import msgspec

from dragoman.records.claim import Hedge
from dragoman.records.fields import stated
from dragoman.records.span import Span

Status = Literal["occurred", "announced", "hypothetical", "negated"]
DatePrecision = Literal["day", "week", "month", "season", "year", "decade", "century"]
EventDateBasis = Literal["text", "published", "unknown"]
Bound = Literal["exact", "at least", "at most", "about"]


class Coder(msgspec.Struct, frozen=True, kw_only=True):
    """What made an event: the rule or model (`name`), its version, the lexicon entry or label."""

    name: str
    version: str
    rule: str


class Magnitude(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A number that the text gives: `value` in `unit`, with its bound and its words.

    `unit` is `people` for counts of persons, an ISO 4217 code for sums, else a unit in the
    singular (`tonne`). Ranges have `value` as the lower and `upper` as the upper end.
    """

    value: float
    unit: str = stated("people")
    bound: Bound = stated("exact")
    upper: float | None = None
    text: str = ""


class Alternative(msgspec.Struct, frozen=True, kw_only=True):
    """A type that lost against the one that was coded, with its score and its rule."""

    type: str
    score: float
    rule: str


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An event in PLOVER terms, with its CAMEO code and the claims that it stands on.

    `source` and `target` are actor ids; symmetric events (meetings, fighting) have every side in
    `source`. `quad` is 1 to 4, `goldstein` in -10..10. `date` is ISO 8601 to the precision given,
    absent where `date_basis` is `unknown`. `magnitudes` is keyed by `killed`, `injured`,
    `detained`, `displaced`, `size`, `sum`. `place` is a place id, `claims` are claim ids; without
    any, the report itself narrates the event. `confidence` is in 0..1.
    """

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    goldstein: float | None = None
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    status: Status
    date: str | None = None
    date_precision: DatePrecision | None = None
    date_basis: EventDateBasis = stated("unknown")
    place: str | None = None
    magnitudes: dict[str, Magnitude] = {}
    trigger: Span
    sentence: Span
    claims: tuple[str, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    coder: Coder
    confidence: float = stated(1.0)
    alternatives: tuple[Alternative, ...] = ()
