"""Operations for dates written in figures: ISO 8601, slashes and dots."""

import re

from dragoman.times.answers import Answer, Context, known
from dragoman.times.moments import Impossible, Moment, day

_ISO = re.compile(
    r"(\d{4})-(\d\d)(?:-(\d\d))?(?:[t ](\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?(z|[+-]\d\d:?\d\d)?)?"
)


def iso(context: Context) -> Answer:
    """A date, month or moment in ISO 8601."""
    match = _ISO.fullmatch(context["iso"])
    if not match:
        raise Impossible(f"{context['iso']!r} is no ISO 8601 date")
    year, month, number, clock, zone = match.groups()
    if number is None:
        return known(Moment(day(int(year), int(month), 1), "month"))
    moment = Moment(day(int(year), int(month), int(number)), "day")
    if not clock:
        return known(moment)
    if int(clock[:2]) > 24 or int(clock[3:5]) > 59:
        raise Impossible(f"{clock} is no time of day")
    return Answer(f"{moment.value()}T{clock}{(zone or '').upper()}", "day", moment, type="TIME")


def figures(context: Context) -> Answer:
    """A date in three numbers. With slashes day and month may be either way round.

    "13/12/2024" and "12/13/2024" say it themselves; "08/12/2024" does not and keeps only its year.
    With dots the day comes first (the usage of the countries that write so).
    """
    first, second, last = (int(part) for part in re.split(r"[/.]", context["figures"]))
    year = last if last >= 100 else last + (2000 if last < 70 else 1900)
    if "." in context["figures"] or first > 12:
        return known(Moment(day(year, second, first), "day"))
    if second > 12 or first == second:
        return known(Moment(day(year, first, second), "day"))
    note = ("times.ambiguous-date", "day and month can be read either way round")
    return Answer(f"{year:04}-XX-XX", "day", note=note)
