"""Golden claims: a text, who says what in it, and by which cue."""

from collections.abc import Callable
from typing import Any

import pytest

import golden
from dragoman.claims import ClaimFinder
from dragoman.parsing import Parsed
from dragoman.records import Claim

FINDER = ClaimFinder()


def told(parsed: Parsed, claim: Claim) -> dict[str, Any]:
    """A claim in words, in the form of the golden cases."""
    words = lambda span: parsed.text(span.start, span.end) if span else None  # noqa: E731
    return {
        "source": words(claim.source),
        "cue": words(claim.cue),
        "content": " | ".join(str(words(span)) for span in claim.content),
        "form": claim.form,
        "stance": claim.stance,
    }


@pytest.mark.parametrize("case", golden.load("claims"))
def test_golden(case: dict[str, Any], parse: Callable[..., Parsed]) -> None:
    parsed = parse(case["text"])
    found = [told(parsed, claim) for claim in FINDER.find(parsed).findings]
    for wanted in case["claims"]:
        assert any(wanted.items() <= claim.items() for claim in found), found
