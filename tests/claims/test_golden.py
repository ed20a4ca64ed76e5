"""Golden claims: a passage, who says what in it, by which cue, how firmly.

Every expectation of a claim is compared key by key; the whole set has floors, as no parser of
English is right on every sentence. A failure lists
the expectations that are missed.
"""

import re
from collections.abc import Callable
from typing import Any

import golden
from dragoman.claims import ClaimFinder
from dragoman.parsing import Parsed
from dragoman.records import Claim, Span

FINDER = ClaimFinder()
MET_FLOOR = 0.95
FIRM_FLOOR = 0.95
PASSAGES = 300


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def said(parsed: Parsed, span: Span | None) -> str | None:
    return parsed.text(span.start, span.end) if span is not None else None


def meets(parsed: Parsed, claim: Claim, wanted: dict[str, Any]) -> bool:
    """Whether a claim is the wanted one in every key but firmness."""
    content = " ".join(parsed.text(one.start, one.end) for one in claim.content)
    cue = words(said(parsed, claim.cue) or "") or [said(parsed, claim.cue)]
    return (
        said(parsed, claim.source) == wanted["source"]
        and any(word in cue for word in words(wanted["cue"]) or [":"])
        and words(content) == words(wanted["content"])
        and (claim.form, claim.stance) == (wanted["form"], wanted["stance"])
        and claim.negated == wanted.get("negated", False)
        and claim.narrator == wanted.get("narrator", False)
        and (claim.within is not None) == wanted.get("within", False)
        and said(parsed, claim.medium) == wanted.get("medium", said(parsed, claim.medium))
        and said(parsed, claim.audience) == wanted.get("audience", said(parsed, claim.audience))
    )


def test_golden(parse: Callable[..., Parsed]) -> None:
    cases = [param.values[0] for param in golden.load("claims")]
    total = sum(len(case["claims"]) or 1 for case in cases)
    missed, graded, firm = [], 0, []
    for case in cases:
        parsed = parse(case["text"])
        claims = FINDER.find(parsed).findings
        if claims and not case["claims"]:
            missed.append(f"{case['text']} should make no claim")
        for wanted in case["claims"]:
            found = [claim for claim in claims if meets(parsed, claim, wanted)]
            if not found:
                missed.append(f"{case['text']} {wanted}")
            if "firmness" in wanted:
                graded += 1
                low, high = wanted["firmness"]
                if not (found and low <= found[0].firmness <= high):
                    firm.append(f"{case['text']} {found[0].firmness if found else None}")
    assert len(cases) >= PASSAGES
    assert 1 - len(missed) / total >= MET_FLOOR, "\n".join(missed)
    assert 1 - len(firm) / graded >= FIRM_FLOOR, "\n".join(firm)
