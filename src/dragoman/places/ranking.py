"""Which of its namesakes a name means in this text.

Each reading is scored by its standing (size and kind), by how much of the text is about its
country and division, and by the nearest other place of the text; a name has one meaning in a
document (Gale, Church and Yarowsky 1992). The weights are powers of ten of population: a country
that the whole text is about lifts a town over a namesake a thousand times its size.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.places.place import Candidate, Place

COUNTRY_WEIGHT = 3.0
DIVISION_WEIGHT = 1.5
NEAR_WEIGHT = 1.0
NEAR_KM = 150.0
MOST_POINTS = 100
"""Places to which distances are measured, the surest first: a book names thousands."""

HOME_MENTIONS = 2.0
"""The country of publication counts like so many clear mentions of it."""

ROUNDS = 2
_EARTH_KM = 6371.0088
_KIND = {"PPLC": 0.5, "PCLI": 2.0, "PCLD": 1.0}
_LESS = {"variant": 1.0, "part": 2.0}
_POINTS = frozenset({"city", "district", "point"})


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a name means, its score and its lead over the next one elsewhere."""

    place: Place
    score: float
    lead: float

    @property
    def confidence(self) -> float:
        """0.5 for a tie, towards 1 with the lead; two places of decimals."""
        return round(1 / (1 + math.exp(-min(self.lead, 8.0))), 2)

    @property
    def certainty(self) -> float:
        """The confidence as a weight: 0 for a tie, towards 1 with the lead."""
        return 2 * self.confidence - 1


def standing(one: Candidate) -> float:
    """How likely a name is to mean this place where nothing else is known."""
    place = one.place
    score = math.log10(place.population + 10) + _KIND.get(place.feature, 0.0)
    if place.own:
        score += 100.0
    return score - (_LESS.get(one.form, 0.0) if place.precision == "city" else 0.0)


def kilometres(a: Place, b: Place) -> float:
    """The great-circle distance of two places."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    across = math.radians(b.lon - a.lon)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(across / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


class Scene:
    """What the text is about, as the choices made so far tell."""

    def __init__(
        self, choices: Mapping[str, Choice], mentions: Mapping[str, int], home: str = ""
    ) -> None:
        self._countries: dict[str, float] = defaultdict(float)
        self._divisions: dict[tuple[str, str], float] = defaultdict(float)
        self._choices = choices
        self._weights = {
            key: mentions[key] * choice.certainty
            for key, choice in choices.items()
            if choice.place.country
        }
        if home:
            self._countries[home] = HOME_MENTIONS
        for key, weight in self._weights.items():
            place = choices[key].place
            self._countries[place.country] += weight
            if place.admin1:
                self._divisions[place.country, place.admin1] += weight
        points = (key for key in self._weights if choices[key].place.precision in _POINTS)
        chief = sorted(points, key=lambda key: (-self._weights[key], key))[:MOST_POINTS]
        self._points = {key: choices[key].place for key in chief}
        self._total = sum(self._countries.values())

    def support(self, key: str, place: Place) -> float:
        """How well a reading of `key` fits the other names of the text."""
        if not place.country:
            return 0.0
        weight = self._weights.get(key, 0.0)
        rest = self._total - weight + 1.0
        own = self._choices[key].place if weight else None
        same = own is not None and own.country == place.country
        countries = self._countries.get(place.country, 0.0) - (weight if same else 0.0)
        score = COUNTRY_WEIGHT * countries / rest
        if place.admin1:
            alike = same and own is not None and own.admin1 == place.admin1
            divisions = self._divisions.get((place.country, place.admin1), 0.0)
            score += DIVISION_WEIGHT * (divisions - (weight if alike else 0.0)) / rest
        return score + self._nearness(key, place)

    def _nearness(self, key: str, place: Place) -> float:
        if place.precision not in _POINTS:
            return 0.0
        others = (other for name, other in self._points.items() if name != key)
        nearest = min((kilometres(place, other) for other in others), default=math.inf)
        return NEAR_WEIGHT * math.exp(-nearest / NEAR_KM)


def resolve(
    names: Mapping[str, Sequence[Candidate]],
    mentions: Mapping[str, int],
    allowed: Mapping[str, frozenset[Place]],
    home: str = "",
) -> dict[str, Choice]:
    """The meaning of every key.

    `mentions` counts a key, `allowed` holds what containment says, `home` is the country that the
    text comes from, as far as known.
    """
    choices: dict[str, Choice] = {}
    for _ in range(ROUNDS + 1):
        scene = Scene(choices, mentions, home)
        choices = {
            key: _best(key, _admitted(candidates, allowed.get(key)), scene)
            for key, candidates in names.items()
        }
    return choices


def _admitted(
    candidates: Sequence[Candidate], allowed: frozenset[Place] | None
) -> Sequence[Candidate]:
    if allowed is None or any(one.place.own for one in candidates):
        return candidates
    return [one for one in candidates if one.place in allowed] or candidates


def _best(key: str, candidates: Iterable[Candidate], scene: Scene) -> Choice:
    scored = [(standing(one) + scene.support(key, one.place), one.place) for one in candidates]
    scored.sort(key=lambda pair: (-pair[0], pair[1].geonames_id or 0, pair[1].name))
    score, place = scored[0]
    rivals = (other for other, rival in scored[1:] if _elsewhere(place, rival))
    return Choice(place, score, score - next(rivals, score - 8.0))


def _elsewhere(place: Place, rival: Place) -> bool:
    """Whether a rival is no twin of a place: not near it, not the division that bears its name."""
    same = place.admin1 and (place.country, place.admin1) == (rival.country, rival.admin1)
    return not same and kilometres(place, rival) > NEAR_KM
