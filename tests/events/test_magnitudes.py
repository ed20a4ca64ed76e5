"""Golden magnitudes: the number, its bound, its unit."""

from collections.abc import Callable
from typing import Any

import pytest

import golden
from dragoman.events import EventCoder
from dragoman.events.numbers import Numbers
from dragoman.parsing import Parsed
from dragoman.records import Magnitude
from events.casting import everybody

CASES = [param.values[0] for param in golden.load("magnitudes")]
FLOOR = 0.95
Parse = Callable[..., Parsed]


def wanted(case: dict[str, Any], found: Magnitude) -> bool:
    same = (found.value, found.bound, found.unit, found.upper)
    return same == (case["value"], case["bound"], case.get("unit", "people"), case.get("upper"))


def test_magnitudes_are_right(parse: Parse) -> None:
    coder = EventCoder()
    missed = []
    for case in CASES:
        parsed = parse(case["text"])
        events = coder.find(parsed, actors=everybody(parsed)).findings
        held = [e.magnitudes[case["key"]] for e in events if case["key"] in e.magnitudes]
        if not any(wanted(case, magnitude) for magnitude in held):
            missed.append(f"{case['text']} | {[e.magnitudes for e in events]}")
    right = 1 - len(missed) / len(CASES)
    assert len(CASES) >= 150
    assert right >= FLOOR, "\n".join([f"{right:.3f}", *missed])


@pytest.mark.parametrize("text", ["9" * 500, "one " * 400, "1,000" * 300, "a" * 5000, "$" * 300])
def test_hostile_numbers_end(text: str) -> None:
    assert isinstance(Numbers().find(text, 0, len(text)), list)
