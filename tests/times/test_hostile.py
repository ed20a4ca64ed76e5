"""Arbitrary text: nothing is raised, every span slices the text, the same text gives the same."""

import datetime
import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.parsing import Parsed, Parser
from dragoman.records import Document, Furniture
from dragoman.times import TimeFinder

WORDS = re.findall(
    r"\S+",
    """last next this the early late mid - of on in at ago later before after since until and to ,
    . Sunday May March December Dec. spring night morning 31 30 29 5 1990 2024 0000 9999 999999999
    99:99 25:61 10:35 a.m. GMT 2024-02-30 08/12/2024 31/31/31 9/11 1980s 30s 20th century quarter
    third half fiscal two hundred thousand a couple several years months weeks days hours decade
    Easter Ramadan AH BC now recently every twice same following then day year-ago Q5 FY99 ’ “ ”""",
)
TEXTS = st.one_of(
    st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=14).map(" ".join),
    st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=8).map("".join),
    st.text(max_size=60),
)
DAYS = st.one_of(st.none(), st.dates().map(str))
VALUE = re.compile(
    r"(PRESENT|PAST|FUTURE)_REF|P(T?[\dX.]+(DE|CE|ML|WE|NI|[YQMWDHMS]))|BC\d{2,4}"
    r"|(FY)?[\dX]{2,4}(-([\dX]{2}(-[\dX]{2})?|W[\dX]{2}(-(WE|[1-7]))?|Q[\dX]|H[\dX]|S[PUX]|FA|WI))?"
    r"(T([\dX]{2}(:[\dX]{2}){0,2}|MO|MI|AF|EV|NI|DT)(Z|[+-]\d\d:?\d\d)?)?"
)


@pytest.fixture(scope="module")
def finder() -> TimeFinder:
    return TimeFinder()


@settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=TEXTS, published=DAYS)
def test_any_text(
    text: str, published: str | None, parse: Callable[..., Parsed], finder: TimeFinder
) -> None:
    parsed = parse(text, published)
    found = finder.find(parsed)
    ends = 0
    for number, told in enumerate(found.findings, start=1):
        assert told.id == f"t{number}"
        assert ends <= told.start < told.end <= len(text)
        assert told.text == text[told.start : told.end]
        assert VALUE.fullmatch(told.value), told
        ends = told.end
    assert finder.find(parsed) == found


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_edges_of_the_calendar(
    day: str, parse: Callable[..., Parsed], finder: TimeFinder
) -> None:
    text = (
        "Last week, next week, 900 years ago, in May, on Easter, next century, yesterday, tomorrow."
    )
    found = finder.find(parse(text, day))
    assert all(issue.code == "times.impossible-date" for issue in found.issues)


def test_long_runs_of_cues_stay_cheap(parse: Callable[..., Parsed], finder: TimeFinder) -> None:
    text = "the last early May " * 2_000
    assert len(finder.find(parse(text, "2024-12-09")).findings) >= 1_000


def test_no_weekday_is_dated_without_a_day_of_publication(
    parse: Callable[..., Parsed], finder: TimeFinder
) -> None:
    text = "On 3 May 2023 the talks began. They broke down on Friday and resumed on Sunday."
    values = [told.value for told in finder.find(parse(text)).findings]
    assert values == ["2023-05-03", "XXXX-WXX-5", "XXXX-WXX-7"]


def test_furniture_is_no_text(parser: Parser, finder: TimeFinder) -> None:
    text = "He fell on Sunday. See also Sunday, 1 May 2020. He rose on Monday."
    start = text.index("See")
    document = Document(id="d", text=text, published=datetime.date(2024, 12, 9))
    kept = parser.parse(document, (Furniture(start=start, end=start + 29, kind="related"),))
    assert [told.value for told in finder.find(kept).findings] == ["2024-12-08", "2024-12-09"]
