"""JSON Lines → objects one after another, and the lines that hold none."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import msgspec

from dragoman.documents.opening import LARGEST

_BLANK = b"\xef\xbb\xbf \t\r\n"
_BOM = b"\xef\xbb\xbf"


class Bytes(Protocol):
    """What is read from: an open binary file, a gzip stream, `sys.stdin.buffer`."""

    def readline(self, size: int = -1, /) -> bytes: ...
    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that cannot be read. `reason` is one line that starts with the place."""

    file: str
    line: int
    reason: str


Numbered = tuple[int, Any]
"""A line number and the JSON value on that line."""


def json_lines(path: Path, name: str) -> Iterator[Numbered | Failure]:
    """The values in a file, unpacked if it ends in `.gz`; one failure where it cannot be read."""
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as lines:
            yield from json_values(lines, name)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        damaged = isinstance(error, EOFError | zlib.error | gzip.BadGzipFile)
        reason = "damaged gzip data" if damaged else getattr(error, "strerror", None) or str(error)
        yield Failure(str(path), 0, f"{path}: cannot be read ({reason})")


def json_values(lines: Bytes, file: str, head: bytes = b"") -> Iterator[Numbered | Failure]:
    """One item a line that is not blank; a line longer than `LARGEST` is one failure.

    `head` is a first line that has been read already.
    """
    number = 0
    while line := head or lines.readline(LARGEST + 1):
        head, number = b"", number + 1
        if len(line) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = lines.readline(LARGEST)
            limit = f"more than {LARGEST // 1_000_000} MB in one line"
            yield Failure(file, number, f"{file}:{number}: {limit}")
        elif line.strip(_BLANK):
            yield _value(line.removeprefix(_BOM), file, number)


def _value(line: bytes, file: str, number: int) -> Numbered | Failure:
    try:
        return number, msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Failure(file, number, f"{file}:{number}: invalid JSON ({error})")
