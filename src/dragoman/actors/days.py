"""Dates as people know them: a day, a month, a year, "some day", never.

A bound is kept as the earliest and the latest day it can mean, both ordinals of the proleptic
Gregorian calendar (`datetime.date.toordinal`). So "2004" is a year of doubt and not 1 January.
"""

import datetime
import re

import msgspec

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
FIRST, LAST = 0, datetime.date.max.toordinal() + 1
SURE, LIKELY, DOUBTFUL, NEVER = 1.0, 0.8, 0.3, 0.0


class Bound(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The earliest and the latest day on which something may have begun or ended."""

    early: int
    late: int
    known: bool = True


ALWAYS, OPEN = Bound(FIRST, FIRST), Bound(LAST, LAST)
UNKNOWN = Bound(FIRST, LAST, False)


class Interval(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Half-open: `begin` is the first day inside, `end` the first day outside."""

    begin: Bound = ALWAYS
    end: Bound = OPEN

    def holds(self, day: int) -> float:
        """How surely `day` lies inside: 1 sure, 0.8 within the doubt of a bound, 0.3 unknown, 0."""
        if day < self.begin.early or day >= self.end.late:
            return NEVER
        if not (self.begin.known and self.end.known):
            return DOUBTFUL
        return SURE if self.begin.late <= day < self.end.early else LIKELY

    def over(self, day: int) -> bool:
        """Whether it had surely ended by `day`."""
        return self.end.known and self.end.late <= day

    def overlap(self, other: "Interval") -> int:
        """For how many days the two surely hold at once (unknown bounds prove nothing)."""
        if not all(bound.known for bound in (self.begin, self.end, other.begin, other.end)):
            return 0
        return min(self.end.early, other.end.early) - max(self.begin.late, other.begin.late)


def bound(text: str, empty: Bound) -> Bound:
    """The bound that a cell states; `empty` for an empty one. Raises `ValueError`."""
    if not text:
        return empty
    if text == "?":
        return UNKNOWN
    match = _SHAPE.fullmatch(text)
    if not match:
        raise ValueError(f"date {text!r}; allowed: YYYY, YYYY-MM, YYYY-MM-DD or ?")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if day and month:
        exact = datetime.date(year, month, day).toordinal()
        return Bound(exact, exact)
    first = datetime.date(year, month or 1, 1)
    nextyear, nextmonth = (year, month + 1) if month and month < 12 else (year + 1, 1)
    return Bound(first.toordinal(), datetime.date(nextyear, nextmonth, 1).toordinal() - 1)


def interval(begin: str, end: str) -> Interval:
    """The interval of two cells. Raises `ValueError` on a bad date or an end before its start."""
    found = Interval(bound(begin, ALWAYS), bound(end, OPEN))
    if found.begin.known and found.end.known and found.end.late < found.begin.early:
        raise ValueError(f"ends ({end}) before it begins ({begin})")
    return found


def common(one: Interval, other: Interval) -> Interval | None:
    """What two intervals share, `None` where that is nothing."""
    begin = max(one.begin, other.begin, key=lambda at: at.early if at.known else FIRST)
    end = min(one.end, other.end, key=lambda at: at.late if at.known else LAST)
    shared = Interval(begin, end)
    return shared if begin.early < end.late else None


def written(found: Interval) -> str:
    """The interval for people: `2000-07-17 to 2024-12-08`, `2004 to ?`, `since 1949`."""
    begin, end = spelt(found.begin), spelt(found.end)
    if not end:
        return f"since {begin}" if begin else ""
    return f"{begin} to {end}".strip()


def spelt(at: Bound) -> str:
    """The cell that states a bound, as `bound` reads it."""
    if not at.known:
        return "?"
    if at in (ALWAYS, OPEN):
        return ""
    first = datetime.date.fromordinal(at.early).isoformat()
    width = at.late - at.early
    return first if width == 0 else first[:7] if width <= 31 else first[:4]
