"""The operations that `patterns.tsv` can name."""

from dragoman.times.answers import Operation
from dragoman.times.clock import clock, daypart
from dragoman.times.dates import (
    calendar,
    nothing,
    second_day,
    week_of,
    weekday,
    weekday_of_week,
)
from dragoman.times.feasts import eve, holiday, holiday_span
from dragoman.times.lengths import duration, rate, recurring, recurring_day
from dragoman.times.numeric import figures, iso
from dragoman.times.others import other_calendar
from dragoman.times.parts import nth_weekday, part_of
from dragoman.times.relative import (
    current,
    month_of_step,
    narrative,
    offset,
    period,
    reference,
    then,
    year_on_year,
)
from dragoman.times.years import century, decade, fiscal_year, named, short_year

OPERATIONS: dict[str, Operation] = {
    operation.__name__: operation
    for operation in (
        calendar,
        century,
        clock,
        current,
        daypart,
        decade,
        duration,
        rate,
        eve,
        figures,
        fiscal_year,
        holiday,
        holiday_span,
        iso,
        month_of_step,
        named,
        narrative,
        nothing,
        nth_weekday,
        offset,
        other_calendar,
        part_of,
        period,
        recurring,
        recurring_day,
        reference,
        second_day,
        short_year,
        then,
        week_of,
        weekday,
        weekday_of_week,
        year_on_year,
    )
}
"""What the column `operation` of `patterns.tsv` may name."""

NOT_TOLD = frozenset(
    {"reference", "duration", "rate", "recurring", "recurring_day", "other_calendar"}
)
"""Operations whose answers are no date that the story could go on from."""
