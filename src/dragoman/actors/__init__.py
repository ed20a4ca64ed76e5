"""Parsed → Actor."""

from pathlib import Path

from dragoman.parsing import Parsed
from dragoman.records import Actor, Found, PlaceMention


class ActorFinder:
    """Finds who is mentioned and resolves it against the registry as of the day of the report."""

    def __init__(self, extra: tuple[Path, ...] = (), cache: Path | None = None) -> None:
        self._extra = extra

    def find(self, parsed: Parsed, places: tuple[PlaceMention, ...] = ()) -> Found[Actor]:
        """The actors of the text with all their mentions, by first mention."""
        return Found()
