"""Which country a passage is about."""

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass

NEAR = (3.0, 1.0, 0.5)
"""Weights of a country named in the sentence itself, in the one before, in the one before that."""
EARLIER, LATER = 0.25, 0.1
"""Weights of each sentence that names it before the passage and after it: a report introduces its
scene and then speaks of "the police"; other countries come in by the way, and late."""
PLACE, ACTOR = 2.0, 0.5
"""What a place and somebody who acts count, where the scene is asked for; else each counts 1."""


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
        self._acting: dict[int, Counter[str]] = defaultdict(Counter)
        self._placed: dict[int, Counter[str]] = defaultdict(Counter)
        self._sentences: dict[str, list[int]] = defaultdict(list)
        for sighting in sorted(sightings, key=lambda sighting: sighting.start):
            held = self._placed if sighting.place else self._acting
            held[sighting.sentence][sighting.country] += 1
            self._sentences[sighting.country].append(sighting.sentence)

    def country(
        self, sentence: int, located: bool, without: frozenset[str] = frozenset()
    ) -> str | None:
        """The country that a sentence is about; `located` counts places above actors.

        Those in `without` cannot be meant.
        """
        scores: dict[str, float] = {}
        for code, sentences in self._sentences.items():
            before = bisect_right(sentences, sentence)
            scores[code] = EARLIER * before + LATER * (len(sentences) - before)
        for distance, weight in enumerate(NEAR):
            for code, count in self._acting.get(sentence - distance, Counter()).items():
                scores[code] += weight * count * (ACTOR if located else 1.0)
            for code, count in self._placed.get(sentence - distance, Counter()).items():
                scores[code] += weight * count * (PLACE if located else 1.0)
        fitting = {code: score for code, score in scores.items() if code not in without}
        best = sorted(fitting.items(), key=lambda item: (-item[1], item[0]))
        return best[0][0] if best else None

    def scene(self, sentence: int) -> str | None:
        """The country of the places that a sentence names, where they lie in one country."""
        placed = self._placed.get(sentence, Counter())
        return next(iter(placed)) if len(placed) == 1 else None

    def names(self, codes: tuple[str, ...]) -> bool:
        """Whether the text names one of these countries anywhere."""
        return any(code in self._sentences for code in codes)
