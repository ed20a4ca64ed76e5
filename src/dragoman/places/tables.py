"""The room's own tables below `data/places/`: countries, provinces, counties, regions, sites."""

from collections.abc import Iterable, Iterator

from dragoman import resources
from dragoman.places.names import is_acronym
from dragoman.places.place import Form, Named, Place, named
from dragoman.records.place import Precision
from dragoman.resources import Row

FOLDER = "places"
_KINDS: dict[str, tuple[str, Precision]] = {
    "continent": ("CONT", "region"),
    "region": ("RGN", "region"),
    "sea": ("SEA", "sea"),
    "strait": ("STRT", "sea"),
    "river": ("STM", "region"),
    "lake": ("LK", "region"),
    "mountain": ("MTS", "region"),
    "desert": ("DSRT", "region"),
    "island": ("ISL", "region"),
    "border": ("BDRY", "region"),
}
SEAT = "GOVL"
"""The feature of a seat of power, whose name mostly stands for those who sit there."""

_SITES = {"seat": SEAT, "site": "BLDG"}
DIVISION_FAME = 2 * 10**6
# Populations stand in for fame where a table gives none; see ranking.
_FAME = {
    "continent": 10**9,
    "region": 10**8,
    "sea": 10**8,
    "ADM1": DIVISION_FAME,
    "ADM2": 2 * 10**5,
}


def number(row: Row, column: str, bound: float) -> float:
    """The cell as degrees within `-bound..bound`. Raises `DataError`."""
    try:
        value = float(row[column])
    except ValueError:
        raise row.error(f"{column} is {row[column]!r}; a number is needed") from None
    if not -bound <= value <= bound:
        raise row.error(f"{column} is {value:g}; allowed: {-bound:g} to {bound:g}")
    return value


def identifier(row: Row, column: str = "geonames_id") -> int | None:
    """The cell as a positive whole number, `None` where empty. Raises `DataError`."""
    text = row[column]
    if text and not text.isdecimal():
        raise row.error(f"{column} is {text!r}; a whole number or nothing is needed")
    return int(text) if text else None


def alpha3(row: Row) -> str:
    """The cell `country`, checked. Raises `DataError`."""
    code = row["country"]
    if not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
        raise row.error(f"country is {code!r}; three capital letters (ISO 3166-1 alpha-3) needed")
    return code


def forms(name: str, others: Iterable[str]) -> list[tuple[str, Form]]:
    """A name and its variants with the form of each."""
    kinds: list[tuple[str, Form]] = [(name, "usual")]
    kinds += [(other, "exact" if is_acronym(other) else "variant") for other in others if other]
    return kinds


def adjectives(row: Row) -> list[tuple[str, Form]]:
    """The adjectives and demonyms of a row."""
    return [(word, "adjective") for word in row.values("adjectives")]


def countries() -> Iterator[Row]:
    """The rows of `countries.tsv`."""
    yield from resources.table(f"{FOLDER}/countries.tsv", ("iso3", "lat", "lon", "adjectives"))


def divisions(file: str) -> Iterator[Row]:
    """The rows of `provinces.tsv` or `counties.tsv`."""
    yield from resources.table(f"{FOLDER}/{file}", ("country", "name", "lat", "lon"))


def division(row: Row, feature: str, precision: Precision) -> tuple[Place, list[tuple[str, Form]]]:
    """A row of `divisions` as a place with its names."""
    place = Place(
        name=row["name"],
        lat=number(row, "lat", 90),
        lon=number(row, "lon", 180),
        country=alpha3(row),
        admin1="",
        population=identifier(row, "fame") or _FAME[feature],
        feature=feature,
        precision=precision,
        geonames_id=identifier(row),
    )
    names = forms(row["name"], row.values("names"))
    names += [(short, "abbreviation") for short in row.values("abbreviations")]
    return place, names


def regions() -> Iterator[Named]:
    """World regions, waters, mountains and the like."""
    for row in resources.table(f"{FOLDER}/regions.tsv", ("kind", "name", "lat", "lon")):
        kind = row.choice("kind", tuple(_KINDS))
        feature, precision = _KINDS[kind]
        place = Place(
            name=row["name"],
            lat=number(row, "lat", 90),
            lon=number(row, "lon", 180),
            country="",
            admin1="",
            population=_FAME.get(kind, 10**7),
            feature=feature,
            precision=precision,
            geonames_id=identifier(row),
        )
        yield named(place, (*forms(row["name"], row.values("names")), *adjectives(row)))


def sites() -> Iterator[Named]:
    """Squares, palaces, camps, bases, airports and landmarks."""
    for row in resources.table(f"{FOLDER}/sites.tsv", ("country", "name", "lat", "lon")):
        feature = _SITES[row.choice("kind", tuple(_SITES))]
        place = Place(
            name=row["name"],
            lat=number(row, "lat", 90),
            lon=number(row, "lon", 180),
            country=alpha3(row),
            admin1="",
            population=10**6,
            feature=feature,
            precision="point",
        )
        yield named(place, forms(row["name"], row.values("names")))


def cities() -> Iterator[Row]:
    """The rows of `cities.tsv`: further names and fame for a city of a country."""
    yield from resources.table(f"{FOLDER}/cities.tsv", ("country", "city", "fame", "names"))
