"""Kernels: what is kept of a clause, and where its parties stand."""

from collections.abc import Callable

import pytest

from dragoman.events.kernels import LONGEST, Kernel, kernel
from dragoman.parsing import Parsed

Parse = Callable[..., Parsed]


def cut(parsed: Parsed, verb: str, source: str, target: str) -> Kernel | None:
    doc = parsed.doc
    word = next(token for token in doc if token.text == verb)
    sides = [
        doc.char_span(doc.text.index(name), doc.text.index(name) + len(name))
        for name in (source, target)
    ]
    first, second = (tuple(side) if side is not None else () for side in sides)
    return kernel([word], first, second)


@pytest.mark.parametrize(
    ("text", "verb", "kept"),
    [
        ("Arvenia, which has no coast, shelled Dastan.", "shelled", "Arvenia, , shelled Dastan."),
        ("Arvenia shelled Dastan and left.", "shelled", "Arvenia shelled Dastan and ."),
        (
            "The aide said that Arvenia shelled Dastan after talks failed.",
            "shelled",
            "that Arvenia shelled Dastan",
        ),
    ],
)
def test_other_clauses_are_left_out(parse: Parse, text: str, verb: str, kept: str) -> None:
    found = cut(parse(text), verb, "Arvenia", "Dastan")
    assert found is not None
    assert found.text == kept
    assert found.text[found.source.start : found.source.end] == "Arvenia"
    assert found.text[found.target.start : found.target.end] == "Dastan"


def test_parties_far_away_are_fetched(parse: Parse) -> None:
    text = "Arvenia sent envoys to the capital and shelled the ports of Dastan."
    found = cut(parse(text), "shelled", "Arvenia", "Dastan")
    assert found is not None
    assert found.text.startswith("Arvenia")
    assert "envoys" not in found.text


def test_one_party_is_no_kernel(parse: Parse) -> None:
    parsed = parse("Arvenia shelled Dastan.")
    assert kernel([parsed.doc[1]], (parsed.doc[0],), (parsed.doc[0],)) is None
    assert kernel([parsed.doc[1]], (parsed.doc[0],), ()) is None


def test_an_overlong_clause_is_no_kernel(parse: Parse) -> None:
    parsed = parse("Arvenia shelled " + "big " * LONGEST + "Dastan.")
    assert cut(parsed, "shelled", "Arvenia", "Dastan") is None
