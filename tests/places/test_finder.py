"""What holds for any text."""

import datetime
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.parsing import Parsed, Parser
from dragoman.places import PlaceFinder
from dragoman.records import Document

PIECES = ["Paris", ", ", "Texas", " in ", "al-", "Hol", "the ", "U.S.-led", "St. ", "\n\n"]
PIECES += ["’s ", "é", "(", "Ky.", "東京", " ", "ANKARA", "Mr. "]


def test_an_empty_text_has_no_places(finder: PlaceFinder, parse: Callable[..., Parsed]) -> None:
    for text in ("", " \n\n ", "…", "12 34"):
        assert finder.find(parse(text)).findings == ()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_spans_slice_the_text_in_order(
    finder: PlaceFinder, parse: Callable[..., Parsed], pieces: list[str]
) -> None:
    text = "".join(pieces)
    found = finder.find(parse(text)).findings
    end = 0
    for number, mention in enumerate(found, start=1):
        assert mention.id == f"p{number}"
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert (mention.lat is None) == (mention.lon is None)
        assert 0 <= mention.confidence <= 1
        end = mention.end


def test_the_same_text_gives_the_same_places(
    finder: PlaceFinder, parse: Callable[..., Parsed]
) -> None:
    parsed = parse("Talks in Springfield and Portland, Maine, and then in San Jose, failed.")
    assert finder.find(parsed) == finder.find(parsed)


def test_the_country_of_publication_breaks_a_tie(finder: PlaceFinder, parser: Parser) -> None:
    def country(url: str | None) -> str | None:
        text = "Police in Richmond and Hamilton made arrests."
        parsed = parser.parse(Document(id="d", text=text, url=url))
        return finder.find(parsed).findings[0].country

    assert country("https://news.example.com.au/a") == "AUS"
    assert country("https://news.example.co.uk/a") == "GBR"


def test_a_dateline_is_a_place(finder: PlaceFinder, parser: Parser) -> None:
    text = "Selma, May 4 (Agency) - A bridge was closed."
    day = datetime.date(2031, 5, 4)
    document = Document(id="d", text=text, dateline=(0, 23), published=day)
    assert [one.text for one in finder.find(parser.parse(document)).findings] == ["Selma"]


@pytest.mark.parametrize("text", ["A" * 5000, "Paris " * 3000, "Paris, " * 2000, "-" * 3000])
def test_odd_texts_do_no_harm(text: str, finder: PlaceFinder, parse: Callable[..., Parsed]) -> None:
    finder.find(parse(text))
