"""The gazetteer is compiled before the first call, so that no test meets the line that says so."""

import pytest

from dragoman.places import compile_gazetteer


@pytest.fixture(scope="session", autouse=True)
def compiled_gazetteer() -> None:
    compile_gazetteer()
