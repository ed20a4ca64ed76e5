"""A file, a folder or standard input → documents one after another, and what failed."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.documents import media
from dragoman.documents.lines import Bytes, Failure, Numbered, json_lines, json_values
from dragoman.documents.made import document_from_record, to_document
from dragoman.documents.opening import LARGEST, open_path, open_stdin, shown
from dragoman.errors import DocumentError, UsageError
from dragoman.records import Document, Issue


@dataclass(frozen=True, slots=True)
class Made:
    """A document with what was odd about it, and its origin; `line` is 0 for whole files."""

    document: Document
    issues: tuple[Issue, ...]
    file: str
    line: int = 0


Item = Made | Failure


def corpus(source: str | Path, stdin: Bytes | None = None) -> Iterator[Item]:
    """The documents of a `.jsonl` file, a folder, one file, or standard input (`-`), in order.

    A folder is read to its depth in the order of its names. Documents without an id are named by
    their path below the folder, or by file and line. What cannot be read, and a document whose id
    came before, is a `Failure`; the rest goes on. Raises `UsageError`, before the first document,
    for a missing source and for a folder without documents.

    Memory holds one document and 8 bytes of every id.
    """
    if str(source) == "-":
        if stdin is None:
            raise UsageError("-: no standard input to read")
        return _once(_from_stream(stdin, "-"))
    if not str(source):
        raise UsageError("'' names no file and no folder")
    path = Path(source)
    if path.is_dir():
        files = _files(path)
        return _once(item for file in files for item in _from_file(file, file.relative_to(path)))
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder")
    if not path.is_file():
        return _once(_from_pipe(path))
    return _once(_from_file(path, Path(path.name)))


def _files(folder: Path) -> list[Path]:
    found = [
        Path(parent) / name
        for parent, _, names in os.walk(folder)
        for name in names
        if media.suffix_of(name) in media.SUFFIXES and not name.startswith(".")
    ]
    if not found:
        suffixes = ", ".join(sorted(media.SUFFIXES))
        raise UsageError(f"{folder}: no documents in this folder; looked for {suffixes} (and .gz)")
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def _once(items: Iterator[Item]) -> Iterator[Item]:
    """Every document, and a failure for one whose id came before."""
    seen: set[bytes] = set()
    for item in items:
        if isinstance(item, Made):
            raw = item.document.id.encode("utf-8", "surrogatepass")
            key = hashlib.blake2b(raw, digest_size=8).digest()
            if key in seen:
                reason = f"{_at(item.file, item.line)}: id {item.document.id!r} came before"
                yield Failure(item.file, item.line, reason)
                continue
            seen.add(key)
        yield item


def _from_file(path: Path, name: Path) -> Iterator[Item]:
    if media.SUFFIXES.get(media.suffix_of(path.name)) == media.RECORDS:
        yield from _from_lines(path, shown(name))
        return
    try:
        capture = open_path(path)
        if capture.media_type == media.RECORDS:
            yield from _from_lines(path, shown(name))
            return
        document, issues = to_document(capture, id=shown(name))
    except (DocumentError, UsageError) as error:
        yield Failure(str(path), 0, str(error))
    else:
        yield Made(document, issues, str(path))


def _from_lines(path: Path, name: str) -> Iterator[Item]:
    some = False
    for item in json_lines(path, name):
        some = True
        yield _made(item, name)
    if not some:
        yield Failure(str(path), 0, f"{path}: empty")


def _from_pipe(path: Path) -> Iterator[Item]:
    """What comes out of a named pipe or a device, which can be opened once only."""
    try:
        with path.open("rb") as stream:
            yield from _from_stream(stream, shown(path))
    except OSError as error:
        yield Failure(str(path), 0, f"{path}: cannot be read ({error.strerror or error})")


def _from_stream(stream: Bytes, name: str) -> Iterator[Item]:
    head = stream.readline(LARGEST + 1)
    while head.isspace():
        head = stream.readline(LARGEST + 1)
    if head.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        yield from (_made(item, name) for item in json_values(stream, name, head))
        return
    try:
        content = head + stream.read(LARGEST + 1 - len(head))
        document, issues = to_document(open_stdin(content, name))
    except DocumentError as error:
        yield Failure(name, 0, str(error))
    else:
        yield Made(document, issues, name)


def _made(item: Numbered | Failure, file: str) -> Item:
    if isinstance(item, Failure):
        return item
    number, record = item
    try:
        document, issues = document_from_record(record, file, number)
    except DocumentError as error:
        return Failure(file, number, str(error))
    return Made(document, issues, file, number)


def _at(file: str, line: int) -> str:
    return f"{file}:{line}" if line else file
