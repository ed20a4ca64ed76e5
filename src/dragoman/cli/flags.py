"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from dragoman import desk
from dragoman.settings import from_environment

if TYPE_CHECKING:
    from dragoman.desk import ReaderOptions

In = Annotated[
    str, typer.Option("--in", metavar="X", help="JSON Lines, a folder, a file, or - for stdin.")
]
Records = Annotated[str, typer.Option("--in", metavar="X", help="JSON Lines, or - for stdin.")]
Out = Annotated[
    Path, typer.Option("--out", metavar="Y", help="JSON Lines; what stands there is kept.")
]
Fresh = Annotated[
    bool, typer.Option("--fresh", help="Write the output anew instead of going on with it.")
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="NAME", help="An installed spaCy pipeline, such as en_core_web_lg."
    ),
]
Registry = Annotated[
    list[Path] | None,
    typer.Option("--registry", metavar="PATH", help="Your own actors, over ours. Repeatable."),
]
Gazetteer = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", metavar="FILE", help="Your own places, over ours. Repeatable."),
]
Lexicon = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", metavar="FILE", help="Your own verbs, before ours. Repeatable."),
]
Ontology = Annotated[
    Path | None,
    typer.Option("--ontology", metavar="FILE", help="Your own types of events (TOML)."),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Day of publication, such as 2024-12-09."),
]


def own_files(paths: list[Path] | None) -> tuple[Path, ...]:
    """The files of `--registry`, folders opened up. Raises `UsageError` for one that is missing."""
    return desk.own_files(paths) if paths else ()


def reader_options(
    model: str | None = None,
    registry: list[Path] | None = None,
    gazetteer: list[Path] | None = None,
    lexicon: list[Path] | None = None,
    ontology: Path | None = None,
) -> "ReaderOptions":
    """What builds a reader, from the flags, the environment filling what they leave open."""
    settings = from_environment()
    options = desk.ReaderOptions(
        registry=own_files(registry),
        gazetteer=tuple(gazetteer or ()),
        lexicon=tuple(lexicon or ()),
        ontology=ontology,
        cache=settings.cache,
    )
    name = model or settings.model
    return msgspec.structs.replace(options, model=name) if name else options
