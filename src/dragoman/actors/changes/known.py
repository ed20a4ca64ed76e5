"""What the registry has already of a change of office."""

import datetime

from dragoman.actors import days
from dragoman.actors.changes.dating import When
from dragoman.actors.changes.office import Office
from dragoman.actors.entries import Entry, Phase
from dragoman.actors.registry import Registry
from dragoman.records.proposal import Change

DOUBT = 7
"""Days by which a report and the registry may differ: sources differ on hand-over days."""
_LOOK_AHEAD = 400
"""Days within which what is announced has to come about for the registry to say the same."""


def is_known(
    registry: Registry,
    ident: str | None,
    change: Change,
    office: Office,
    when: When,
    published: int | None,
    *,
    done: bool,
) -> bool:
    """Whether the registry has a term of this person in this office that begins or ends so.

    A term that runs over the day of a beginning counts: "sworn in for a second term".
    """
    entry = registry.entry(ident) if ident else None
    if entry is None:
        return False
    for phase in entry.phases:
        if not _same_office(phase, office):
            continue
        bound = phase.interval.begin if change == "begins" else phase.interval.end
        dated = bound.known and bound not in (days.ALWAYS, days.OPEN)
        if dated and _compatible(bound, when, published, done=done):
            return True
        if change == "begins" and _runs(phase, when):
            return True
    return False


def office_on(registry: Registry, ident: str | None, day: int | None) -> Office | None:
    """The highest office that the registry has for a person on a day, or did a week before."""
    entry = registry.entry(ident) if ident else None
    if entry is None or entry.kind != "person" or day is None:
        return None
    held = [phase for phase in entry.phases if phase.seats and _held(phase, day)]
    if not held:
        return None
    phase = min(held, key=lambda phase: phase.rank)
    country = phase.countries[0] if phase.countries else None
    return Office(phase.office, phase.seats[0], 0, country, phase.organisation or None)


def home_of(entry: Entry | None) -> str | None:
    """The country that a person is filed under last."""
    if entry is None or not entry.phases:
        return None
    last = max(entry.phases, key=lambda phase: phase.interval.begin.early)
    return last.countries[0] if last.countries else None


def _held(phase: Phase, day: int) -> bool:
    interval = phase.interval
    return any(interval.holds(at) >= days.LIKELY for at in (day, day - DOUBT))


def _same_office(phase: Phase, office: Office) -> bool:
    if office.seat not in phase.seats:
        return False
    if office.organisation or phase.organisation:
        return (office.organisation or "") == phase.organisation
    return office.country is None or office.country in phase.countries


def _runs(phase: Phase, when: When) -> bool:
    if when.day is None or when.precision == "week":
        return False
    told = days.bound(when.day, days.ALWAYS)
    return all(phase.interval.holds(day) == days.SURE for day in (told.early, told.late))


def _compatible(bound: days.Bound, when: When, published: int | None, *, done: bool) -> bool:
    """Whether a bound can be what is told; what is told without a day lay before the report."""
    if when.day is not None and when.precision != "week":
        told = days.bound(when.day, days.ALWAYS)
        return bound.early - DOUBT <= told.late and told.early <= bound.late + DOUBT
    if when.day is not None:
        monday = datetime.date.fromisoformat(f"{when.day}-1").toordinal()
        return bound.early - DOUBT <= monday + 6 and monday <= bound.late + DOUBT
    if published is None:
        return True
    if done:
        return bound.early <= published + DOUBT
    return published - _LOOK_AHEAD <= bound.late and bound.early <= published + _LOOK_AHEAD
