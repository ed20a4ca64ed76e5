"""The files of the registry, ours and a user's own, and their rows."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from dragoman import resources
from dragoman.actors.vocabulary import FOLDER
from dragoman.errors import DataError

ENTRY_FOLDERS = ("countries", "organisations", "groups")
TERMS = "offices"
LOOSE = ("parties", "religious_ethnic", "media", "companies", "dissolved", "de_facto", "peoples")


def files() -> tuple[str, ...]:
    """Every table of the registry, entries before terms, each group in order of name."""
    loose = [path for path in resources.listing(FOLDER) if Path(path).stem in LOOSE]
    folders = [path for name in ENTRY_FOLDERS for path in resources.listing(f"{FOLDER}/{name}")]
    return (*folders, *loose, *resources.listing(f"{FOLDER}/{TERMS}"))


def is_dictionary(path: resources.Source) -> bool:
    """Whether a user's file is a TABARI or PETRARCH dictionary (`.txt`, `.actors`)."""
    return not isinstance(path, str) and Path(str(path)).suffix in {".txt", ".actors"}


def is_agents(path: resources.Source) -> bool:
    """Whether a user's file is an agent dictionary: `agents` stands in its name."""
    return not isinstance(path, str) and "agents" in Path(str(path)).name.lower()


def rows(path: resources.Source) -> Iterator[resources.Row]:
    """The rows of a table, with tabs or, in a `.csv` of a user's own, with commas."""
    if isinstance(path, str) or Path(str(path)).suffix != ".csv":
        yield from resources.table(path)
        return
    text = resources.blob(path).decode("utf-8-sig", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    header: list[str] | None = None
    for cells in reader:
        if not any(cells) or cells[0].lstrip().startswith("#"):
            continue
        if header is None:
            header = [cell.strip() for cell in cells]
            continue
        if len(cells) > len(header):
            reason = f"{len(cells)} cells, but the header names {len(header)} columns"
            raise DataError(str(path), reader.line_num, reason)
        pairs = zip(header, (cell.strip() for cell in cells), strict=False)
        yield resources.Row(str(path), reader.line_num, dict(pairs))
