"""Many proposals of one change → one, with all its evidence; copies count once."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.actors import days
from dragoman.actors.spelling import key
from dragoman.records import Proposal

WITHIN = 3
"""Days by which reports of one change may differ: of the vote, the oath, the hand-over."""


@dataclass(slots=True)
class Merged:
    """One change of office as many readings state it.

    `reports` holds the ids of the documents by the words of their evidence: two documents with
    the same sentence are one report and its copy.
    """

    proposals: list[Proposal] = field(default_factory=list)
    reports: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def add(self, document: str, proposal: Proposal) -> None:
        """Takes one more statement of the change in."""
        shape = key(proposal.evidence.text)
        told = self.reports.setdefault(shape, [])
        if not told:
            self.proposals.append(proposal)
            self.texts[shape] = " ".join(proposal.evidence.text.split())
        if document not in told:
            told.append(document)

    @property
    def best(self) -> Proposal:
        """The statement that is surest, the first of equals."""
        return max(self.proposals, key=lambda p: (p.status == "occurred", p.confidence))

    @property
    def documents(self) -> tuple[str, ...]:
        """Every document that tells it, in the order in which they came."""
        return tuple(dict.fromkeys(one for told in self.reports.values() for one in told))

    @property
    def copies(self) -> int:
        """How many documents tell it in the very words of another."""
        return sum(len(told) - 1 for told in self.reports.values())

    @property
    def day(self) -> str:
        """The day that most reports give of the most precise ones, empty where none does."""
        told = [p.day for p in self.proposals if p.day and p.precision != "week"]
        longest = max((len(day) for day in told), default=0)
        counted = Counter(day for day in told if len(day) == longest)
        weeks = [_range(p) for p in self.proposals if p.precision == "week"]
        if not counted and weeks and weeks[0]:
            return datetime.date.fromordinal(weeks[0][0]).isoformat()[:7]
        return min(counted, key=lambda day: (-counted[day], day), default="")

    def common(self, name: str) -> str:
        """The value of a field that most reports give, the first of equals; empty for none."""
        told = [value for p in self.proposals if (value := getattr(p, name))]
        return str(Counter(told).most_common(1)[0][0]) if told else ""


def merge(told: Iterable[tuple[str, Proposal]]) -> tuple[Merged, ...]:
    """The changes that proposals state, `(document id, proposal)` each, by day and person.

    One change is the same person, seat, body and direction within a few days. A report without a
    day goes to the latest change of that kind.
    """
    groups: dict[tuple[str, ...], list[tuple[str, Proposal]]] = defaultdict(list)
    for document, proposal in told:
        who = proposal.entry or key(proposal.person)
        groups[who, proposal.change, proposal.seat, proposal.organisation or ""].append(
            (document, proposal)
        )
    found = [merged for group in groups.values() for merged in _apart(group)]
    return tuple(sorted(found, key=lambda m: (m.day or "9999", m.best.person, m.best.change)))


def _apart(group: list[tuple[str, Proposal]]) -> list[Merged]:
    """A group by country and day; the most precise reports come first and gather the others."""
    clusters: list[tuple[tuple[int, int] | None, Merged]] = []
    ordered = sorted(group, key=lambda item: _width(item[1]))
    for document, proposal in ordered:
        span = _range(proposal)
        fitting = [m for known, m in clusters if _meet(known, span) and _at_one(m, proposal)]
        if fitting:
            fitting[-1].add(document, proposal)
        else:
            merged = Merged()
            merged.add(document, proposal)
            clusters.append((span, merged))
    return [merged for _, merged in clusters]


def _at_one(merged: Merged, proposal: Proposal) -> bool:
    countries = {p.country for p in merged.proposals if p.country}
    return not proposal.country or not countries or proposal.country in countries


def _meet(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    if one is None or other is None:
        return other is None
    return one[0] - WITHIN <= other[1] and other[0] <= one[1] + WITHIN


def _width(proposal: Proposal) -> tuple[int, int]:
    span = _range(proposal)
    return (span[1] - span[0], span[0]) if span else (days.LAST, 0)


def _range(proposal: Proposal) -> tuple[int, int] | None:
    """The first and the last day that a proposal's day can mean."""
    if not proposal.day:
        return None
    if proposal.precision == "week":
        monday = datetime.date.fromisoformat(f"{proposal.day}-1").toordinal()
        return monday, monday + 6
    bound = days.bound(proposal.day, days.UNKNOWN)
    return bound.early, bound.late
