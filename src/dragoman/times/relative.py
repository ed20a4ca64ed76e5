"""Operations for dates that are told from the day of publication or from the narrative."""

from fractions import Fraction

from dragoman.times.answers import PUBLISHED, Answer, Context, Told, known, unanchored
from dragoman.times.moments import SEASONS, add_months, containing

REPORTED = frozenset({"quarter", "half"})
"""Units of reporting periods: a year earlier than a quarter is a quarter."""

UNITS = {"decade": ("year", 10), "century": ("year", 100), "fortnight": ("week", 2)}
"""What is counted in coarse units is known to the finer one: "two decades ago" names a year."""


def current(context: Context) -> Answer:
    """The stretch around the day of publication, or `step` of them on ("last month")."""
    unit = context["unit"]
    today = context.story.today(unit)
    if not today:
        return unanchored(unit)
    return known(today.shifted(context.number("step"), unit), PUBLISHED)


def narrative(context: Context) -> Answer:
    """The stretch around the date last told, or `step` of them on ("the following month")."""
    unit, step = context["unit"], context.number("step")
    told = context.story.latest(unit)
    if not told:
        return unanchored(unit)
    if told.answer.moment:
        return known(told.answer.moment.within(unit).shifted(step, unit), told.id)
    if step == 0 and told.answer.unit == unit:
        return Answer(told.answer.value, unit, anchor=told.id)
    return Answer(unanchored(unit).value, unit, anchor=told.id)


def period(context: Context) -> Answer:
    """The reporting period in question ("the quarter", "the year"), else the current one."""
    unit = context["unit"]
    told = context.story.latest(unit)
    if told and told.answer.unit == unit and told.answer.moment and unit != "year":
        return known(told.answer.moment, told.id)
    if unit == "quarter":
        today = context.story.today(unit)
        return known(today.shifted(-1, unit), PUBLISHED) if today else unanchored(unit)
    return current(context)


def year_on_year(context: Context) -> Answer:
    """The reporting period a year before the one in question ("the year-ago quarter")."""
    told = _reported(context)
    if told and told.answer.moment:
        return known(told.answer.moment.shifted(-1, "year"), told.id)
    today = context.story.today(context["unit"] or "year")
    return known(today.shifted(-1, "year"), PUBLISHED) if today else unanchored("year")


def _reported(context: Context) -> Told | None:
    """The reporting period that this sentence or one of the two before it has named."""
    for told in reversed(context.story.told):
        if context.sentence - told.sentence > 2:
            return None
        if told.answer.unit in REPORTED and told.answer.moment:
            return told
    return None


def offset(context: Context) -> Answer:
    """So many units before or after (`step`) publication or, with `from=story`, the date told."""
    step = context.number("step")
    count = context["count"] or "1"
    if count == "X" or context["unit"] in {"hour", "minute", "second"}:
        return Answer("PAST_REF" if step < 0 else "FUTURE_REF")
    unit, size = UNITS.get(context["unit"], (context["unit"], 1))
    moves = int(Fraction(count.replace(",", "")) * size) * step
    if abs(moves) > 10_000_000:
        return Answer("PAST_REF" if step < 0 else "FUTURE_REF")
    if unit == "year" and moves == -1 and (told := _reported(context)) and told.answer.moment:
        return known(told.answer.moment.shifted(-1, "year"), told.id)
    if context["from"] == "story":
        return _from_story(context, unit, moves)
    today = context.story.today(unit)
    return known(today.shifted(moves, unit), PUBLISHED) if today else unanchored(unit)


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
