"""`dragoman code`."""

from typing import Annotated

import typer

from dragoman import desk
from dragoman.cli.flags import (
    Fresh,
    Gazetteer,
    In,
    Model,
    Out,
    Registry,
    reader_options,
)
from dragoman.cli.progress import prepare, run


def code(
    source: In,
    target: Out,
    workers: Annotated[
        int, typer.Option(min=1, max=256, help="Processes; each loads a model of its own.")
    ] = 1,
    fresh: Fresh = False,
    model: Model = None,
    registry: Registry = None,
    gazetteer: Gazetteer = None,
) -> int:
    """Codes a corpus: documents in, readings out, one JSON object a line, in input order.

    A record that cannot be read is reported with file and line, counted and skipped. An
    interrupted run goes on where it stopped when called again.

    \b
      dragoman code --in corpus.jsonl --out readings.jsonl --workers 2
      dragoman code --in pages/ --out readings.jsonl
      zcat dump.jsonl.gz | dragoman code --in - --out readings.jsonl
    """
    options = reader_options(model, registry, gazetteer)
    prepare(options.model, options.cache)
    return run(
        "coding",
        source,
        lambda watch: desk.code(
            source,
            target,
            options,
            workers=workers,
            fresh=fresh,
            report=watch.report,
            advance=watch.advance,
            tally=watch.tally,
        ),
    )
