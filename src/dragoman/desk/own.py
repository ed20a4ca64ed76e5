"""A user's own files: found, opened and checked before anything costly begins."""

from collections.abc import Iterable
from pathlib import Path

from dragoman.actors.gathering import gather
from dragoman.errors import UsageError
from dragoman.places.extra import read as own_places

_TABLES = frozenset((".tsv", ".csv", ".txt", ".actors"))


def own_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that are named, a folder standing for the tables and dictionaries in it.

    Raises `UsageError` for one that is not there, and for a folder that holds none.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.suffix.lower() in _TABLES)
            if not inside:
                raise UsageError(f"{path}: no registry files in this folder (.tsv, .csv, .txt)")
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise UsageError(f"{path}: no such file; give a table or a dictionary of your own")
    return tuple(found)


def check_own(registry: tuple[Path, ...] = (), gazetteer: tuple[Path, ...] = ()) -> None:
    """Reads own files by themselves. Raises `DataError` at the first bad row, `UsageError` for a
    file that is not there or cannot be opened."""
    require_files((*registry, *gazetteer))
    found = gather(registry)
    if found.defects:
        raise found.defects[0]
    own_places(gazetteer)


def require_files(paths: Iterable[Path]) -> None:
    """Raises `UsageError` for a file that is not there or cannot be opened."""
    for path in paths:
        if not path.is_file():
            raise UsageError(f"{path}: no such file; give a table of your own")
        try:
            path.open("rb").close()
        except OSError as error:
            raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
