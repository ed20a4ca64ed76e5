"""A text and what is known about it."""

import datetime
from typing import Any, Literal

import msgspec

from dragoman.records.fields import stated

DateBasis = Literal["given", "page", "none"]


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """A span of the text that is not the article: a menu, a share line, a comment form.

    `kind` is one of those that `data/furniture/kinds.tsv` lists.
    """

    start: int
    end: int
    kind: str


class Document(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The text as given or extracted; it never changes, and every finding cites offsets into it.

    `published` is the day of publication and `published_basis` how it is known: `given` with the
    input, read off the `page`, or `none`. `language` is an ISO 639-1 code where known. `dateline`
    and `byline` are spans of the text as `[start, end]`. `extra` keeps unknown keys of the input.
    """

    id: str
    text: str
    title: str | None = None
    published: datetime.date | None = None
    published_basis: DateBasis = stated("none")
    url: str | None = None
    source: str | None = None
    language: str | None = None
    dateline: tuple[int, int] | None = None
    byline: tuple[int, int] | None = None
    extra: dict[str, Any] = {}
