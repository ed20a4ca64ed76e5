"""Operations for dates that are told from the day of publication or from the narrative."""

from dataclasses import replace
from fractions import Fraction

from dragoman.times.answers import PUBLISHED, Answer, Context, Told, known, unanchored
from dragoman.times.moments import OPEN, SEASONS, add_months, containing

REPORTED = frozenset({"quarter", "half"})
"""Units of reporting periods: a year earlier than a quarter is a quarter."""

UNITS = {"decade": ("year", 10), "century": ("year", 100), "fortnight": ("week", 2)}
"""What is counted in coarse units is known to the finer one: "two decades ago" names a year."""

MOST = 10_000_000
"""Steps beyond which no calendar is asked."""


def current(context: Context) -> Answer:
    """The stretch around the day of publication, or `step` of them on ("last month")."""
    unit, step = context["unit"], int(context["step"] or "0")
    today = context.story.today(unit)
    if not today:
        return unanchored(unit)
    return known(today.shifted(step, unit), PUBLISHED)


def narrative(context: Context) -> Answer:
    """The stretch around the date last told, or `step` of them on ("the following month")."""
    unit, step = context["unit"], context.number("step")
    told = _of_unit(context, unit) or context.story.latest(unit)
    if not told:
        return unanchored(unit)
    if told.answer.moment:
        return known(told.answer.moment.within(unit).shifted(step, unit), told.id)
    if step == 0 and told.answer.unit == unit:
        return Answer(told.answer.value, unit, anchor=told.id)
    return Answer(unanchored(unit).value, unit, anchor=told.id)


def _of_unit(context: Context, unit: str) -> Told | None:
    """The reporting period of that very unit told in this sentence or the one before."""
    for told in reversed(context.story.told):
        if context.sentence - told.sentence > 1 or unit not in REPORTED:
            return None
        if told.answer.unit == unit:
            return told
    return None


def period(context: Context) -> Answer:
    """The quarter in question, else the last one; the week, month, year or weekend of the report.

    "The weekend" is the one before a working day, and the one that lies ahead where the tense
    looks ahead.
    """
    unit = context["unit"]
    if unit not in {"quarter", "weekend"}:
        return current(context)
    for told in reversed(context.story.told):
        if told.answer.unit == unit and told.answer.moment and not told.answer.compared:
            return known(told.answer.moment, told.id)
    today = context.story.today(unit)
    if not today or not context.story.published:
        return unanchored(unit)
    is_weekend = unit == "weekend" and context.story.published.weekday() >= 4
    ahead = unit == "weekend" and (is_weekend or context.direction > 0)
    return known(today.shifted(0 if ahead else -1, unit), PUBLISHED)


def year_on_year(context: Context) -> Answer:
    """The reporting period a year before the one in question ("the year-ago quarter")."""
    told = _reported(context)
    if told:
        return _year_before(told)
    today = context.story.today(context["unit"] or "year")
    return known(today.shifted(-1, "year"), PUBLISHED) if today else unanchored("year")


def _year_before(told: Told) -> Answer:
    moment = told.answer.moment
    if not moment:
        return unanchored("year")
    return replace(known(moment.shifted(-1, "year"), told.id), compared=True)


def _reported(context: Context) -> Told | None:
    """The reporting period that this sentence or one of the two before it has named."""
    for told in reversed(context.story.told):
        if context.sentence - told.sentence > 2:
            return None
        if told.answer.unit in REPORTED and told.answer.moment and not told.answer.compared:
            return told
    return None


def offset(context: Context) -> Answer:
    """So many units before or after (`step`) publication or, with `from=story`, the date told."""
    step = context.number("step")
    count = context["count"] or "1"
    if count == "X":
        return _vaguely(context, step)
    unit, size = UNITS.get(context["unit"], (context["unit"], 1))
    number = Fraction(count.replace(",", "")) * size
    if number.denominator != 1 and unit == "year":
        number, unit = number * 12, "month"
    moves = int(number) * step
    if abs(moves) > MOST:
        return _vaguely(context, step)
    if unit == "year" and moves == -1 and (told := _reported(context)):
        return _year_before(told)
    if context["from"] == "story":
        return _from_story(context, unit, moves)
    today = context.story.today(unit)
    return known(today.shifted(moves, unit), PUBLISHED) if today else unanchored(unit)


def _vaguely(context: Context, step: int) -> Answer:
    """A vague number of units from publication or from the date told, which stays open."""
    if context["from"] == "story":
        told = context.story.latest("year")
        return Answer(OPEN[context["unit"]], anchor=told.id if told else "")
    return Answer("PAST_REF" if step < 0 else "FUTURE_REF")


def _from_story(context: Context, unit: str, moves: int) -> Answer:
    told = context.story.latest(unit)
    if not told:
        return unanchored(unit)
    if not told.answer.moment:
        return Answer(unanchored(unit).value, unit, anchor=told.id)
    return known(told.answer.moment.within(unit).shifted(moves, unit), told.id)


def reference(context: Context) -> Answer:
    """`PRESENT_REF`, `PAST_REF` or `FUTURE_REF`, as the lexicon has it."""
    return Answer(context["reference"])


def then(context: Context) -> Answer:
    """The date last told, whatever its unit; no expression of time where none was told."""
    told = context.story.told[-1] if context.story.told else None
    if not told or context.sentence - told.sentence > 1:
        return Answer("")
    return Answer(told.answer.value, told.answer.unit, told.answer.moment, told.id)


def month_of_step(context: Context) -> Answer:
    """A named month or season, strictly before or after publication ("last May", "next spring")."""
    unit = "month" if context["month"] else "season"
    start = context.number("month") if context["month"] else SEASONS[context["season"]]
    today = context.story.today(unit)
    if not today:
        return unanchored(unit, f"XXXX-{context[unit]}")
    gap, step = (start - today.first.month) % 12, context.number("step")
    if step < 0:
        gap -= 12
    elif step > 0:
        gap = gap or 12
    elif gap > 6:
        gap -= 12
    return known(containing(add_months(today.first, gap), unit), PUBLISHED)
