"""Golden sentences: type, parties and status, held to a floor."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

import golden
from dragoman.events import EventCoder
from dragoman.parsing import Parsed
from dragoman.records import Actor, ActorMention, Event

CASES = [param.values[0] for param in golden.load("events")]
STATUS_CASES = [case for case in CASES if "status" in case]
Parse = Callable[..., Parsed]


@pytest.fixture(scope="module")
def coder() -> EventCoder:
    return EventCoder()


def cast(text: str, names: Iterable[str]) -> tuple[Actor, ...]:
    """One actor for each name that the case marks."""
    found = []
    for number, name in enumerate(dict.fromkeys(names), start=1):
        start = text.index(name)
        mention = ActorMention(start=start, end=start + len(name), text=name)
        found.append(Actor(id=f"a{number}", name=name, kind="group", mentions=(mention,)))
    return tuple(found)


def events_of(case: dict[str, Any], coder: EventCoder, parse: Parse) -> list[dict[str, Any]]:
    names = [*case.get("source", ()), *case.get("target", ()), *case.get("others", ())]
    actors = cast(case["text"], names)
    called = {actor.id: actor.name for actor in actors}
    parsed = parse(case["text"])
    return [_plain(event, called) for event in coder.find(parsed, actors=actors).findings]


def _plain(event: Event, called: dict[str, str]) -> dict[str, Any]:
    return {
        "type": event.type,
        "status": event.status,
        "source": {called[id] for id in event.source},
        "target": {called[id] for id in event.target},
    }


def is_right(case: dict[str, Any], events: list[dict[str, Any]], parties: bool) -> bool:
    if "never" in case:
        return all(e["type"] != case["never"] or e["status"] != "occurred" for e in events)
    wanted = [e for e in events if e["type"] == case["type"] and e["status"] == case["status"]]
    if not parties:
        return bool(wanted)
    sides = set(case["source"]), set(case["target"])
    return any((e["source"], e["target"]) == sides for e in wanted)


def share(
    cases: list[dict[str, Any]], coder: EventCoder, parse: Parse, parties: bool
) -> tuple[float, list[str]]:
    missed = []
    for case in cases:
        events = events_of(case, coder, parse)
        if not is_right(case, events, parties):
            missed.append(f"{case['text']} | {case['reason']} | {events}")
    return 1 - len(missed) / len(cases), missed


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 600
    assert sum(1 for case in STATUS_CASES) >= 300


def test_type_and_status_are_right(coder: EventCoder, parse: Parse) -> None:
    right, missed = share(STATUS_CASES, coder, parse, parties=False)
    assert right >= 0.92, "\n".join([f"{right:.3f}", *missed])


def test_type_status_and_parties_are_right(coder: EventCoder, parse: Parse) -> None:
    right, missed = share(CASES, coder, parse, parties=True)
    assert right >= 0.88, "\n".join([f"{right:.3f}", *missed])
