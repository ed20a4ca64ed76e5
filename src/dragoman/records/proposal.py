"""A change of office that a report states, as a proposal to the registry."""

from typing import Literal

import msgspec

from dragoman.records.event import DatePrecision, EventDateBasis
from dragoman.records.fields import stated

Change = Literal["begins", "ends"]
ProposalStatus = Literal["occurred", "announced"]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The sentence that a proposal rests on: half-open code points, and the words themselves."""

    start: int
    end: int
    text: str


class Proposal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody takes or leaves an office, says the report. It changes nothing: a person decides.

    `person` is the fullest name that the text gives, `actor` the id of who bears it, `entry` the
    registry entry if there is one. `office` is the title in words, `seat` its kind (`seats.tsv`),
    `organisation` the registry entry of the body that it is an office of, absent for one of the
    state; `country` an ISO 3166-1 alpha-3 code, `inferred` where it follows from the surroundings
    and not from the words of the office. `predecessor` is whom the text says the person follows.

    `day` is the first day on which the change holds, ISO 8601 to `precision`, with the `basis`
    of an event's date. `status` is `announced` for what is to come or still needs an oath or a
    confirmation. `claims` are ids of the claims that say so; `claimed` is true where it is
    somebody else than the report who does. `known` tells that the registry says the same already.
    `confidence` is in 0..1.
    """

    id: str
    person: str
    actor: str | None = None
    entry: str | None = None
    change: Change
    office: str
    seat: str
    organisation: str | None = None
    country: str | None = None
    inferred: bool = False
    sector: str | None = None
    predecessor: str | None = None
    predecessor_entry: str | None = None
    status: ProposalStatus
    day: str | None = None
    precision: DatePrecision | None = None
    basis: EventDateBasis = stated("unknown")
    evidence: Evidence
    claims: tuple[str, ...] = ()
    claimed: bool = False
    event: str | None = None
    known: bool = False
    confidence: float = stated(1.0)
