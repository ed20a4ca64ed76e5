"""What a person names on the command line → the documents in it."""

import datetime
import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman.documents import (
    Failure,
    Made,
    corpus,
    day_of,
    fetch,
    json_lines,
    json_values,
    open_path,
    open_stdin,
    to_document,
)
from dragoman.documents.lines import Numbered
from dragoman.documents.media import RECORDS
from dragoman.errors import UsageError
from dragoman.records import Document

Day = str | datetime.date | None


def published_day(day: Day, what: str = "published") -> datetime.date | None:
    """The day that ISO 8601 text names. Raises `UsageError` that says which value is none."""
    return day_of(day, what) if isinstance(day, str) else day


def open_records(source: str, what: str = "JSON Lines") -> Iterator[Numbered | Failure]:
    """The JSON values of a file or of standard input (`-`), with their lines.

    Raises `UsageError` for a source that is not there, saying that `what` is wanted.
    """
    if source == "-":
        return json_values(sys.stdin.buffer, "-")
    path = Path(source)
    if path.is_dir() or not path.exists():
        raise UsageError(f"{source!r}: no such file; give {what}, or - for standard input")
    return json_lines(path, source)


def open_all(
    source: str, published: Day = None, title: str | None = None
) -> Iterator[Made | Failure]:
    """The documents of a URL, a file, a folder, or standard input (`-`).

    `published` and `title` hold for a single document; a corpus has its own. Raises `UsageError`
    for a source that is not there, `DocumentError` for a single one that cannot be read.
    """
    day = published_day(published)
    if _is_url(source):
        capture = fetch(source)
    elif "://" in source and not Path(source).exists():
        raise UsageError(f"{source}: addresses start with http:// or https://")
    elif not source:
        raise UsageError("'' names no file, no folder and no address")
    elif source == "-":
        capture = open_stdin(sys.stdin.buffer.read())
    elif Path(source).is_dir():
        yield from corpus(source)
        return
    else:
        capture = open_path(source)
    if capture.media_type == RECORDS:
        if not Path(source).is_file():
            raise UsageError(f"{source}: JSON Lines out of a pipe; use dragoman code --in {source}")
        yield from corpus(source)
        return
    document, issues = to_document(capture, published=day, title=title)
    yield Made(document, issues, source)


def open_text(text: str, published: Day = None, title: str | None = None) -> Document:
    """A document made of plain text, called `text`."""
    day = published_day(published)
    return Document(
        id="text",
        text=text,
        title=title,
        published=day,
        published_basis="given" if day else "none",
    )


def _is_url(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))
