"""Every golden passage: the symbols that it names, what is done with them, and by whom."""

from collections.abc import Callable
from typing import Any

import pytest

import golden
from dragoman.instruments import InstrumentFinder
from dragoman.parsing import Parsed
from dragoman.records import Actor, ActorMention, Citation

CASES = golden.load("instruments")
Parse = Callable[..., Parsed]
SYMBOL_FLOOR, STANCE_FLOOR, ACTOR_FLOOR, FEWEST = 0.97, 0.85, 0.80, 200


@pytest.fixture(scope="module")
def finder() -> InstrumentFinder:
    return InstrumentFinder()


def actors_of(case: dict[str, Any]) -> tuple[Actor, ...]:
    """One actor for each name that the case lists, mentioned wherever the name stands."""
    found = []
    for name in case.get("actors", ()):
        mentions, at = [], case["text"].find(name)
        while at >= 0:
            mentions.append(ActorMention(start=at, end=at + len(name), text=name))
            at = case["text"].find(name, at + 1)
        found.append(Actor(id=name, name=name, kind="location", mentions=tuple(mentions)))
    return tuple(found)


def cited(case: dict[str, Any], finder: InstrumentFinder, parse: Parse) -> tuple[Citation, ...]:
    return finder.find(parse(case["text"]), actors_of(case)).findings


def wanted(case: dict[str, Any]) -> list[dict[str, Any]]:
    expected: list[dict[str, Any]] = case["cites"]
    return expected


def shares(finder: InstrumentFinder, parse: Parse) -> tuple[dict[str, list[bool]], list[str]]:
    """Per figure a list of hits and misses, and a line for each miss."""
    results: dict[str, list[bool]] = {"symbol": [], "stance": [], "actor": []}
    misses = []
    for parameter in CASES:
        case: dict[str, Any] = parameter.values[0]
        got, want = cited(case, finder, parse), wanted(case)
        right = [c.symbol for c in got] == [w["symbol"] for w in want]
        results["symbol"].append(right)
        if not right:
            misses.append(f"{parameter.id}: symbols {[c.symbol for c in got]}: {case['text']}")
            continue
        for citation, expected in zip(got, want, strict=True):
            for figure in expected.keys() & {"stance", "actor"}:
                value = getattr(citation, figure)
                results[figure].append(value == expected[figure])
                if value != expected[figure]:
                    misses.append(f"{parameter.id}: {figure} {value}: {case['text']}")
    return results, misses


def test_shares_stay_above_their_floors(finder: InstrumentFinder, parse: Parse) -> None:
    results, misses = shares(finder, parse)
    rates = {figure: sum(hits) / max(len(hits), 1) for figure, hits in results.items()}
    report = "\n".join([*misses, str(rates), str({f: len(h) for f, h in results.items()})])
    assert rates["symbol"] >= SYMBOL_FLOOR, report
    assert rates["stance"] >= STANCE_FLOOR, report
    assert rates["actor"] >= ACTOR_FLOOR, report
