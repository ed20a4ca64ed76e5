"""The compiled gazetteer, built once for all runs in the user's cache."""

import pytest

from dragoman.places import PlaceFinder


@pytest.fixture(scope="session")
def finder() -> PlaceFinder:
    return PlaceFinder()
