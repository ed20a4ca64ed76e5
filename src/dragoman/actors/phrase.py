"""A stretch of text that may name somebody."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dragoman.actors.hits import Hit
from dragoman.actors.roles import Role

Sort = Literal["hit", "person", "organisation", "alias", "role", "pronoun", "description"]


@dataclass(slots=True)
class Phrase:
    """A stretch of text that may name somebody.

    `core` is where the name or noun itself begins, `close` where a role noun itself ends.
    """

    start: int
    end: int
    core: int
    sort: Sort
    head: Token
    hit: Hit | None = None
    role: Role | None = None
    word: str = ""
    alias: str = ""
    close: int = 0
