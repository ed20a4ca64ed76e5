"""Which country a passage is about."""

from collections import Counter, defaultdict
from dataclasses import dataclass

SAME_SENTENCE, BEFORE, DOCUMENT = 3.0, 1.0, 0.25
"""Weights of a country named in the sentence, in the one before, anywhere in the text."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A country at an offset: as the place of something, or as somebody who acts."""

    start: int
    country: str
    place: bool
    sentence: int


class Context:
    """The countries that a text names, by place in it."""

    def __init__(self, sightings: list[Sighting]) -> None:
        self._sightings = sorted(sightings, key=lambda sighting: sighting.start)
        self._total = Counter(sighting.country for sighting in self._sightings)

    def country(self, sentence: int, located: bool) -> str | None:
        """The country that a sentence is about; `located` counts places above actors."""
        scores: dict[str, float] = defaultdict(float)
        for code, count in self._total.items():
            scores[code] += DOCUMENT * count
        for sighting in self._sightings:
            distance = sentence - sighting.sentence
            if distance in (0, 1):
                weight = BEFORE if distance else SAME_SENTENCE
                scores[sighting.country] += weight * (2.0 if located and sighting.place else 1.0)
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        return best[0][0] if best else None

    def names(self, codes: tuple[str, ...]) -> bool:
        """Whether the text names one of these countries anywhere."""
        return any(code in self._total for code in codes)
