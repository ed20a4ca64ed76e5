"""The own news passages: well formed, enough of them, and many in which nothing happens."""

import golden
from dragoman.events.ontology import load_ontology

CASES = [param.values[0] for param in golden.load("event_passages")]


def test_the_passages_are_many_and_some_tell_nothing() -> None:
    assert len(CASES) >= 200
    assert sum(1 for case in CASES if not case["events"]) >= 40


def test_every_listed_event_is_of_the_ontology() -> None:
    ontology = load_ontology(None)
    for case in CASES:
        for event in case["events"]:
            assert event["type"] in ontology.types, case["text"]
            assert "mode" not in event or (event["type"], event["mode"]) in ontology.modes
