"""What must be compiled once before the first reading."""

from collections.abc import Callable
from pathlib import Path

from dragoman.parsing import require
from dragoman.places import compile_gazetteer


def prepare(model: str, cache: Path | None, tell: Callable[[float, str], None]) -> None:
    """Compiles the gazetteer into `cache` unless it is there; `tell` hears the share done, 0..1.

    Readers do the same by themselves, in silence. Raises `UsageError`, before it compiles,
    for a model that is not installed, and for a folder that cannot be written to.
    """
    require(model)
    compile_gazetteer(cache, tell)
