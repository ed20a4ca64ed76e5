"""`dragoman read`."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman import desk
from dragoman.cli.flags import (
    Gazetteer,
    Lexicon,
    Model,
    Ontology,
    Published,
    Registry,
    reader_options,
)
from dragoman.cli.progress import DONE, SOME_FAILED, prepare
from dragoman.cli.report import show
from dragoman.errors import DragomanError, UsageError

if TYPE_CHECKING:
    from dragoman.desk import Made


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="A file, a URL, or - for stdin.")
    ],
    published: Published = None,
    title: Annotated[
        str | None, typer.Option(help="The headline, if it is not in the text.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the reading as JSON, one line a document.")
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help="For each event: the rule or model, and what it beat.")
    ] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="speaker", help="Group what is said by speaker.")
    ] = None,
    model: Model = None,
    registry: Registry = None,
    gazetteer: Gazetteer = None,
    lexicon: Lexicon = None,
    ontology: Ontology = None,
) -> int:
    """Reads one or a few reports and shows who did what to whom, according to whom.

    Give the day of publication where the page does not tell it: without one, "Sunday" stays a
    Sunday that nothing anchors.

    \b
      dragoman read report.txt --published 2024-12-09
      dragoman read https://example.org/news/article
      pbpaste | dragoman read -
      dragoman read page.html --json | jq '.events[].type'
    """
    if by not in {None, "speaker"}:
        raise UsageError(f"--by is {by!r}; allowed: speaker")
    options = reader_options(model, registry, gazetteer, lexicon, ontology)
    opened = [
        list(_opened(source, published, title, alone=len(sources) == 1)) for source in sources
    ]
    prepare(options)
    reader = options.build()
    failed = 0
    for made in (item for items in opened for item in items):
        if isinstance(made, desk.Made):
            reading = desk.read_made(made, reader)
            if as_json:
                sys.stdout.buffer.write(reading.to_json() + b"\n")
                sys.stdout.buffer.flush()
            else:
                show(reading, why=why, by_speaker=by == "speaker")
        else:
            failed += 1
            typer.echo(f"dragoman: {made}", err=True)
    return SOME_FAILED if failed else DONE


def _opened(
    source: str, published: str | None, title: str | None, *, alone: bool
) -> Iterator["Made | str"]:
    """The documents of a source, or in a line why not; a source that stands alone may raise."""
    try:
        for made in desk.open_all(source, published, title):
            yield made if isinstance(made, desk.Made) else made.reason
    except DragomanError as error:
        if alone:
            raise
        yield str(error)
