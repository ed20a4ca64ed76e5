"""Parsed → Claim."""

from dragoman.parsing import Parsed
from dragoman.records import Actor, Claim, Found


class ClaimFinder:
    """Finds who says what, in which words, and how firmly."""

    def find(self, parsed: Parsed, actors: tuple[Actor, ...] = ()) -> Found[Claim]:
        """The claims of the text, by start of the first of their spans."""
        return Found()
