"""Runs over many records: progress and failures on standard error, a count at the end."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from dragoman import desk

if TYPE_CHECKING:
    from dragoman.desk import ReaderOptions, Tally
    from dragoman.documents import Failure

DONE, SOME_FAILED = 0, 1


class Watch:
    """What a run tells while it goes on, and how it went."""

    def __init__(self, console: Console, progress: Progress, task: TaskID) -> None:
        self.tally: Tally = desk.Tally()
        self._console, self._progress, self._task = console, progress, task

    def advance(self, count: int) -> None:
        """Moves the bar."""
        self._progress.advance(self._task, count)

    def report(self, failure: "Failure") -> None:
        """Prints a record that cannot be used, above the bar."""
        self._console.print(f"dragoman: {failure.reason}", markup=False, soft_wrap=True)


def run(what: str, source: str, work: Callable[[Watch], object]) -> int:
    """The exit code of a run over the records of `source`, watched."""
    console = Console(stderr=True, highlight=False)
    columns = (
        SpinnerColumn(),
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        watch = Watch(console, progress, progress.add_task(what, total=_count_lines(source)))
        try:
            work(watch)
        except KeyboardInterrupt:
            typer.echo(f"dragoman: {watch.tally}; call again to go on", err=True)
            raise
    typer.echo(f"dragoman: {watch.tally}", err=True)
    return SOME_FAILED if watch.tally.failed else DONE


def _count_lines(source: str) -> int | None:
    """The lines of a plain file, quickly; nothing for folders, pipes and packed files."""
    path = Path(source)
    try:
        if path.suffix not in {".jsonl", ".ndjson"} or not path.is_file():
            return None
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return None  # what is wrong with it is said by those who read it


def prepare(options: "ReaderOptions") -> None:
    """Compiles what the first reading needs, with a bar; a line where nobody sees a bar."""
    console = Console(stderr=True, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        tasks: list[TaskID] = []

        def tell(share: float, what: str) -> None:
            if not tasks:
                tasks.append(progress.add_task(what, total=1.0))
                if not console.is_terminal:
                    console.print(f"dragoman: {what}", markup=False, soft_wrap=True)
            progress.update(tasks[0], completed=share, description=what)

        desk.prepare(options, tell)
