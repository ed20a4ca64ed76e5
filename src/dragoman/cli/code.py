"""`dragoman code`."""

from typing import Annotated

import typer

from dragoman import desk
from dragoman.cli.flags import (
    Fresh,
    Gazetteer,
    In,
    Lexicon,
    Model,
    Ontology,
    Out,
    Registry,
    reader_options,
)
from dragoman.cli.progress import prepare, run
from dragoman.errors import UsageError

_MOST = 256
"""Processes; more would need more memory than any machine that one person uses."""


def code(
    source: In,
    target: Out,
    workers: Annotated[
        str, typer.Option(metavar="N", help="Processes; each loads a model of its own.")
    ] = "1",
    fresh: Fresh = False,
    model: Model = None,
    registry: Registry = None,
    gazetteer: Gazetteer = None,
    lexicon: Lexicon = None,
    ontology: Ontology = None,
) -> int:
    """Codes a corpus: documents in, readings out, one JSON object a line, in input order.

    A record that cannot be read is reported with file and line, counted and skipped. An
    interrupted run goes on where it stopped when called again.

    \b
      dragoman code --in corpus.jsonl --out readings.jsonl --workers 2
      dragoman code --in pages/ --out readings.jsonl
      zcat dump.jsonl.gz | dragoman code --in - --out readings.jsonl
    """
    processes = _processes(workers)
    options = reader_options(model, registry, gazetteer, lexicon, ontology)
    prepare(options)
    return run(
        "coding",
        source,
        lambda watch: desk.code(
            source,
            target,
            options,
            workers=processes,
            fresh=fresh,
            report=watch.report,
            advance=watch.advance,
            tally=watch.tally,
        ),
    )


def _processes(text: str) -> int:
    """How many processes. Raises `UsageError` that says what is allowed."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
    if not 1 <= number <= _MOST:
        raise UsageError(f"--workers is {text!r}; allowed: a whole number from 1 to {_MOST}")
    return number
