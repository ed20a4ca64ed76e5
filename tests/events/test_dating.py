"""When events happened: golden passages through the whole reader, held to a floor."""

from typing import Any

import golden
from dragoman.documents import document_from_record
from dragoman.reader import Reader
from dragoman.records import Reading

CASES = [param.values[0] for param in golden.load("event_dates")]
FLOOR = 0.90
NONE = (None, None, "unknown")
Answer = tuple[str | None, str | None, str]


def readings(cases: list[dict[str, Any]], reader: Reader) -> list[Reading]:
    """The reading of each case, with its day of publication if it has one."""
    documents = []
    for number, case in enumerate(cases):
        given = {key: case[key] for key in ("text", "published") if case.get(key)}
        document, _ = document_from_record({"id": str(number), **given}, "cases", number)
        documents.append(document)
    return list(reader.read_many(documents))


def answer(case: dict[str, Any], reading: Reading) -> Answer | str:
    """Date, precision and basis of the event whose trigger holds the given words."""
    start = reading.document.text.rindex(case["trigger"])
    end = start + len(case["trigger"])
    found = [e for e in reading.events if e.trigger.start < end and start < e.trigger.end]
    if not found:
        return "(no event)"
    event = min(found, key=lambda e: (e.trigger.end - e.trigger.start, e.id))
    return event.date, event.date_precision, event.date_basis


def wanted(case: dict[str, Any]) -> Answer:
    return case["date"], case["precision"], case["basis"]


def is_right(wanted: Answer, got: Answer | str) -> bool:
    return wanted == got


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120
    assert sum(1 for case in CASES if case["date"] is None) >= 30


def test_date_precision_and_basis_are_right(reader: Reader) -> None:
    missed = []
    for case, reading in zip(CASES, readings(CASES, reader), strict=True):
        got = answer(case, reading)
        if not is_right(wanted(case), got):
            missed.append(f"{got} for {wanted(case)}: {case['trigger']}: {case['text']}")
    right = 1 - len(missed) / len(CASES)
    assert right >= FLOOR, "\n".join([f"{right:.3f}", *missed])


def test_without_a_day_of_publication_nothing_is_dated_by_it(reader: Reader) -> None:
    for reading in readings([{**case, "published": None} for case in CASES], reader):
        assert all(event.date_basis != "published" for event in reading.events)
