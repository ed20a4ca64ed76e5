"""A JSON Lines file that grows by whole lines and knows which ids it holds already."""

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from dragoman.desk.writing import is_same_file
from dragoman.errors import UsageError


class _Identified(msgspec.Struct):
    id: str


class Ledger:
    """The output of a run over many records; a second run goes on where the first one stopped.

    Opening repairs what a crash left: a last line that is cut off is dropped and done again.
    `done` holds the ids found. `source` is where the records come from; it is never written to.
    Raises `UsageError` when the file cannot be written or holds something else than records with
    an id, and when it is the source. A device or a pipe is written to and never read.
    """

    def __init__(self, path: Path, *, fresh: bool = False, source: str = "") -> None:
        self.path = path
        self.done: set[str] = set()
        try:
            if source and is_same_file(source, path):
                raise UsageError(f"{path}: is the input; give another --out")
            if path.is_file() and not fresh:
                self._take_over()
            self._file: BinaryIO = path.open("wb" if fresh else "ab")
        except OSError as error:
            raise self._unwritable(error) from None

    def write(self, line: bytes) -> None:
        """Appends one record; `line` is its JSON without a line break. Raises `UsageError`."""
        try:
            self._file.write(line + b"\n")
            self._file.flush()
        except OSError as error:
            raise self._unwritable(error) from None

    def close(self) -> None:
        """Puts everything on disk. Writing afterwards is an error. Raises `UsageError`."""
        try:
            with self._file as file:
                file.flush()
                if self.path.is_file():
                    os.fsync(file.fileno())
        except OSError as error:
            raise self._unwritable(error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.close()

    def _take_over(self) -> None:
        end = 0
        for number, line in _whole_lines(self.path):
            try:
                record = msgspec.json.decode(line, type=_Identified)
            except msgspec.DecodeError:
                raise self._foreign(number) from None
            self.done.add(record.id)
            end += len(line)
        if end < self.path.stat().st_size:
            with self.path.open("r+b") as file:
                file.seek(end)
                if file.read(1) != b"{":  # what a crash cuts off is a record, and only that may go
                    raise self._foreign(self.path.read_bytes().count(b"\n") + 1)
                file.truncate(end)

    def _unwritable(self, error: OSError) -> Exception:
        if isinstance(error, BrokenPipeError):
            return error
        return UsageError(f"{self.path}: cannot write here ({error.strerror})")

    def _foreign(self, line: int) -> UsageError:
        return UsageError(
            f"{self.path}:{line}: not a record with an id; "
            "give another --out, or --fresh to write it anew"
        )


def _whole_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.endswith(b"\n"):
                yield number, line
