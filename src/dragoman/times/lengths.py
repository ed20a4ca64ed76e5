"""Operations for durations (`P3D`) and for what recurs (`P1D`, `XXXX-WXX-7`)."""

from fractions import Fraction

from dragoman.times.answers import Answer, Context
from dragoman.times.moments import Impossible

LETTERS = {
    "millennium": "ML",
    "century": "CE",
    "decade": "DE",
    "year": "Y",
    "quarter": "Q",
    "month": "M",
    "fortnight": "W",
    "week": "W",
    "weekend": "WE",
    "day": "D",
    "night": "NI",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
CLOCK_UNITS = frozenset({"hour", "minute", "second"})


def length(count: str, unit: str) -> str:
    """A duration value: `("3", "day")` → `P3D`, `("0.5", "hour")` → `PT30M`, `X` kept."""
    if unit not in LETTERS:
        raise Impossible(f"no duration is counted in {unit}")
    mark = "PT" if unit in CLOCK_UNITS else "P"
    if count == "X":
        return f"{mark}X{LETTERS[unit]}"
    number = Fraction(count.replace(",", "")) * (2 if unit == "fortnight" else 1)
    if number.denominator != 1 and unit == "hour":
        number, unit = number * 60, "minute"
    elif number.denominator != 1 and unit in {"decade", "century"}:
        number, unit = number * (10 if unit == "decade" else 100), "year"
    plain = str(number) if number.denominator == 1 else f"{float(number):g}"
    return f"{mark}{plain}{LETTERS[unit]}"


def duration(context: Context) -> Answer:
    """A length of time; `half` adds a half ("two and a half years" → `P2.5Y`)."""
    count = context["count"] or "X"
    if context["half"] and count != "X":
        count = str(Fraction(count.replace(",", "")) + Fraction(1, 2))
        whole = Fraction(count)
        count = f"{float(whole):g}"
    return Answer(length(count, context["unit"]))


def rate(context: Context) -> Answer:
    """A set where the words tell how much there is of something in each unit, else a duration."""
    kind = "SET" if context.per() else ""
    return Answer(length("1", context["unit"]), type=kind)


def recurring(context: Context) -> Answer:
    """What recurs every so many units ("every two weeks" → `P2W`)."""
    if context["frequency"]:
        return Answer(context["frequency"])
    return Answer(length(context["count"] or "1", context["unit"]))


def recurring_day(context: Context) -> Answer:
    """What recurs on a day of the week, in a month, a season or a part of the day."""
    if context["weekday"]:
        part = f"T{context['daypart']}" if context["daypart"] else ""
        return Answer(f"XXXX-WXX-{context['weekday']}{part}")
    if context["month"]:
        return Answer(f"XXXX-{context['month']}")
    if context["season"]:
        return Answer(f"XXXX-{context['season']}")
    return Answer(
        "XXXX-WXX-WE" if context["unit"] == "weekend" else f"XXXX-XX-XXT{context['daypart']}"
    )
