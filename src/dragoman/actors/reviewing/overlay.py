"""A file of terms over the registry that grows: lines that are not touched stay as they are."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from dragoman import resources
from dragoman.actors.spelling import key
from dragoman.actors.tabling import TERM_COLUMNS as COLUMNS
from dragoman.actors.tabling import Cells
from dragoman.errors import DataError

_NEEDED = ("person", "office", "seat", "from", "to", "country", "id", "note")
_HEAD = """\
# Terms of office over the registry that ships with Dragoman: give this file to --registry.
# Format: docs/registry.md. All terms of a person stand here: they replace those that ship.
"""


class Overlay:
    """The terms of one file, by person. Raises `DataError` for a file that is no table of terms."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.changed = False
        self._columns: tuple[str, ...] = COLUMNS
        self._lines: list[str | Cells] = []
        if path.exists():
            self._load()
        else:
            self._lines = [*_HEAD.rstrip("\n").split("\n"), "\t".join(COLUMNS)]

    def _load(self) -> None:
        rows = {row.line: row for row in resources.table(self.path, ("person",))}
        text = self.path.read_text(encoding="utf-8-sig")
        for number, line in enumerate(text.splitlines(), start=1):
            row = rows.get(number)
            self._lines.append(dict(row.cells) if row else line)
            if not row and line.strip() and not line.lstrip().startswith("#"):
                self._columns = tuple(cell.strip() for cell in line.split("\t"))
        missing = [column for column in _NEEDED if column not in self._columns]
        if missing:
            raise DataError(str(self.path), 1, f"missing column {', '.join(missing)}")

    @property
    def ids(self) -> frozenset[str]:
        """The persons that the file holds."""
        return frozenset(self._id(row) for row in self._rows())

    def terms(self, ident: str) -> list[Cells]:
        """The rows of a person; changing one and calling `touch` changes the file."""
        return [row for row in self._rows() if self._id(row) == ident]

    def add(self, row: Mapping[str, str], *, behind: str = "") -> None:
        """Puts a row in, behind the last one of that person, else at the end."""
        self.changed = True
        taken = [n for n, line in enumerate(self._lines) if self._is(line, behind)]
        at = taken[-1] + 1 if behind and taken else len(self._lines)
        self._lines.insert(at, {column: row.get(column, "") for column in self._columns})

    def remark(self, text: str) -> None:
        """Puts a comment at the end, unless it is there already."""
        line = f"# {' '.join(text.split())}"
        if line not in self._lines:
            self._lines.append(line)
            self.changed = True

    def touch(self) -> None:
        """Says that a row was changed."""
        self.changed = True

    def render(self) -> str:
        """The whole file."""
        return "".join(f"{self._spelt(line)}\n" for line in self._lines)

    def _rows(self) -> Iterator[Cells]:
        return (line for line in self._lines if isinstance(line, dict))

    def _is(self, line: str | Cells, ident: str) -> bool:
        return isinstance(line, dict) and self._id(line) == ident

    def _id(self, row: Cells) -> str:
        stem = self.path.stem
        home = stem if len(stem) == 3 else row.get("country", "").partition("|")[0]
        name = key(row["person"].rstrip("*")).replace(" ", "-")
        return row.get("id") or f"{home.lower()}-{name}"

    def _spelt(self, line: str | Cells) -> str:
        if isinstance(line, str):
            return line
        return "\t".join(line.get(column, "") for column in self._columns).rstrip("\t")
