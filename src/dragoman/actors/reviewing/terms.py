"""Terms of office as rows: which one a change is about, and whether it is there already."""

from collections.abc import Iterable

from dragoman.actors import days
from dragoman.actors.tabling import Cells

DOUBT = 7
"""Days by which a sheet and the registry may differ about one change."""


def same_office(row: Cells, seat: str, organisation: str, country: str) -> bool:
    """Whether a term is of that office."""
    if seat not in _parts(row, "seat"):
        return False
    if organisation or row.get("organisation"):
        return row.get("organisation", "") == organisation
    return country in _parts(row, "country")


def spanned(row: Cells) -> days.Interval:
    """The interval of a term. Raises `ValueError` on a bad date."""
    return days.interval(row.get("from", ""), row.get("to", ""))


def begun(rows: Iterable[Cells], day: days.Bound) -> Cells | None:
    """The term that begins about that day, or runs over it."""
    for row in rows:
        span = spanned(row)
        if span.begin.known and _near(span.begin, day):
            return row
        if span.holds(day.early) == days.SURE and span.holds(day.late) == days.SURE:
            return row
    return None


def ended(rows: Iterable[Cells], day: days.Bound) -> Cells | None:
    """The term that ends about that day."""
    for row in rows:
        span = spanned(row)
        if span.end.known and span.end != days.OPEN and _near(span.end, day):
            return row
    return None


def running(rows: Iterable[Cells], day: days.Bound) -> Cells | None:
    """The latest term without a known end that had begun by that day."""
    found = [row for row in rows if _is_open(row) and _has_begun(row, day)]
    return max(found, key=lambda row: spanned(row).begin.early, default=None)


def _is_open(row: Cells) -> bool:
    end = spanned(row).end
    return end == days.OPEN or not end.known


def _has_begun(row: Cells, day: days.Bound) -> bool:
    begin = spanned(row).begin
    return not begin.known or begin.early <= day.late


def _near(one: days.Bound, other: days.Bound) -> bool:
    return one.early - DOUBT <= other.late and other.early <= one.late + DOUBT


def _parts(row: Cells, column: str) -> list[str]:
    return [part.strip() for part in row.get(column, "").split("|")]
