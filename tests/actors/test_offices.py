"""Own questions: who is somebody on a day? All of them are answered right."""

import datetime
from typing import Any

import pytest

import golden
from dragoman.actors import Registry


@pytest.fixture(scope="session")
def registry() -> Registry:
    return Registry.load()


@pytest.mark.parametrize("case", golden.load("actors", "offices.yml"))
def test_office(case: dict[str, Any], registry: Registry) -> None:
    found = registry.who(case["text"], datetime.date.fromisoformat(case["day"]))
    assert found, case
    first = found[0]
    assert first.country == case["country"], first
    assert case["sector"] in {"-", first.sector}, first
