"""What a time expression gives as a date, and what it never gives."""

import pytest

from dragoman.events.timing import date_of, ranged
from dragoman.records import Timex


def timex(value: str, text: str = "then", type: str = "DATE", mod: str = "") -> Timex:
    return Timex(id="t1", start=0, end=4, text=text, type=type, value=value, mod=mod)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "date", "precision"),
    [
        ("2024-12-08", "2024-12-08", "day"),
        ("2024-12-08T17:30", "2024-12-08", "day"),
        ("2024-12-06TNI", "2024-12-06", "day"),
        ("2024-W49", "2024-W49", "week"),
        ("2024-W49-WE", "2024-W49", "week"),
        ("2024-12", "2024-12", "month"),
        ("2024-SU", "2024-SU", "season"),
        ("2024", "2024", "year"),
        ("2019-Q3", "2019", "year"),
        ("2019-H2", "2019", "year"),
        ("198", "198", "decade"),
        ("19", "19", "century"),
    ],
)
def test_a_value_gives_a_date_to_its_precision(value: str, date: str, precision: str) -> None:
    assert date_of(timex(value)) == (date, precision, "text")


@pytest.mark.parametrize(
    "value",
    ["PAST_REF", "PRESENT_REF", "FUTURE_REF", "XXXX-WXX-7", "XXXX-12-08", "XXXX", "2024-XX-XX",
     "2024-02-31", "FY2024", "BC0575", "P3D", ""],
)  # fmt: skip
def test_what_is_open_or_impossible_gives_no_date(value: str) -> None:
    assert date_of(timex(value)) is None


def test_durations_sets_and_bounds_give_no_date() -> None:
    assert date_of(timex("2024", type="DURATION")) is None
    assert date_of(timex("XXXX-WXX-1", type="SET")) is None
    assert date_of(timex("2010", mod="BEFORE")) is None


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        (timex("2024-05", "May"), timex("2009-07", "July 2009"), "2009-05"),
        (timex("2024-11", "November"), timex("2020-01", "January 2020"), "2019-11"),
        (timex("2012", "2012"), timex("2016", "2016"), "2012"),
        (timex("XXXX-XX-XX"), timex("2009-07", "July 2009"), None),
        (timex("XXXX-05", "May"), timex("XXXX-07", "July"), None),
        (timex("2024-12-09", "Monday"), timex("2024-12-04", "Wednesday"), "2024-12-02"),
        (timex("XXXX-05", "May"), timex("2009-07", "July 2009"), "2009-05"),
    ],
)
def test_a_range_gives_its_start(start: Timex, end: Timex, date: str | None) -> None:
    found = date_of(ranged(start, end))
    assert (found[0] if found else None) == date
