"""Documents to outcomes, in order, in this process or in several."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import Connection

from dragoman.desk.options import ReaderOptions
from dragoman.desk.reading import with_issues
from dragoman.documents import Failure, Made
from dragoman.errors import UsageError
from dragoman.reader import Reader

BATCH = 16
"""Documents a worker takes at once: enough to share the model's work, few enough to lose little."""

Outcome = bytes | Failure
"""A reading as a line of JSON, or why there is none."""


def work(reader: Reader, batch: Sequence[Made]) -> list[Outcome]:
    """One outcome a document. A document that breaks the batch is read alone and reported."""
    try:
        readings = reader.read_many(made.document for made in batch)
        return [
            with_issues(reading, made).to_json()
            for made, reading in zip(batch, readings, strict=True)
        ]
    except Exception as error:
        if len(batch) > 1:
            return [outcome for made in batch for outcome in work(reader, [made])]
        made = batch[0]
        where = f"{made.file}:{made.line}" if made.line else made.file
        reason = f"{where}: cannot be read ({type(error).__name__}: {error})"
        return [Failure(made.file, made.line, reason)]


class Crew:
    """One process or several that read. Raises what `Reader` raises, before any document."""

    def __init__(self, options: ReaderOptions, workers: int = 1) -> None:
        self._options, self._workers = options, workers
        # With several workers too, so that what is wrong with the options is said once.
        reader = options.build()
        self._reader = reader if workers <= 1 else None

    def outcomes(self, documents: Iterable[Made]) -> Iterator[list[Outcome]]:
        """Batches of outcomes in input order. Raises `UsageError` when a worker process dies."""
        batches = _batches(documents)
        if self._reader:
            reader = self._reader
            return (work(reader, batch) for batch in batches)
        return self._shared_out(batches)

    def _shared_out(self, batches: Iterator[list[Made]]) -> Iterator[list[Outcome]]:
        context = multiprocessing.get_context("spawn")
        leash, grip = context.Pipe(duplex=False)
        start = (self._options, leash)
        # The grip goes first: workers end at once when this process is interrupted or killed.
        with ProcessPoolExecutor(self._workers, context, _begin, start) as pool, grip:
            try:
                yield from _in_order(pool, batches, ahead=self._workers * 2)
            except BrokenProcessPool:
                raise UsageError(
                    "a worker process died; what was written stays, run again to go on "
                    f"(--workers {self._workers} may need more memory than there is)"
                ) from None


def _batches(documents: Iterable[Made]) -> Iterator[list[Made]]:
    stream = iter(documents)
    while batch := list(islice(stream, BATCH)):
        yield batch


def _in_order(
    pool: ProcessPoolExecutor, batches: Iterator[list[Made]], ahead: int
) -> Iterator[list[Outcome]]:
    waiting: deque[Future[list[Outcome]]] = deque()
    for batch in batches:
        waiting.append(pool.submit(_work_here, batch))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_reader: Reader | None = None


def _begin(options: ReaderOptions, leash: Connection) -> None:
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    threading.Thread(target=_end_with_parent, args=(leash,), daemon=True).start()
    _reader = options.build()


def _end_with_parent(leash: Connection) -> None:
    leash.poll(None)  # nothing is ever sent: it returns when the other end is closed
    os._exit(1)


def _work_here(batch: list[Made]) -> list[Outcome]:
    assert _reader is not None
    return work(_reader, batch)
