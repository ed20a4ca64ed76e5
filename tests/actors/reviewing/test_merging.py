"""Reports of one change are one change; copies of a report are no further reports."""

from typing import Any

from dragoman.actors.reviewing import merge
from dragoman.records import Evidence, Proposal


def told(words: str = "She resigned.", **more: Any) -> Proposal:
    fields: dict[str, Any] = {
        "id": "r1",
        "person": "Mira Dolenz",
        "change": "ends",
        "office": "Prime Minister",
        "seat": "head_of_government",
        "country": "SVN",
        "status": "occurred",
        "day": "2031-05-06",
        "precision": "day",
        "evidence": Evidence(start=0, end=len(words), text=words),
    }
    return Proposal(**{**fields, **more})


def days(*proposals: Proposal) -> list[str]:
    return [m.day for m in merge((f"d{n}", p) for n, p in enumerate(proposals))]


def test_the_same_words_in_two_documents_are_a_report_and_its_copy() -> None:
    (merged,) = merge([("one", told()), ("two", told("She  resigned!")), ("three", told("Gone."))])
    assert (len(merged.reports), merged.copies) == (2, 1)
    assert merged.documents == ("one", "two", "three")


def test_days_near_each_other_are_one_change_and_the_commonest_counts() -> None:
    one, other = told("a", day="2031-05-05"), told("b")
    assert days(one, other, told("c")) == ["2031-05-06"]
    assert days(told("a", day="2031-04-01"), other) == ["2031-04-01", "2031-05-06"]


def test_what_is_told_less_precisely_joins_what_it_can_mean() -> None:
    month = told("in May", day="2031-05", precision="month")
    week = told("last week", day="2031-W19", precision="week")
    vague = told("she is gone", day=None, precision=None)
    assert days(vague, month, week, told()) == ["2031-05-06"]
    assert days(vague, month) == ["2031-05"]
    assert days(week) == ["2031-05"]
    assert days(told("in June", day="2031-06", precision="month"), told()) == [
        "2031-05-06",
        "2031-06",
    ]


def test_persons_offices_directions_and_countries_stay_apart() -> None:
    other = [
        told(person="Jonas Tarr"),
        told(seat="minister"),
        told(change="begins"),
        told(country="HRV"),
    ]
    assert all(len(merge([("one", told()), ("two", one)])) == 2 for one in other)
    assert len(merge([("one", told()), ("two", told("x", country=None))])) == 1


def test_what_occurred_is_surer_than_what_was_announced() -> None:
    ahead = told("She will go.", status="announced", confidence=0.9)
    (merged,) = merge([("one", ahead), ("two", told(confidence=0.3))])
    assert merged.best.status == "occurred"
