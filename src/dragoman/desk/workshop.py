"""Documents to outcomes, in order, in this process or in several."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection

from dragoman import collecting
from dragoman.desk.options import ReaderOptions
from dragoman.desk.reading import with_issues
from dragoman.documents import Failure, Made
from dragoman.errors import DragomanError, UsageError
from dragoman.reader import Reader

BATCH = 16
"""Documents a worker takes at once: enough to share the model's work, few enough to lose little."""

Outcome = bytes | Failure
"""A reading as a line of JSON, or why there is none."""

Outcomes = Callable[[Iterable[Made]], Iterator[list[Outcome]]]


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


@contextmanager
def crew(options: ReaderOptions, workers: int = 1) -> Iterator[Outcomes]:
    """What turns documents into batches of outcomes in input order: this process or several.

    With several, this one loads no reader; it hands out documents and takes in readings. Raises
    what `Reader` raises, before any document, and `UsageError` when a worker process dies.
    """
    if workers <= 1:
        reader = options.build()
        yield lambda documents: (work(reader, batch) for batch in _batches(documents))
        return
    context = multiprocessing.get_context("spawn")
    leash, grip = context.Pipe(duplex=False)
    # The grip goes first: workers end at once when this process is interrupted or killed.
    with ProcessPoolExecutor(workers, context, _begin, (options, leash)) as pool, grip:
        try:
            first, *_ = [pool.submit(_ready) for _ in range(workers)]
            first.result()
            yield lambda documents: _in_order(pool, _batches(documents), ahead=workers * 2)
        except BrokenProcessPool:
            raise UsageError(
                "a worker process died; what was written stays, run again to go on "
                f"(--workers {workers} may need more memory than there is)"
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


_reader: Reader | DragomanError


def _begin(options: ReaderOptions, leash: Connection) -> None:
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    threading.Thread(target=_end_with_parent, args=(leash,), daemon=True).start()
    collecting.relax()
    try:
        _reader = options.build()
    except DragomanError as error:
        _reader = error  # raised where somebody waits for it


def _end_with_parent(leash: Connection) -> None:
    leash.poll(None)  # nothing is ever sent: it returns when the other end is closed
    os._exit(1)


def _ready() -> None:
    if isinstance(_reader, DragomanError):
        raise _reader


def _work_here(batch: list[Made]) -> list[Outcome]:
    assert isinstance(_reader, Reader)
    return work(_reader, batch)
