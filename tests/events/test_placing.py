"""Where events happened: golden passages through the whole reader, held to a floor."""

from typing import Any

import golden
from dragoman.documents import document_from_record
from dragoman.events.ontology import load_ontology
from dragoman.events.whereabouts import OTHER, load_whereabouts
from dragoman.reader import Reader
from dragoman.records import Event, PlaceMention, Reading

CASES = [param.values[0] for param in golden.load("event_places")]
FLOOR = 0.85


def readings(cases: list[dict[str, Any]], reader: Reader) -> list[Reading]:
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


def answer(case: dict[str, Any], reading: Reading) -> str | None:
    event = triggered(reading, case["trigger"])
    if event is None:
        return "(no event)"
    return next((p.text for p in reading.places if p.id == event.place), None)


def is_right(wanted: str | None, got: str | None) -> bool:
    """Whether a name is the wanted one, or the wanted one with its kind ("Latakia province")."""
    return wanted == got or (wanted is not None and got is not None and wanted in got)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 200
    assert sum(1 for case in CASES if case["place"] is None) >= 50


def test_the_place_of_an_event_is_right(reader: Reader) -> None:
    missed = []
    for case, reading in zip(CASES, readings(CASES, reader), strict=True):
        got = answer(case, reading)
        if not is_right(case["place"], got):
            missed.append(f"{got} for {case['place']}: {case['trigger']}: {case['text']}")
    right = 1 - len(missed) / len(CASES)
    assert right >= FLOOR, "\n".join([f"{right:.3f}", *missed])


def test_unresolved_places_and_adjectives_are_never_the_place(reader: Reader) -> None:
    for reading in readings(CASES, reader):
        places: dict[str, PlaceMention] = {p.id: p for p in reading.places}
        for event in reading.events:
            if event.place is not None:
                assert not places[event.place].adjectival
                assert places[event.place].confidence > 0


def test_every_type_says_what_its_place_may_be() -> None:
    assert set(load_whereabouts().kinds) == set(load_ontology(None).types)
    assert load_whereabouts().kind("LAUNDER") == OTHER
