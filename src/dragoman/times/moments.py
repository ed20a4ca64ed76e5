"""Stretches of the calendar: a day, a week, a quarter, a century, and steps between them."""

import datetime
from dataclasses import dataclass

SPAN_MONTHS = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "fiscal": 12,
    "decade": 120,
    "century": 1200,
}
"""Units that are whole months long."""

SPAN_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
"""Units that are whole days long."""

COARSE_FIRST = (
    "millennium",
    "century",
    "decade",
    "year",
    "fiscal",
    "half",
    "season",
    "quarter",
    "month",
    "fortnight",
    "week",
    "weekend",
    "day",
    "hour",
    "minute",
    "second",
)
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Meteorological seasons of the northern hemisphere, by their first month."""

OPEN = {
    "century": "XX",
    "decade": "XXX",
    "year": "XXXX",
    "fiscal": "FYXXXX",
    "half": "XXXX-HX",
    "season": "XXXX-SX",
    "quarter": "XXXX-QX",
    "month": "XXXX-XX",
    "fortnight": "XXXX-WXX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "day": "XXXX-XX-XX",
    "hour": "XXXX-XX-XXTXX",
    "minute": "XXXX-XX-XXTXX:XX",
    "second": "XXXX-XX-XXTXX:XX:XX",
}
"""TIMEX3 values of a stretch that nothing anchors, by unit."""


class Impossible(ValueError):
    """A date that no calendar has; the message says why."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A known stretch of the calendar: its first day and its unit."""

    first: datetime.date
    unit: str

    def value(self) -> str:
        """The TIMEX3 value: `2024-12-08`, `2024-W49`, `2019-Q3`, `199`, `19`, `FY2024`."""
        year, month = f"{self.first.year:04}", self.first.month
        week = self.first.isocalendar()
        weekly = f"{week.year:04}-W{week.week:02}"
        season = {start: name for name, start in SEASONS.items()}
        return {
            "century": lambda: year[:2],
            "decade": lambda: year[:3],
            "year": lambda: year,
            "fiscal": lambda: f"FY{year}",
            "half": lambda: f"{year}-H{(month + 5) // 6}",
            "quarter": lambda: f"{year}-Q{(month + 2) // 3}",
            "season": lambda: f"{year}-{season[month]}",
            "month": lambda: f"{year}-{month:02}",
            "fortnight": lambda: weekly,
            "week": lambda: weekly,
            "weekend": lambda: f"{weekly}-WE",
        }.get(self.unit, self.first.isoformat)()

    def within(self, unit: str) -> "Moment":
        """The stretch of a coarser or equal unit that holds this one's first day."""
        return containing(self.first, unit)

    def is_finer_or_equal(self, unit: str) -> bool:
        """Whether this stretch is no longer than `unit`."""
        return COARSE_FIRST.index(self.unit) >= COARSE_FIRST.index(unit)

    def shifted(self, count: int, unit: str) -> "Moment":
        """This stretch moved by so many units, its own unit kept. Raises `Impossible`."""
        if unit in SPAN_DAYS:
            return containing(add_days(self.first, count * SPAN_DAYS[unit]), self.unit)
        return containing(add_months(self.first, count * SPAN_MONTHS[unit]), self.unit)


def day(year: int, month: int, number: int) -> datetime.date:
    """The day of that date. Raises `Impossible`, as for 31 February."""
    try:
        return datetime.date(year, month, number)
    except ValueError as error:
        raise Impossible(str(error)) from None


def add_days(first: datetime.date, count: int) -> datetime.date:
    """The day so many days later. Raises `Impossible` beyond the years 1 to 9999."""
    try:
        return first + datetime.timedelta(days=count)
    except OverflowError:
        raise Impossible("a date outside the years 1 to 9999") from None


def add_months(first: datetime.date, count: int) -> datetime.date:
    """The same day so many months later, or the last one of a shorter month."""
    total = first.year * 12 + first.month - 1 + count
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        raise Impossible("a date outside the years 1 to 9999")
    return day(year, month + 1, min(first.day, days_in(year, month + 1)))


def days_in(year: int, month: int) -> int:
    """The number of days of a month."""
    if month == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in {4, 6, 9, 11} else 31


def containing(first: datetime.date, unit: str) -> Moment:
    """The stretch of that unit which holds a day; weeks begin on Monday (ISO 8601)."""
    if unit in {"week", "weekend", "fortnight"}:
        return Moment(add_days(first, -first.weekday()), unit)
    if unit == "season":
        start = (first.month // 3) * 3 or 12
        year = first.year - (first.month < 3)
        return Moment(day(max(year, 1), start, 1), unit)
    if unit not in SPAN_MONTHS:
        return Moment(first, "day")
    span = SPAN_MONTHS[unit]
    index = first.year * 12 + first.month - 1
    year, month = divmod(index - index % span, 12)
    return Moment(day(max(year, 1), month + 1, 1), unit)
