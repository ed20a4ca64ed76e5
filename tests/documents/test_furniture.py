"""Golden cases of furniture: what must be marked, and what must stay."""

from typing import Any

import pytest

import golden
from dragoman.documents import FurnitureFinder
from dragoman.records import Document


@pytest.fixture(scope="module")
def finder() -> FurnitureFinder:
    return FurnitureFinder()


@pytest.mark.parametrize("case", golden.load("documents", "furniture_*.yml"))
def test_furniture(case: dict[str, Any], finder: FurnitureFinder) -> None:
    text = case["text"]
    found = finder.find(Document(id="case", text=text, title=case.get("title"))).findings
    for words in case.get("marked", ()):
        at = text.index(words)
        covered = [span for span in found if span.start <= at and at + len(words) <= span.end]
        assert covered, f"{words!r} is not marked"
        if kind := case.get("kinds", {}).get(words):
            assert covered[0].kind == kind
    for words in case.get("kept", ()):
        at = text.index(words)
        hit = [span for span in found if span.start < at + len(words) and at < span.end]
        assert not hit, f"{words!r} is marked as {hit[0].kind}"
    if case.get("whole"):
        assert not found
