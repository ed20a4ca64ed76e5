"""Instruments cited by name."""

import re

from dragoman.instruments.hit import Hit
from dragoman.instruments.registry import Reading, Registry
from dragoman.instruments.words import Word, words

_YEAR_BEFORE = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?:-era)?\s+$")
_YEAR_BEHIND = re.compile(r"\s*(?:\(|of\s+)((?:18|19|20)\d\d)\b\)?")


class NamedInstruments:
    """Finds the names of the registry in a text."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def find(self, text: str) -> list[Hit]:
        """Hits by start; a name that several share goes to the one whose conditions hold."""
        found = words(text)
        everything: frozenset[str] | None = None
        hits = []
        for first, behind, readings in self._registry.names.find(text, found):
            start, end = found[first].start, found[behind - 1].end
            before = _YEAR_BEFORE.search(text[max(0, start - 12) : start])
            after = _YEAR_BEHIND.match(text, end)
            years = {match[1] for match in (before, after) if match}
            if everything is None:
                everything = frozenset(word.lower for word in found)
            beside = {word.lower for word in _beside(found, first, behind)}
            reading = _choose(readings, years, everything, beside)
            if reading is None:
                continue
            if before and before[1] == reading.entry.year:
                start -= len(before.group())
            if after and after[1] == reading.entry.year:
                end = after.end()
            entry = reading.entry
            hits.append(Hit(start, end, entry.id, entry.id, entry.title, entry.kind, start))
        return hits


def _beside(found: list[Word], first: int, behind: int) -> list[Word]:
    return found[max(0, first - 1) : first] + found[behind : behind + 1]


def _choose(
    readings: list[Reading], years: set[str], everything: frozenset[str], beside: set[str]
) -> Reading | None:
    allowed = [reading for reading in readings if not reading.bars & beside]
    for reading in allowed:
        if reading.entry.year in years:
            return reading
    for reading in allowed:
        if reading.needs and reading.needs & everything:
            return reading
    return next((reading for reading in allowed if not reading.needs), None)
