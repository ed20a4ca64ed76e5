"""A corpus to readings, resumable."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from dragoman.desk.ledger import Ledger
from dragoman.desk.options import ReaderOptions
from dragoman.desk.tally import Tally
from dragoman.desk.workshop import crew
from dragoman.documents import Failure, Made, corpus


def code(
    source: str,
    target: Path,
    options: ReaderOptions,
    *,
    workers: int = 1,
    fresh: bool = False,
    report: Callable[[Failure], None],
    advance: Callable[[int], None] = lambda count: None,
    tally: Tally | None = None,
) -> Tally:
    """Writes a reading for each document of `source` to `target`, in input order.

    What stands in `target` already is kept and not done again, unless `fresh`. Each record that
    cannot be read goes to `report` and is counted; `advance` hears of progress; `tally` counts
    along, for callers that are interrupted. Raises `UsageError` for a source that is not there
    or holds no document; `target` is then left as it was.
    """
    tally = tally or Tally()
    items = corpus(source, sys.stdin.buffer)

    def fail(failure: Failure) -> None:
        tally.failed += 1
        report(failure)
        advance(1)

    with (
        crew(options, workers) as outcomes,
        Ledger(target, fresh=fresh, source=source) as ledger,
    ):

        def pending() -> Iterator[Made]:
            for item in items:
                if isinstance(item, Failure):
                    fail(item)
                elif item.document.id in ledger.done:
                    tally.kept += 1
                    advance(1)
                else:
                    yield item

        for batch in outcomes(pending()):
            for outcome in batch:
                if isinstance(outcome, Failure):
                    fail(outcome)
                else:
                    ledger.write(outcome)
                    tally.written += 1
                    advance(1)
    return tally
