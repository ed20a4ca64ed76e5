"""One document to its reading."""

from functools import cache
from pathlib import Path

import msgspec

from dragoman.desk.opening import Day, open_all, open_text
from dragoman.documents import Failure, Made
from dragoman.errors import DocumentError, UsageError
from dragoman.reader import Reader
from dragoman.records import Document, Reading

_LONGEST_NAME = 4_000
"""Characters of the longest path or URL; what is longer is text."""


def read(
    source: str | Path | Document,
    published: Day = None,
    *,
    title: str | None = None,
    reader: Reader | None = None,
) -> Reading:
    """The reading of a document, a file, a URL or plain text.

    Text is taken for a file or a URL if it is one line that names a file that exists or starts
    with `http://` or `https://`; a `Path` always names a file. `published` is the day of
    publication (ISO 8601), which anchors "Sunday" and decides who held which office. The first
    call loads a reader, which later calls share unless they are given one.

    Raises `UsageError` for a file that is not there or a date that is none, `DocumentError` for a
    document that cannot be read; each message is one line.
    """
    if isinstance(source, Document):
        return (reader or _shared()).read(source)
    if isinstance(source, str) and not _names_something(source):
        return (reader or _shared()).read(open_text(source, published, title))
    made = list(open_all(str(source), published, title))
    if len(made) != 1:
        raise UsageError(f"{source}: holds {len(made)} documents; read takes one, code takes many")
    if isinstance(made[0], Failure):
        raise DocumentError(made[0].reason)
    return read_made(made[0], reader or _shared())


def read_made(made: Made, reader: Reader) -> Reading:
    """The reading of a document with what was odd about making it among its issues."""
    return with_issues(reader.read(made.document), made)


def with_issues(reading: Reading, made: Made) -> Reading:
    """The reading with the issues of making its document put first."""
    if not made.issues:
        return reading
    return msgspec.structs.replace(reading, issues=made.issues + reading.issues)


@cache
def _shared() -> Reader:
    return Reader()


def _names_something(text: str) -> bool:
    if "\n" in text or len(text) > _LONGEST_NAME:
        return False
    if text.lower().startswith(("http://", "https://")):
        return " " not in text.strip()
    try:
        return Path(text).exists()
    except (OSError, ValueError):
        return False
