"""What stands around the numbers of one text: which bodies it names, found in one pass."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from dragoman.instruments.symbols import Body

HORIZON = 20_000
"""How far around a bare number a body still counts as named; longer texts change subject."""
LONGEST = 1_000
"""Characters on each side of a number to which its sentence is followed."""
_NUMBERING = {"SC", "GA", "HRC"}
"""The bodies whose resolutions are cited by the bare number."""


class Vicinity:
    """The surroundings of the numbers of one text. `name` matches what the bodies are called."""

    def __init__(self, text: str, name: re.Pattern[str], bodies: Mapping[str, Body]) -> None:
        self._text = text
        named = [(match.start(), bodies[match.group()]) for match in name.finditer(text)]
        self._world = [start for start, body in named if body.symbol != "none"]
        numbering = [(start, body.id) for start, body in named if body.id in _NUMBERING]
        self._numbering = [start for start, _ in numbering]
        self._ids = [id for _, id in numbering]

    def sentence(self, start: int, end: int) -> str:
        """The words from the full stop before an offset to the one behind another."""
        first, last = max(0, start - LONGEST), end + LONGEST
        left = self._text.rfind(".", first, start)
        right = self._text.find(".", end, last)
        return self._text[left + 1 if left >= 0 else first : right if right >= 0 else last]

    def names_the_world(self, at: int) -> bool:
        """Whether a body of states is named within the horizon."""
        nearest = bisect_left(self._world, at - HORIZON)
        return nearest < len(self._world) and self._world[nearest] < at + HORIZON

    def last_named(self, at: int) -> str:
        """The id of the last body named before an offset, of those cited by the bare number."""
        before = bisect_right(self._numbering, at - 1) - 1
        near = before >= 0 and self._numbering[before] >= at - HORIZON
        return self._ids[before] if near else ""
