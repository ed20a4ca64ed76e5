"""Golden expressions of time: text, day of publication, types and values."""

from collections.abc import Callable
from typing import Any

import pytest

import golden
from dragoman.parsing import Parsed
from dragoman.times import TimeFinder


@pytest.fixture(scope="module")
def finder() -> TimeFinder:
    return TimeFinder()


@pytest.mark.parametrize("case", golden.load("times"))
def test_times(case: dict[str, Any], parse: Callable[..., Parsed], finder: TimeFinder) -> None:
    found = finder.find(parse(case["text"], case.get("published")))
    got = [{"text": t.text, "type": t.type, "value": t.value} for t in found.findings]
    want = [{key: t[key] for key in ("text", "type", "value")} for t in case["times"]]
    assert got == want, case["reason"]
    for told, expected in zip(found.findings, case["times"], strict=True):
        assert told.mod == expected.get("mod", told.mod), case["reason"]
        assert told.anchor == expected.get("anchor", told.anchor), case["reason"]
    assert [issue.code for issue in found.issues] == case.get("issues", []), case["reason"]
