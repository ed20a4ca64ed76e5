"""A whole text file, written at once or not at all."""

import os
from pathlib import Path

from dragoman.errors import UsageError


def is_same_file(one: str | Path, other: str | Path) -> bool:
    """Whether two paths lead to one file that is there: what is read must not be written to."""
    try:
        return Path(one).samefile(other)
    except OSError:
        return False


def write_whole(path: Path, text: str) -> None:
    """Puts the text in place of the file: whoever reads it sees the old or the new one, whole.

    Raises `UsageError` where it cannot be written. A device or a pipe is written to as it is.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        if path.exists() and not path.is_file():
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        try:
            draft.write_text(text, encoding="utf-8", newline="\n")
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise UsageError(f"{path}: cannot write here ({error.strerror})") from None
