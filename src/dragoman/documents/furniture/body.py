"""Where the article stands in a page: the densest run of running text, smoothed over lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.documents.furniture.cues import Cue
from dragoman.documents.furniture.lines import Line

MASS = 60
"""Words above which a line counts no more: one long paragraph is not a whole article."""
LEAST = 4
"""Words that the shortest line counts for."""
EARLIER = 0.45
"""Share of the largest run that an earlier one needs to be taken for the article: what follows
it are comments or other articles."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with how likely it is running text and the cue on it, if there is one."""

    line: Line
    share: float
    cue: Cue | None

    @property
    def value(self) -> float:
        """Words for (positive) or against (negative) the line standing in the article."""
        if self.cue:
            return -float(self.cue.stop or LEAST)
        mass = min(max(len(self.line.words), LEAST), MASS)
        return (2 * self.share - 1) * mass


def article(lines: Sequence[Judged]) -> tuple[int, int]:
    """The half-open run of lines that holds the article; `(0, 0)` where there is no running text.

    It is the first run of some size: what follows it are comments or other articles.
    """
    runs = _runs([line.value for line in lines])
    if not runs:
        return 0, 0
    largest = max(value for _, _, value in runs)
    best = next(run for run in runs if run[2] >= EARLIER * largest)
    return best[0], best[1]


def _runs(values: Sequence[float]) -> list[tuple[int, int, float]]:
    """Disjoint runs `(start, end, sum)` in order: each a scan's best, until its sum falls to 0.

    No part at either end of a run has a negative sum (after Ruzzo and Tompa 1999, here by the
    classical scan for the maximal sum, started anew behind every run).
    """
    found: list[tuple[int, int, float]] = []
    start, total, best, best_end = 0, 0.0, 0.0, 0
    for index, value in enumerate(values):
        if total <= 0:
            if best > 0:
                found.append((start, best_end, best))
            start, total, best = index, 0.0, 0.0
        total += value
        if total > best:
            best, best_end = total, index + 1
    if best > 0:
        found.append((start, best_end, best))
    return found
