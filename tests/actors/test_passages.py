"""Own passages for metonymy and coreference: at least 85 of 100 expectations must hold."""

from collections.abc import Callable
from typing import Any

import pytest

import golden
from dragoman.actors import ActorFinder
from dragoman.parsing import Parsed
from dragoman.records import Actor

CASES = [
    parameter.values[0]
    for kind in ("coreference*.yml", "metonymy*.yml")
    for parameter in golden.load("actors", kind)
]
FLOOR = 0.85
FEWEST = 250


@pytest.fixture(scope="session")
def finder() -> ActorFinder:
    return ActorFinder()


def mentioned(actors: tuple[Actor, ...], text: str, words: str) -> list[Actor]:
    start = text.lower().find(words.lower())
    assert start >= 0, f"{words!r} is not in {text!r}"
    end = start + len(words.rstrip())
    return [a for a in actors if any(m.start < end and start < m.end for m in a.mentions)]


def misses(case: dict[str, Any], actors: tuple[Actor, ...]) -> list[str]:
    text, found = case["text"], []
    for words, expected in case.get("who", {}).items():
        codes = [f"{a.country} {a.sector}" for a in mentioned(actors, text, words)]
        if expected not in codes:
            found.append(f"{words}: {expected}, got {codes}")
    for words in case.get("place", []):
        acting = [a.name for a in mentioned(actors, text, words) if a.kind == "organisation"]
        acting = [name for name in acting if name not in text]
        if acting:
            found.append(f"{words}: a place, got {acting}")
    for words, antecedent in case.get("same", {}).items():
        at = text.find(words, text.find(antecedent) + len(antecedent)) if len(words) > 2 else -1
        start = at if at >= 0 else text.find(words)
        end = start + len(words.rstrip())
        ids = {a.id for a in actors if any(m.start < end and start < m.end for m in a.mentions)}
        if not ids & {a.id for a in mentioned(actors, text, antecedent)}:
            found.append(f"{words}: {antecedent}, got {sorted(ids)}")
    return found


def test_passages(parse: Callable[..., Parsed], finder: ActorFinder) -> None:
    wrong = []
    for case in CASES:
        parsed = parse(case["text"], case.get("published"))
        if missed := misses(case, finder.find(parsed).findings):
            wrong.append(f"{case['text']}  --  {'; '.join(missed)}  ({case['reason']})")
    right = 1 - len(wrong) / len(CASES)
    assert len(CASES) >= FEWEST
    assert right >= FLOOR, f"{right:.3f} of {len(CASES)} right\n" + "\n".join(wrong)
