"""Holiday rules → days: `12-25`, `nth 11 4 4` (fourth Thursday of November), `easter -2`."""

import datetime

from dragoman.times.moments import Impossible, add_days, day, days_in


def holiday_day(rule: str, year: int) -> datetime.date:
    """The day of a holiday in a year. Raises `Impossible` for a rule or year that has none.

    `nth M N W` is the N-th weekday W (1 = Monday) of month M, counted from the end where N is -1;
    `election` is the Tuesday after the first Monday of November; `easter N` lies N days from
    Western Easter Sunday.
    """
    kind, *rest = rule.split()
    numbers = [int(part) for part in rest]
    if kind == "nth" and len(numbers) == 3:
        return _nth(year, *numbers)
    if kind == "election":
        return add_days(_nth(year, 11, 1, 1), 1)
    if kind == "easter" and len(numbers) == 1:
        return add_days(easter(year), numbers[0])
    month, _, number = kind.partition("-")
    if month.isdecimal() and number.isdecimal():
        return day(year, int(month), int(number))
    raise Impossible(f"no such holiday rule: {rule}")


def _nth(year: int, month: int, count: int, weekday: int) -> datetime.date:
    if count < 0:
        last = day(year, month, days_in(year, month))
        return add_days(last, -((last.weekday() - (weekday - 1)) % 7))
    first = day(year, month, 1)
    return add_days(first, (weekday - 1 - first.weekday()) % 7 + 7 * (count - 1))


def easter(year: int) -> datetime.date:
    """Western Easter Sunday (the anonymous Gregorian computus, Nature 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, number = divmod(h + m - 7 * n + 114, 31)
    return day(year, month, number + 1)
