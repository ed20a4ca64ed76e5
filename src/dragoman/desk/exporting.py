"""The registry to the formats of other programs and of spreadsheets, and dictionaries back."""

import csv
import io
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from dragoman.actors.drafts import Draft, Gathered
from dragoman.actors.exporting import actor_lines, agent_lines
from dragoman.actors.gathering import gather
from dragoman.actors.roles import Roles
from dragoman.actors.sources import files, is_agents, is_dictionary
from dragoman.actors.tabling import ENTRY_COLUMNS, TERM_COLUMNS, entry_rows, term_rows
from dragoman.desk.writing import write_whole
from dragoman.errors import DataError, UsageError

FORMATS = ("actors", "agents", "entries", "terms")


def export(form: str, target: Path | None, extra: tuple[Path, ...] = ()) -> int:
    """Writes the registry, the user's own files over it; how many records. `None` is stdout.

    `actors` and `agents` are dictionaries as TABARI and PETRARCH read them; `entries` and `terms`
    are tables that `--registry` reads, with commas where `target` ends in `.csv`, else with tabs.
    Raises `UsageError` for another format, `DataError` for a bad row.
    """
    if form not in FORMATS:
        raise UsageError(f"--format is {form!r}; allowed: {', '.join(FORMATS)}")
    if form == "agents":
        lines = list(agent_lines(Roles(tuple(path for path in extra if is_agents(path)))))
        _write(target, "".join(f"{line}\n" for line in lines))
        return len(lines)
    found = gather((*files(), *extra))
    if found.defects:
        raise found.defects[0]
    if form == "actors":
        entries = found.inherited()
        _write(target, "".join(f"{line}\n" for line in actor_lines(entries)))
        return len(entries)
    rows, text = _table(found.drafts.values(), form, target)
    _write(target, text)
    return rows


def take_over(source: Path, target: Path | None) -> tuple[int, tuple[DataError, ...]]:
    """Writes a dictionary of actors as a table of entries; how many, and what could not be used.

    Every line of the dictionary is in the table or among the remarks. Raises `UsageError` for a
    file that is no dictionary by its name (`.txt` or `.actors`), or one of agents.
    """
    if not source.is_file():
        raise UsageError(f"{source}: no such file")
    if not is_dictionary(source) or is_agents(source):
        reason = "not a dictionary of actors; its name must end in .txt or .actors"
        raise UsageError(f"{source}: {reason} (agents need no import: give them to --registry)")
    found: Gathered = gather((source,))
    count, text = _table(found.drafts.values(), "entries", target)
    _write(target, text)
    return count, (*found.defects, *found.remarks)


def _table(drafts: Iterable[Draft], form: str, target: Path | None) -> tuple[int, str]:
    wanted = [draft for draft in drafts if (draft.kind == "person") is (form == "terms")]
    columns = TERM_COLUMNS if form == "terms" else ENTRY_COLUMNS
    rows = [
        row
        for draft in wanted
        for row in (term_rows(draft) if form == "terms" else entry_rows(draft))
    ]
    comma = target is not None and target.suffix == ".csv"
    return len(rows), _spelt(columns, rows, comma)


def _spelt(columns: tuple[str, ...], rows: Iterable[Mapping[str, str]], comma: bool) -> str:
    """The rows as text. A table with tabs has no quoting: its cells hold neither tab nor break."""
    cells = [[" ".join(row.get(column, "").split()) for column in columns] for row in rows]
    if not comma:
        return "".join("\t".join(line).rstrip("\t") + "\n" for line in [[*columns], *cells])
    into = io.StringIO()
    csv.writer(into, lineterminator="\n").writerows([columns, *cells])
    return into.getvalue()


def _write(target: Path | None, text: str) -> None:
    if target is None:
        sys.stdout.write(text)
    else:
        write_whole(target, text)
