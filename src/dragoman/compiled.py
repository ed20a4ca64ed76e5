"""Large data, compiled once into the user's cache and opened read-only afterwards.

The file's name holds a digest of what it was built from, so a changed source builds a new file.
Building is locked against a second process and ends in an atomic rename: a reader never sees a
half-written file, an interrupted build leaves nothing that would be taken for a whole one.
"""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import platformdirs
from filelock import FileLock

from dragoman.errors import UsageError


def default_folder() -> Path:
    """The user's cache folder for Dragoman, as the platform has it."""
    return Path(platformdirs.user_cache_dir("dragoman", appauthor=False))


def digest(parts: Iterable[bytes | str]) -> str:
    """A short hexadecimal digest of all parts and their order."""
    total = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        total.update(len(raw).to_bytes(8, "big"))
        total.update(raw)
    return total.hexdigest()[:16]


def ensure(name: str, key: str, build: Callable[[Path], None], folder: Path | None = None) -> Path:
    """The path of `name` compiled for `key`, built by `build(path)` unless it is there already.

    Older builds of the same name are removed. Raises `UsageError` when the folder cannot be
    written to.
    """
    folder = folder or default_folder()
    stem, _, suffix = name.partition(".")
    target = folder / f"{stem}-{key}.{suffix}"
    if target.exists():
        return target
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / f"{stem}.lock"):
            if not target.exists():
                _build(target, build)
                _forget_older(folder, stem, suffix, target)
    except OSError as error:
        reason = f"cannot keep compiled data here ({error.strerror})"
        raise UsageError(f"{folder}: {reason}; DRAGOMAN_CACHE names another folder") from None
    return target


def _build(target: Path, build: Callable[[Path], None]) -> None:
    draft = target.with_name(f"{target.name}.{os.getpid()}.draft")
    try:
        build(draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _forget_older(folder: Path, stem: str, suffix: str, target: Path) -> None:
    for old in folder.glob(f"{stem}-{'?' * 16}.{suffix}"):
        if old != target:
            old.unlink(missing_ok=True)
