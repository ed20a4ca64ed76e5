"""Files and standard input → Capture."""

import gzip
import zlib
from pathlib import Path, PurePath

from dragoman.documents import media
from dragoman.errors import DocumentError, UsageError
from dragoman.records import Capture

LARGEST = 20_000_000
"""Bytes of one document, unpacked. A novel has half a million; more is a corpus or a mistake."""


def open_path(path: str | Path) -> Capture:
    """The content of a file, unpacked if it ends in `.gz`.

    Raises `UsageError` where there is no such file or it may not be read, `DocumentError` for an
    empty, binary or too large file and for a media type that is none of ours.
    """
    path = Path(path)
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; give a file")
    try:
        content = _unpacked(path) if path.suffix.lower() == ".gz" else _read(path)
    except FileNotFoundError:
        raise UsageError(f"{path}: no such file") from None
    except (gzip.BadGzipFile, zlib.error, EOFError):
        raise DocumentError(f"{path}: damaged gzip data") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path}: cannot be read ({reason})") from None
    return Capture(name=shown(path), content=content, media_type=media.of_file(str(path), content))


def shown(path: Path | PurePath) -> str:
    """A path as text that can be written as UTF-8, whatever bytes the file system has for it."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode()


def open_stdin(content: bytes, name: str = "-") -> Capture:
    """What came on standard input or out of a pipe. Raises as `open_path` does."""
    if len(content) > LARGEST:
        raise too_large(name)
    return Capture(name=name, content=content, media_type=media.of_file(name, content))


def too_large(name: str) -> DocumentError:
    """The error for more than `LARGEST` bytes."""
    return DocumentError(f"{name}: more than {LARGEST // 1_000_000} MB; that is the limit for one")


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise too_large(str(path))
    return content


def _unpacked(path: Path) -> bytes:
    with gzip.open(path) as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise too_large(str(path))
    return content
