"""What the environment may set. Only the command line reads it; libraries get arguments."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """`cache` holds compiled data (`DRAGOMAN_CACHE`), `model` is the default `DRAGOMAN_MODEL`."""

    cache: Path | None
    model: str | None


def from_environment() -> Settings:
    """The settings of this process. Unset and empty variables count as absent."""
    cache = os.environ.get("DRAGOMAN_CACHE") or None
    return Settings(
        cache=Path(cache) if cache else None,
        model=os.environ.get("DRAGOMAN_MODEL") or None,
    )
