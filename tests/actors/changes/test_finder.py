"""Golden cases: what a report proposes to the registry, and what only looks like it."""

from typing import Any

import pytest

import golden
from dragoman.desk import published_day
from dragoman.reader import Reader
from dragoman.records import Document, Proposal

PUBLISHED = "2031-05-07"


def spelt(proposal: Proposal) -> str:
    parts = (
        proposal.person,
        proposal.change,
        proposal.seat,
        proposal.country or "-",
        proposal.status,
        proposal.day or "-",
    )
    return " | ".join(parts)


@pytest.mark.parametrize("case", golden.load("actors", "proposals*.yml"))
def test_what_a_report_proposes(case: dict[str, Any], reader: Reader) -> None:
    day = published_day(case.get("published", PUBLISHED))
    reading = reader.read(Document(id="case", text=case["text"], published=day))
    assert not reading.issues
    found = reading.proposals
    assert [spelt(proposal) for proposal in found] == case["proposals"], case["reason"]
    for key in ("predecessor", "known", "office", "claimed", "organisation"):
        if key in case:
            assert getattr(found[-1], key) == case[key], case["reason"]
