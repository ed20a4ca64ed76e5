"""Operations for holidays, their weeks and the days around them."""

from dragoman.times.answers import PUBLISHED, Answer, Context, known, unanchored
from dragoman.times.dates import calendar, pick, weekday
from dragoman.times.holidays import holiday_day
from dragoman.times.moments import Moment


def holiday(context: Context) -> Answer:
    """A feast or political day, in the given year or in the one that the tense asks for."""
    rule = context["holiday"]
    if context["year"]:
        return known(Moment(holiday_day(rule, context.number("year")), "day"))
    if not context.story.published:
        return unanchored("day", f"XXXX-{rule}" if rule[:1].isdigit() else "")
    return _nearest(context, "day")


def _nearest(context: Context, unit: str) -> Answer:
    """The day of a holiday, or the `unit` around it, in the year that the tense asks for."""
    published, step = context.story.published, context["step"]
    if not published:
        return unanchored(unit)
    years = range(max(published.year - 1, 1), min(published.year + 2, 9999))
    days = [holiday_day(context["holiday"], year) for year in years]
    options = [Moment(found, "day").within(unit) for found in days]
    direction = int(step) if step else context.direction
    return known(pick(options, published, direction), PUBLISHED)


def holiday_span(context: Context) -> Answer:
    """The week or weekend of a holiday ("Easter week")."""
    return _nearest(context, context["unit"])


def eve(context: Context) -> Answer:
    """The day before a date, weekday or holiday; the day after it where `move` is 1."""
    inner = _named_day(context)
    if not inner.moment or inner.unit != "day":
        return unanchored("day")
    return known(inner.moment.shifted(int(context["move"] or "-1"), "day"), inner.anchor)


def _named_day(context: Context) -> Answer:
    if context["holiday"]:
        return holiday(context)
    return calendar(context) if context["month"] else weekday(context)
