"""Records in, one answer each out, resumable: what `extract`, `relate` and `who` share."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from dragoman.desk.ledger import Ledger
from dragoman.desk.tally import Tally
from dragoman.documents import Failure
from dragoman.errors import DocumentError, UsageError

Record = dict[str, Any]


def answer(
    source: str,
    target: Path,
    work: Callable[[Record], object],
    *,
    fresh: bool = False,
    report: Callable[[Failure], None],
    advance: Callable[[int], None] = lambda count: None,
    tally: Tally | None = None,
) -> Tally:
    """Writes `work(record)` for each JSON object of `source` to `target`, in input order.

    `work` raises `DocumentError` for a record that it cannot use; that is reported, counted and
    skipped. Raises `UsageError` when the source cannot be opened.
    """
    tally = tally or Tally()
    with Ledger(target, fresh=fresh) as ledger:
        for item in _answers(source, work, ledger.done, tally):
            if isinstance(item, Failure):
                tally.failed += 1
                report(item)
            else:
                ledger.write(msgspec.json.encode(item, order="deterministic"))
                tally.written += 1
            advance(1)
    return tally


def _answers(
    source: str, work: Callable[[Record], object], done: set[str], tally: Tally
) -> Iterator[object]:
    for number, line in _lines(source):
        where = f"{source}:{number}"
        try:
            record = msgspec.json.decode(line, type=Record)
            key = record.get("id")
            if not isinstance(key, str):
                raise DocumentError(f"id is {key!r}; allowed: text that identifies the record")
            if key in done:
                tally.kept += 1
                continue
            yield work(record)
        except msgspec.DecodeError as error:
            yield Failure(source, number, f"{where}: invalid JSON ({error})")
        except DocumentError as error:
            yield Failure(source, number, f"{where}: {error}")


def _lines(source: str) -> Iterator[tuple[int, bytes]]:
    try:
        with sys.stdin.buffer if source == "-" else Path(source).open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line
    except OSError as error:
        raise UsageError(f"{source}: cannot be read ({error.strerror})") from None
