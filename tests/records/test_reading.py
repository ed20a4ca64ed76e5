import datetime

import pytest

from dragoman.errors import DocumentError
from dragoman.records import (
    Actor,
    ActorMention,
    Claim,
    Coder,
    Document,
    Event,
    Magnitude,
    Reading,
    Span,
)

READING = Reading(
    id="one",
    document=Document(
        id="one", text="Arvenia’s army left.", published=datetime.date(2031, 5, 4), extra={"k": [1]}
    ),
    actors=(
        Actor(
            id="a1",
            name="Arvenia",
            kind="organisation",
            mentions=(ActorMention(start=0, end=7, text="Arvenia"),),
        ),
    ),
    claims=(Claim(id="c1", content=(Span(start=0, end=20),), form="direct", stance="states"),),
    events=(
        Event(
            id="e1",
            type="RETREAT",
            mode="withdraw",
            status="occurred",
            source=("a1",),
            trigger=Span(start=15, end=19),
            sentence=Span(start=0, end=20),
            magnitudes={"size": Magnitude(value=6, bound="at least")},
            coder=Coder(name="rules", version="1", rule="retreat:leave"),
        ),
    ),
    version="test",
)


def test_json_loses_nothing() -> None:
    assert Reading.from_json(READING.to_json()) == READING


def test_absent_means_empty() -> None:
    assert b"furniture" not in READING.to_json()


def test_json_is_one_line() -> None:
    assert b"\n" not in READING.to_json()


def test_what_is_no_reading_is_refused_by_key() -> None:
    with pytest.raises(DocumentError, match="not a reading"):
        Reading.from_json(b'{"id": 3}')


def test_spans_overlap_and_cover() -> None:
    assert Span(start=0, end=5).overlaps(Span(start=4, end=6))
    assert not Span(start=0, end=5).overlaps(Span(start=5, end=6))
    assert Span(start=0, end=5).covers(Span(start=0, end=5))
