"""Operations for times of day, on a day that is given or told."""

import re

from dragoman.times.answers import PUBLISHED, Answer, Context, known, unanchored
from dragoman.times.dates import calendar, weekday
from dragoman.times.moments import Impossible, Moment, add_days

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?\s?(?:([ap])\.?\s?m\.?)?")


NEAR = 1
"""Sentences after which a time of day no longer belongs to the day last told."""


def clock(context: Context) -> Answer:
    """A clock time with its day and zone: `2024-12-08T17:30Z`."""
    return _on(day_of(context), f"T{_time(context)}{context['zone']}")


def daypart(context: Context) -> Answer:
    """A part of a day: `2024-12-08TNI`."""
    return _on(day_of(context), f"T{context['daypart']}")


def _on(day: Answer, time: str) -> Answer:
    value = day.value if day.unit == "day" and "T" not in day.value else "XXXX-XX-XX"
    return Answer(value + time, "day", day.moment, day.anchor, type="TIME")


def day_of(context: Context) -> Answer:
    """The day in the slots; without one the day just told; else a day that nothing anchors."""
    if context["iso"] or context["month"]:
        return calendar(context)
    if context["weekday"]:
        return weekday(context)
    if context["today"]:
        published = context.story.published
        if not published:
            return unanchored("day")
        return known(Moment(add_days(published, context.number("today")), "day"), PUBLISHED)
    told = context.story.latest("day")
    step = int(context["step"] or "0")
    is_far = told is not None and context.sentence - told.sentence > NEAR
    if not told or (is_far and not context["step"]):
        return unanchored("day")
    if told.answer.moment:
        return known(told.answer.moment.within("day").shifted(step, "day"), told.id)
    value = told.answer.value.partition("T")[0] if not step else "XXXX-XX-XX"
    return Answer(value, "day", anchor=told.id)


def _time(context: Context) -> str:
    if context["fixed"]:
        return context["fixed"]
    if context["hhmm"]:
        return _checked(int(context["hhmm"][:2]), int(context["hhmm"][2:]))
    match = _CLOCK.fullmatch(context["clock"] or context["hour"])
    if not match:
        raise Impossible(f"{context['clock']!r} is no time of day")
    hour, minute, second, half = match.groups()
    half = half or context["half"]
    number = int(hour)
    if half and number > 12:
        raise Impossible(f"{hour} {half}m is no time of day")
    if half:
        number = number % 12 + (12 if half == "p" else 0)
    return _checked(number, int(minute or 0)) + (f":{second}" if second else "")


def _checked(hour: int, minute: int) -> str:
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise Impossible(f"{hour:02}:{minute:02} is no time of day")
    return f"{hour:02}:{minute:02}"
