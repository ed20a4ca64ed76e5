"""Parsed → Timex."""

from dragoman.parsing import Parsed
from dragoman.records import Found, Timex


class TimeFinder:
    """Finds expressions of time and anchors them on the day of publication and the narrative."""

    def find(self, parsed: Parsed) -> Found[Timex]:
        """The expressions of time in the text, by start."""
        return Found()
