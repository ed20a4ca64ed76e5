"""Where events happened: golden passages through the whole reader, held to a floor."""

import golden
from dragoman.events.ontology import load_ontology
from dragoman.events.whereabouts import OTHER, load_whereabouts
from dragoman.reader import Reader
from dragoman.records import PlaceMention, Reading
from events.told import NO_EVENT, Case, hold, readings, triggered

CASES = [param.values[0] for param in golden.load("event_places")]
FLOOR = 0.85


def fault(case: Case, reading: Reading) -> str | None:
    """What is wrong with the place; a name with its kind ("Latakia province") is right, too."""
    wanted = case["place"]
    event = triggered(reading, case["trigger"])
    got: str | None = NO_EVENT
    if event is not None:
        got = next((p.text for p in reading.places if p.id == event.place), None)
    right = wanted == got or (wanted is not None and got is not None and wanted in got)
    return None if right else f"{got} for {wanted}"


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 200
    assert sum(1 for case in CASES if case["place"] is None) >= 50


def test_the_place_of_an_event_is_right(reader: Reader) -> None:
    hold(CASES, reader, fault, FLOOR)


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
