"""The only opener of `data/`: tables, phrase lists, TOML files; errors give `file:line`.

A *table* is tab-separated text. Lines that start with `#` are comments, the first other line
names the columns, cells are stripped, missing cells at the end of a row are empty. A cell may hold
several values separated by `|`. A user's own file in the same format is read by the same code.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from dragoman.errors import DataError, UsageError

Source = str | Path | Traversable
"""A path below `data/` as text (`"cues/speech.tsv"`), or a user's own file as a `Path`."""


MANIFEST = "MANIFEST.tsv"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table and where it stands. `row["name"]` is a cell, `""` where absent."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def values(self, column: str) -> tuple[str, ...]:
        """The non-empty values of a cell that holds several, split at `|`."""
        return tuple(part.strip() for part in self[column].split("|") if part.strip())

    def choice(self, column: str, allowed: Sequence[str]) -> str:
        """The cell, checked against what is allowed. Raises `DataError`."""
        value = self[column]
        if value not in allowed:
            raise self.error(f"{column} is {value!r}; allowed: {', '.join(allowed)}")
        return value

    def error(self, reason: str) -> DataError:
        """A `DataError` that points at this row."""
        return DataError(self.file, self.line, reason)


def locate(source: Source) -> Traversable:
    """The file or folder that `source` names. Raises `UsageError` when there is none."""
    found = files("dragoman") / "data" / source if isinstance(source, str) else source
    if not (found.is_file() or found.is_dir()):
        raise UsageError(f"{source}: no such data file")
    return found


def listing(folder: str, suffix: str = ".tsv") -> tuple[str, ...]:
    """The files of a folder below `data/`, sorted by name, as paths that `table` takes.

    The manifest, which says where the others come from, is left out.
    """
    names = sorted(entry.name for entry in locate(folder).iterdir())
    return tuple(f"{folder}/{name}" for name in names if name.endswith(suffix) and name != MANIFEST)


def lines(source: Source) -> Iterator[tuple[int, str]]:
    """`(line number, text)` of every line that is neither blank nor a comment, unstripped."""
    for number, line in enumerate(_read(source).split("\n"), start=1):
        text = line.rstrip("\r")
        if text.strip() and not text.lstrip().startswith("#"):
            yield number, text


def table(source: Source, required: Sequence[str] = ()) -> Iterator[Row]:
    """The rows of a table. Raises `DataError` on a missing column or a row with too many cells."""
    header: list[str] | None = None
    for number, line in lines(source):
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            missing = [column for column in required if column not in header]
            if missing:
                raise DataError(str(source), number, f"missing column {', '.join(missing)}")
            continue
        if len(cells) > len(header):
            reason = f"{len(cells)} cells, but the header names {len(header)} columns"
            raise DataError(str(source), number, reason)
        yield Row(str(source), number, dict(zip(header, cells, strict=False)))


def toml(source: Source) -> dict[str, Any]:
    """A TOML file as a dictionary. Raises `DataError` with the line of a syntax error."""
    text = _read(source)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = getattr(error, "lineno", None) or _line_in(str(error))
        raise DataError(str(source), line, str(error)) from None


def blob(source: Source) -> bytes:
    """The bytes of a data file that is not text, such as model weights."""
    return locate(source).read_bytes()


def stamp(source: Source) -> bytes:
    """What changes when a file does: its size and time of change; its content where it has none."""
    found = locate(source)
    if isinstance(found, Path):
        status = found.stat()
        return f"{found.name}:{status.st_size}:{status.st_mtime_ns}".encode()
    return found.read_bytes()


def _read(source: Source) -> str:
    try:
        return locate(source).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raw = error.object
        line = raw[: error.start].count(b"\n") + 1
        raise DataError(str(source), line, "not UTF-8 text") from None


def _line_in(message: str) -> int:
    digits = message.partition("line ")[2].partition(",")[0]
    return int(digits) if digits.isdigit() else 1
