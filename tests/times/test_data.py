"""The data files: every row's example is found by some row, and bad rows name their place."""

from collections.abc import Callable

import pytest

from dragoman.errors import DataError
from dragoman.parsing import Parsed
from dragoman.resources import table
from dragoman.times import TimeFinder, rules
from dragoman.times.holidays import easter, holiday_day
from dragoman.times.patterns import Alphabet, PatternError, compiled, expanded

ROWS = list(table(rules.PATTERNS))


@pytest.fixture(scope="module")
def finder() -> TimeFinder:
    return TimeFinder()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_the_example_of_each_row_is_found(
    row: dict[str, str], parse: Callable[..., Parsed], finder: TimeFinder
) -> None:
    text = f"It fell on 3 May 2019. They met in {row['example']}, it said."
    found = finder.find(parse(text, "2024-12-09"))
    if row["operation"] != "nothing":
        assert any(told.text in row["example"] for told in found.findings), found


def test_names_of_rows_are_unique() -> None:
    names = [row["name"] for row in ROWS]
    assert len(names) == len(set(names))


def alphabet() -> Alphabet:
    letters = Alphabet()
    for classes in ({"=the"}, {"=-"}, {"year"}, {"=in"}):
        letters.letter(frozenset(classes))
    return letters


@pytest.mark.parametrize(
    "pattern",
    ["{nosuchclass}", "the (", "the )", "the?", "[ in ]", "nosuchword", "the | | {year}?", "? the"],
)
def test_a_bad_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compiled(pattern, alphabet())


def test_an_unknown_macro_is_refused() -> None:
    with pytest.raises(PatternError):
        expanded("<nosuch>", {})


def test_a_bad_row_names_its_file_and_line() -> None:
    row = ROWS[0]
    bad = type(row)(row.file, row.line, {**row.cells, "pattern": "the", "operation": "guess"})
    with pytest.raises(DataError, match=rf"{row.file}:{row.line}: operation is 'guess'"):
        rules._rule(bad, 0, alphabet(), {}, {"calendar": lambda context: None})  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize(
    ("year", "day"),
    [(1998, "04-12"), (2000, "04-23"), (2024, "03-31"), (2025, "04-20"), (2038, "04-25")],
)
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("election", 2016, "2016-11-08"),
        ("election", 2022, "2022-11-08"),
        ("nth 11 4 4", 2024, "2024-11-28"),
        ("nth 5 -1 1", 2024, "2024-05-27"),
        ("12-25", 1999, "1999-12-25"),
    ],
)
def test_holidays(rule: str, year: int, day: str) -> None:
    assert holiday_day(rule, year).isoformat() == day
