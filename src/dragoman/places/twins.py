"""A town and the division that bears its name: "Homs" and "Homs province".

The bare name means the town if it is of some size; a word behind the name, or another place that
lies in it, makes it the division.
"""

from dragoman.places.place import Place
from dragoman.places.spotting import Spot
from dragoman.places.tables import DIVISION_FAME

SIZE = 50_000
"""Inhabitants of a town that a bare name means rather than its division."""


def twin(spot: Spot, place: Place, division: bool) -> Place:
    """The place itself, or the town or division of its name, as `division` tells."""
    if place.precision not in ("city", "province"):
        return place
    here = [one for one in spot.candidates if _beside(one.place, place)]
    provinces = [one.place for one in here if one.place.feature == "ADM1"]
    towns = [
        one.place
        for one in here
        if one.place.precision == "city" and one.form == "usual" and one.place.population >= SIZE
    ]
    if not (towns and provinces):
        return place
    famous = max(province.population for province in provinces) > DIVISION_FAME
    return provinces[0] if division or famous else max(towns, key=lambda town: town.population)


def _beside(one: Place, other: Place) -> bool:
    return (one.country, one.admin1) == (other.country, other.admin1)
