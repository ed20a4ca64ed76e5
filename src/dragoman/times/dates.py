"""Operations for dates that the words themselves give, in full or in part."""

import datetime
from dataclasses import replace

from dragoman.times.answers import PUBLISHED, Answer, Context, known, unanchored
from dragoman.times.moments import (
    SEASONS,
    Impossible,
    Moment,
    add_days,
    day,
    days_in,
)

LEAP = 2000
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def calendar(context: Context) -> Answer:
    """A date by year, month and day, or what of them is given; the rest from the story."""
    if context["year"]:
        return _held_to_weekday(context, _with_year(context, context.number("year")))
    _check(context)
    if context["back"]:
        return _back(context)
    if context["step"] and context.story.published:
        year = context.story.published.year + context.number("step")
        return known(_in(context, year), PUBLISHED)
    found = _settled(context)
    if not found:
        return unanchored(_unit(context), _partial(context))
    moment, anchor = found
    return known(moment, anchor)


def _unit(context: Context) -> str:
    for unit in ("day", "month", "quarter", "half", "season", "fiscal"):
        if context[unit]:
            return unit
    return "year"


def _with_year(context: Context, year: int) -> Answer:
    if context["era"]:
        return Answer(f"BC{year:04}", "") if context["era"] == "BC" else known(_in(context, year))
    return known(_in(context, year))


def _fits_weekday(context: Context, moment: Moment) -> bool:
    named = context["weekday"]
    return not named or moment.unit != "day" or moment.first.isoweekday() == int(named)


def _held_to_weekday(context: Context, answer: Answer) -> Answer:
    """The answer, with a note where the day of the week beside the date is another one."""
    if not answer.moment or _fits_weekday(context, answer.moment):
        return answer
    found = WEEKDAYS[answer.moment.first.weekday()]
    return replace(answer, note=("times.weekday-mismatch", f"that day was a {found}"))


def _in(context: Context, year: int) -> Moment:
    """The date in a given year. Raises `Impossible`."""
    unit = _unit(context)
    month = context.number("month") if context["month"] else 1
    if unit == "day":
        return Moment(day(year, month, context.number("day")), "day")
    if unit == "season":
        month = SEASONS[context["season"]]
    elif unit in {"quarter", "half"}:
        month = _first_month(context, unit)
    return Moment(day(year, month, 1), unit)


def _first_month(context: Context, unit: str) -> int:
    number, span = int(_digits(context[unit])), {"quarter": 3, "half": 6}[unit]
    if not 1 <= number <= 12 // span:
        raise Impossible(f"a year has no {unit} number {number}")
    return (number - 1) * span + 1


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _check(context: Context) -> None:
    """Raises `Impossible` for what no year has: 31 February, a fifth quarter."""
    if _unit(context) in {"quarter", "half"}:
        _first_month(context, _unit(context))
    if context["month"] and context["day"]:
        month, number = context.number("month"), context.number("day")
        if not 1 <= number <= days_in(LEAP, month):
            raise Impossible(f"month {month} has no day {number}")


def _settled(context: Context) -> tuple[Moment, str] | None:
    """The date in the year that publication, tense and story ask for, and its anchor."""
    if compared := _compared(context):
        return compared
    if context.story.published:
        return _nearest(context, context.story.published), PUBLISHED
    told = context.story.latest("year")
    if told and told.answer.moment:
        return _in(context, told.answer.moment.first.year), told.id
    return None


def _back(context: Context) -> Answer:
    """A month or season of the year last told ("the autumn of that year")."""
    told = context.story.latest("year")
    if not told or not told.answer.moment:
        return unanchored(_unit(context), _partial(context))
    year = told.answer.moment.first.year + context.number("back")
    return known(_in(context, year), told.id)


def _compared(context: Context) -> tuple[Moment, str] | None:
    """A quarter that explains the one just compared with ("the year-ago quarter, the second")."""
    told = context.story.told[-1] if context.story.told else None
    if not told or not told.answer.compared or told.sentence != context.sentence:
        return None
    if not told.answer.moment or _unit(context) not in {"quarter", "half"}:
        return None
    return _in(context, told.answer.moment.first.year), told.id


def _nearest(context: Context, published: datetime.date) -> Moment:
    options = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            options.append(_in(context, year))
        except Impossible:  # 29 February in a common year
            continue
    if not options:
        raise Impossible("29 February, but no leap year is near")
    fitting = [moment for moment in options if _fits_weekday(context, moment)]
    return pick(fitting or options, published, context.direction)


def pick(options: list[Moment], published: datetime.date, direction: int) -> Moment:
    """The last option begun by `published`, the first one not over before it, or the nearest."""
    past = [moment for moment in options if moment.first <= published]
    ahead = [moment for moment in options if _last(moment) >= published]
    if direction < 0 and past:
        return past[-1]
    if direction > 0 and ahead:
        return ahead[0]
    return min(options, key=lambda moment: (_distance(moment, published), moment.first))


def _last(moment: Moment) -> datetime.date:
    return add_days(moment.shifted(1, moment.unit).first, -1)


def _distance(moment: Moment, published: datetime.date) -> int:
    if moment.first <= published <= _last(moment):
        return 0
    return abs((moment.first - published).days)


def _partial(context: Context) -> str:
    unit = _unit(context)
    if unit == "day":
        return f"XXXX-{context.number('month'):02}-{context.number('day'):02}"
    if unit == "month":
        return f"XXXX-{context.number('month'):02}"
    letter = {"quarter": "-Q", "half": "-H", "season": "-"}.get(unit, "")
    name = context[unit] if unit == "season" else _digits(context[unit])
    return f"XXXX{letter}{name}"


def weekday(context: Context) -> Answer:
    """A day of the week near the day of publication; `step` makes it strictly last or next."""
    number, published = context.number("weekday"), context.story.published
    if not published:
        return unanchored("day", f"XXXX-WXX-{number}")
    ahead = (number - 1 - published.weekday()) % 7
    step = context["step"]
    if step == "-1":
        move = ahead - 7
    elif step == "1":
        move = ahead or 7
    else:
        looks_ahead = context.direction > 0 or (step == "0" and context.direction >= 0)
        move = ahead if looks_ahead or not ahead else ahead - 7
    return known(Moment(add_days(published, move), "day"), PUBLISHED)


def weekday_of_week(context: Context) -> Answer:
    """A day of this, last or next week ("Monday of last week")."""
    week = context.story.today("week")
    if not week:
        return unanchored("day", f"XXXX-WXX-{context['weekday']}")
    first = week.shifted(context.number("step"), "week").first
    return known(Moment(add_days(first, context.number("weekday") - 1), "day"), PUBLISHED)


def second_day(context: Context) -> Answer:
    """The second day of "May 5 and 6", in the month just told."""
    told = context.story.latest("day")
    number = context.number("day")
    if told and told.answer.moment:
        first = told.answer.moment.first
        year = context.number("year") if context["year"] else first.year
        return known(Moment(day(year, first.month, number), "day"), told.id)
    month = f"{context.number('month'):02}" if context["month"] else "XX"
    return unanchored("day", f"XXXX-{month}-{number:02}")


def nothing(context: Context) -> Answer:
    """No expression of time, though it looks like one ("Resolution 1701")."""
    return Answer("")


def week_of(context: Context) -> Answer:
    """The week or weekend that holds a date ("the week of March 6")."""
    inner, unit = calendar(context), context["unit"]
    if not inner.moment:
        return unanchored(unit)
    return known(inner.moment.within(unit), inner.anchor)
