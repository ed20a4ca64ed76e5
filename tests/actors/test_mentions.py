"""Golden passages: which words are a mention of their own, and whose."""

from collections.abc import Callable
from typing import Any

import pytest

import golden
from dragoman.actors import ActorFinder
from dragoman.parsing import Parsed
from dragoman.places import PlaceFinder


@pytest.fixture(scope="module")
def finder() -> ActorFinder:
    return ActorFinder()


@pytest.fixture(scope="module")
def places() -> PlaceFinder:
    return PlaceFinder()


@pytest.mark.parametrize("case", golden.load("actors", "mentions*.yml"))
def test_mentions(
    case: Any, finder: ActorFinder, places: PlaceFinder, parse: Callable[..., Parsed]
) -> None:
    parsed = parse(case["text"], case.get("published"))
    actors = finder.find(parsed, places.find(parsed).findings).findings
    found = {
        (mention.start, mention.text): f"{a.kind} {a.country or '~'} {a.sector or '~'}"
        for a in actors
        for mention in a.mentions
    }
    for words, expected in case.get("apart", {}).items():
        assert found.get((case["text"].find(words), words)) == expected, found
    for words in case.get("none", []):
        assert case["text"].find(words) not in {start for start, _ in found}, found
