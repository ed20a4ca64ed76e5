import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import golden
from dragoman.parsing.quotations import pair


@pytest.mark.parametrize("case", golden.load("parsing", "quotations.yml"))
def test_quotations(case: dict) -> None:  # type: ignore[type-arg]
    text = case["text"]
    found = [(text[q.start : q.end], q.depth) for q in pair(text)]
    assert found == [(want["words"], want.get("depth", 0)) for want in case["quotations"]]


@given(st.text(alphabet="ab.,! \n“”‘’\"'`«»„", max_size=80))
def test_any_text_pairs_without_overlap_at_the_same_depth(text: str) -> None:
    outer = [q for q in pair(text) if q.depth == 0]
    assert all(0 <= q.start < q.end <= len(text) for q in pair(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(outer))
