"""Golden cases: what a report proposes to the registry, and what only looks like it."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import golden
from dragoman.desk import published_day
from dragoman.reader import Reader
from dragoman.records import Document, Proposal

PIECES = (
    *("Mira Dolenz", "President", "the", "defence minister", "of", "Kenya", "'s", "and", "as", ","),
    *(
        "resigned",
        "was sworn in as",
        "replaced",
        "with",
        "appointed",
        "himself",
        "who",
        "said that",
    ),
    *(
        "he",
        "former",
        "acting",
        "deputy",
        "head of",
        "the army",
        "on Friday",
        ".",
        "\n\n",
        "“",
        "”",
        "(",
    ),
    *(
        "will",
        "not",
        "took office",
        "his post",
        "his resignation",
        "after",
        "to",
        "-elect",
        "1",
        "É",
    ),
)
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


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_whatever_is_said_nothing_breaks(reader: Reader, text: str) -> None:
    reading = reader.read(Document(id="case", text=text, published=published_day(PUBLISHED)))
    assert not [issue for issue in reading.issues if issue.code.startswith("proposals")]
    for proposal in reading.proposals:
        evidence = proposal.evidence
        assert evidence.text == text[evidence.start : evidence.end]
        assert proposal.person
        assert proposal.office
    assert [p.id for p in reading.proposals] == [f"r{n + 1}" for n in range(len(reading.proposals))]
