"""Stretches of a text, looked up by offset in logarithmic time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Stretches:
    """What a number of spans cover together; those that overlap are joined."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        """Whether any of them overlaps a stretch."""
        return bisect_right(self._ends, start) < bisect_left(self._starts, end)

    def hold(self, start: int, end: int) -> bool:
        """Whether they cover a stretch without a gap."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._ends[at]
