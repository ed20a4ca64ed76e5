"""Parsed → PlaceMention."""

from pathlib import Path

from dragoman.parsing import Parsed
from dragoman.records import Found, PlaceMention


class PlaceFinder:
    """Finds toponyms and resolves them against a gazetteer."""

    def __init__(self, extra: tuple[Path, ...] = (), cache: Path | None = None) -> None:
        self._extra = extra

    def find(self, parsed: Parsed) -> Found[PlaceMention]:
        """The places named in the text, by start."""
        return Found()
