"""Golden passages: every place of the text, by its words, and what it must be."""

from collections.abc import Callable
from typing import Any

import pytest

import golden
from dragoman.parsing import Parsed
from dragoman.places import PlaceFinder
from dragoman.places.place import Place
from dragoman.places.ranking import kilometres
from dragoman.records import PlaceMention

NEAR_KM = 161


def distance(mention: PlaceMention, point: list[float]) -> float:
    assert mention.lat is not None and mention.lon is not None
    here = Place("", mention.lat, mention.lon, "", "", 0, "", "point")
    return kilometres(here, Place("", point[0], point[1], "", "", 0, "", "point"))


def check(mention: PlaceMention, detail: dict[str, Any]) -> None:
    for key, value in detail.items():
        if key == "near":
            assert distance(mention, value) <= NEAR_KM, mention
        else:
            assert getattr(mention, key) == value, mention


@pytest.mark.parametrize("case", golden.load("places"))
def test_passage(case: Any, finder: PlaceFinder, parse: Callable[..., Parsed]) -> None:
    found = finder.find(parse(case["text"])).findings
    for mention in found:
        assert mention.text == case["text"][mention.start : mention.end]
    assert {mention.text: mention.country for mention in found} == case["places"]
    for mention in found:
        check(mention, case.get("detail", {}).get(mention.text, {}))
