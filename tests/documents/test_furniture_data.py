"""Bad entries in the tables of furniture are reported with file and line; all hold together."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from dragoman import resources
from dragoman.documents import FurnitureFinder
from dragoman.documents.furniture.cues import Cues, kinds
from dragoman.documents.furniture.shape import Shapes
from dragoman.errors import DataError
from dragoman.records import Document


def bad_row(monkeypatch: pytest.MonkeyPatch, file: str, **cells: str) -> None:
    real = resources.table

    def table(source: Any, required: Any = ()) -> Iterator[resources.Row]:
        yield from real(source, required)
        if source == file:
            yield resources.Row(file, 999, cells)

    monkeypatch.setattr(resources, "table", table)


@pytest.mark.parametrize(
    ("file", "cells", "reason"),
    [
        ("furniture/cues.tsv", {"phrase": "x", "match": "here"}, "match is 'here'; allowed: line"),
        (
            "furniture/cues.tsv",
            {"phrase": "x", "match": "line", "kind": "fun", "stop": "0"},
            "kind is 'fun'; allowed: menu",
        ),
        (
            "furniture/cues.tsv",
            {"phrase": "x", "match": "line", "kind": "menu", "stop": "many"},
            "stop is 'many'; allowed: a whole number of words",
        ),
        (
            "furniture/patterns.tsv",
            {"pattern": "(", "kind": "menu", "stop": "0"},
            "pattern '('",
        ),
    ],
)
def test_bad_cues(
    monkeypatch: pytest.MonkeyPatch, file: str, cells: dict[str, str], reason: str
) -> None:
    bad_row(monkeypatch, file, **cells)
    with pytest.raises(DataError) as error:
        Cues()
    assert str(error.value).startswith(f"{file}:999: {reason}")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"feature": "mood", "weight": "1"}, "feature is 'mood'; allowed: constant"),
        ({"feature": "final", "weight": "much"}, "weight is 'much'; allowed: a number"),
    ],
)
def test_bad_weights(monkeypatch: pytest.MonkeyPatch, cells: dict[str, str], reason: str) -> None:
    bad_row(monkeypatch, "furniture/weights.tsv", **cells)
    with pytest.raises(DataError, match="999"):
        Shapes()


def test_every_kind_has_a_meaning() -> None:
    rows = list(resources.table("furniture/kinds.tsv", ("kind", "meaning")))
    assert all(row["meaning"] for row in rows)
    assert len(set(kinds())) == len(rows)


def test_spans_are_ordered_disjoint_and_within_the_text() -> None:
    pieces = [
        "Home", "News", "Advertisement", "", "Leave a Reply", "By Nora Pell", "© 2031 Courier",
        "Troops left the harbour on Monday, a spokesman of the army said in Velda.",
        "“We never agreed,” she said — “and we never will.” ", "Related Articles", "\u00a0", "12",
        "Harbour fees to double", "May 6, 2031", "🙂 🙂", "İstanbul’da görüşmeler sürüyor.", "\r",
    ]  # fmt: skip
    finder, dice = FurnitureFinder(), random.Random(7)
    for _ in range(300):
        text = "\n".join(dice.choices(pieces, k=dice.randint(0, 30)))
        found = finder.find(Document(id="x", text=text)).findings
        last = 0
        for span in found:
            assert last <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip() == text[span.start : span.end]
            assert span.kind in kinds()
            last = span.end
        assert found == finder.find(Document(id="x", text=text)).findings
