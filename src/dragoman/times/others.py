"""Dates of other calendars: recognised, their values left open."""

from dragoman.times.answers import Answer, Context


def other_calendar(context: Context) -> Answer:
    """A month, feast or year of another calendar: recognised, its value left open."""
    year = context["year"]
    value = f"{context.number('year'):04}-XX" if year and not context["calendar"] else "XXXX"
    note = ("times.other-calendar", "a date of another calendar; its value is left open")
    return Answer(value, "", note=note)
