"""Operations for decades and centuries, and for years and days with other names."""

import datetime

from dragoman.times.answers import Answer, Context, known
from dragoman.times.moments import Impossible, Moment, day


def century(context: Context) -> Answer:
    """A century by its number ("20th century" → `19`) or era."""
    number = context.number("ordinal")
    if not 1 <= number <= 100:
        raise Impossible(f"no century {number}")
    if context["era"] == "BC":
        return Answer(f"BC{number - 1:02}", "")
    if number == 1:
        return Answer("00", "")
    return known(Moment(day((number - 1) * 100, 1, 1), "century"))


def decade(context: Context) -> Answer:
    """A decade by its first year ("1980s" → `198`, "the '90s" and "the nineties" → `199`)."""
    digits = "".join(c for c in context["decade"] if c.isdigit())
    if len(digits) == 4:
        return known(Moment(day(int(digits), 1, 1), "decade"))
    century_digits = "20" if digits in {"00", "10"} else "19"
    return known(Moment(day(int(century_digits + digits), 1, 1), "decade"))


def short_year(context: Context) -> Answer:
    """The second year of "1980-88", in the century of the first."""
    first, last = context.number("year"), context.number("short")
    year = first - first % 100 + last
    return known(Moment(day(year if year >= first else year + 100, 1, 1), "year"))


def fiscal_year(context: Context) -> Answer:
    """A financial year under its own name: `FY2024`."""
    digits = "".join(c for c in context["fiscal"] if c.isdigit())
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    return known(Moment(day(year, 1, 1), "fiscal"))


def named(context: Context) -> Answer:
    """A day with a name of its own ("9/11"), as the lexicon has it."""
    first = datetime.date.fromisoformat(context["named"])
    return known(Moment(first, "day"))
