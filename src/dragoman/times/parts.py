"""Operations for a part of a month or year that is counted out."""

from dataclasses import replace

from dragoman.times.answers import Answer, Context, known, unanchored
from dragoman.times.dates import calendar
from dragoman.times.moments import Impossible, Moment, add_days
from dragoman.times.relative import current


def nth_weekday(context: Context) -> Answer:
    """The n-th day of the week of a month ("the second Tuesday in November", "the last Sunday")."""
    month = calendar(context)
    if not month.moment:
        return unanchored("day", f"XXXX-{context['month']}-XX")
    nth, weekday = context.number("nth"), context.number("weekday")
    following = month.moment.shifted(1, "month").first
    start = month.moment.first if nth > 0 else add_days(following, -7)
    found = add_days(start, (weekday - 1 - start.weekday()) % 7 + 7 * (max(nth, 1) - 1))
    if found >= following:
        raise Impossible(f"the month has no such day number {nth}")
    return known(Moment(found, "day"), month.anchor)


def part_of(context: Context) -> Answer:
    """The first, n-th or last day of a month or year; of longer parts the whole with a modifier.

    Where the first week of a month begins is a matter of taste, so it stays "early in" it.
    """
    whole = _whole(context)
    unit, nth = context["unit"], context.number("nth")
    if not whole.moment:
        return whole
    if unit == "day":
        start = whole.moment.first
        after = whole.moment.shifted(1, whole.unit).first
        found = add_days(start, nth - 1) if nth > 0 else add_days(after, nth)
        if not start <= found < after:
            raise Impossible(f"no day number {nth} there")
        return known(Moment(found, "day"), whole.anchor)
    return replace(whole, mod={1: "START", -1: "END"}.get(nth, "MID"))


def _whole(context: Context) -> Answer:
    if context["month"] or context["year"]:
        return calendar(context)
    slots = {"unit": context["whole"], "step": context["step"] or "0"}
    return current(replace(context, slots=slots))
