"""What every test may ask for: one parser and one reader for the whole run."""

import datetime
from collections.abc import Callable

import pytest

from dragoman.parsing import Parsed, Parser
from dragoman.reader import Reader
from dragoman.records import Document


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[..., Parsed]:
    """`parse(text, published="2031-05-04")` gives a `Parsed`."""

    def run(text: str, published: str | None = None) -> Parsed:
        day = datetime.date.fromisoformat(published) if published else None
        basis = "given" if day else "none"
        return parser.parse(
            Document(id="case", text=text, published=day, published_basis=basis)  # type: ignore[arg-type]
        )

    return run
