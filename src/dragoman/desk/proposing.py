"""Readings → a sheet of proposed changes of office."""

import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from dragoman.actors.reviewing import NO_ROWS, merge, read_sheet, render
from dragoman.desk.opening import open_records
from dragoman.desk.tally import Tally
from dragoman.desk.writing import is_same_file, write_whole
from dragoman.documents import Failure
from dragoman.errors import UsageError
from dragoman.records import Proposal


class _Told(msgspec.Struct, frozen=True):
    """Of a reading, what this verb needs."""

    id: str
    document: dict[str, object]
    version: str
    proposals: tuple[Proposal, ...] = ()


def propose(
    sources: list[str],
    target: Path | None,
    *,
    known: bool = False,
    least: float = 0.0,
    report: Callable[[Failure], None],
    advance: Callable[[int], None] = lambda count: None,
    tally: Tally | None = None,
) -> Tally:
    """Merges the proposals of readings (JSON Lines) and writes the sheet; `None` is stdout.

    Changes that the registry has already are left out unless `known`, and so are those of a
    confidence below `least` (0..1). A sheet that stands in `target` keeps its verdicts. `tally`
    counts the rows written. Raises `UsageError` for a source that is not there, `DataError` for
    a target that is no sheet; the target is then left as it was.
    """
    tally = tally or Tally()
    if any(target is not None and is_same_file(source, target) for source in sources):
        raise UsageError(f"{target}: is the input; give another --out")
    old = read_sheet(target) if target is not None and target.is_file() else None
    streams = [(source, open_records(source, "readings (JSON Lines)")) for source in sources]
    told: list[tuple[str, Proposal]] = []
    for source, items in streams:
        for item in items:
            found = item if isinstance(item, Failure) else _reading(source, *item)
            if isinstance(found, Failure):
                tally.failed += 1
                report(found)
            else:
                told += [(found.id, proposal) for proposal in found.proposals]
            advance(1)
    told = [(one, p) for one, p in told if (known or not p.known) and p.confidence >= least]
    changes = merge(told)
    text = render(changes, old)
    if target is None:
        sys.stdout.write(text)
    else:
        write_whole(target, text)
    tally.kept = len([row for row in old.rows if row["verdict"]]) if old else 0
    tally.written = text.count("\n") - tally.kept - NO_ROWS
    return tally


def _reading(source: str, number: int, value: object) -> _Told | Failure:
    try:
        return msgspec.convert(value, _Told)
    except msgspec.ValidationError as error:
        return Failure(source, number, f"{source}:{number}: not a reading ({error})")
