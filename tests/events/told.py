"""Golden passages through the whole reader: one event each, found by words of its trigger."""

from collections.abc import Callable
from typing import Any

from dragoman.documents import document_from_record
from dragoman.reader import Reader
from dragoman.records import Event, Reading

NO_EVENT = "(no event)"
Case = dict[str, Any]


def readings(cases: list[Case], reader: Reader) -> list[Reading]:
    """The reading of each case, with dateline and day of publication as a corpus gives them."""
    documents = []
    for number, case in enumerate(cases):
        given = {key: case[key] for key in ("text", "published") if case.get(key)}
        document, _ = document_from_record({"id": str(number), **given}, "cases", number)
        documents.append(document)
    return list(reader.read_many(documents))


def triggered(reading: Reading, trigger: str) -> Event | None:
    """The event whose trigger holds the given words: the tightest such."""
    start = reading.document.text.rindex(trigger)
    end = start + len(trigger)
    found = [e for e in reading.events if e.trigger.start < end and start < e.trigger.end]
    return min(found, key=lambda e: (e.trigger.end - e.trigger.start, e.id), default=None)


def hold(
    cases: list[Case], reader: Reader, fault: Callable[[Case, Reading], str | None], floor: float
) -> None:
    """Fails unless a share of the cases, at least `floor`, is without fault; tells the faults."""
    missed = [
        f"{said}: {case['trigger']}: {case['text']}"
        for case, reading in zip(cases, readings(cases, reader), strict=True)
        if (said := fault(case, reading)) is not None
    ]
    right = 1 - len(missed) / len(cases)
    assert right >= floor, "\n".join([f"{right:.3f}", *missed])
