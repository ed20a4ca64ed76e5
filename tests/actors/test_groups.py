"""Own questions: who is a group or an organisation? All of them are answered right."""

import datetime
from typing import Any

import pytest

import golden
from dragoman.actors import Registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    return Registry.load()


@pytest.mark.parametrize("case", golden.load("actors", "groups.yml"))
def test_group(case: dict[str, Any], registry: Registry) -> None:
    day = datetime.date.fromisoformat(case["day"]) if "day" in case else None
    found = registry.who(case["text"], day)
    assert found, case
    assert found[0].country == case["country"], found[0]
    assert case["sector"] in {"-", found[0].sector}, found[0]
