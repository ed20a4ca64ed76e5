"""Records in, one answer each out, resumable: what `extract`, `relate` and `who` share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from dragoman.desk.ledger import Ledger
from dragoman.desk.opening import open_records
from dragoman.desk.tally import Tally
from dragoman.documents import Failure
from dragoman.documents.lines import Numbered
from dragoman.errors import DocumentError

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
    skipped, and so is an id that came before. Raises `UsageError` for a source that is not there.
    """
    tally = tally or Tally()
    items = open_records(source)
    with Ledger(target, fresh=fresh, source=source) as ledger:
        for item in _answers(items, source, work, ledger.done, tally):
            if isinstance(item, Failure):
                tally.failed += 1
                report(item)
            elif item is not None:
                ledger.write(msgspec.json.encode(item, order="deterministic"))
                tally.written += 1
            advance(1)
    return tally


def _answers(
    items: Iterator[Numbered | Failure],
    source: str,
    work: Callable[[Record], object],
    done: set[str],
    tally: Tally,
) -> Iterator[object]:
    """An answer or a failure for each item, `None` for one that was answered before."""
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Failure):
            yield item
            continue
        number, record = item
        try:
            key = _key(record, seen)
            record["id"] = key
            seen.add(key)
            if key in done:
                tally.kept += 1
                yield None
            else:
                yield work(record)
        except DocumentError as error:
            yield Failure(source, number, f"{source}:{number}: {error}")


def _key(record: object, seen: set[str]) -> str:
    if not isinstance(record, dict):
        raise DocumentError(f"{type(record).__name__}; allowed: a JSON object")
    key = record.get("id")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if not isinstance(key, str):
        raise DocumentError(f"id is {key!r:.60}; allowed: a string or a whole number")
    if key in seen:
        raise DocumentError(f"id {key!r} came before")
    return key
