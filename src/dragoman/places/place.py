"""What the gazetteer knows: a place, and a name that can stand for it."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from dragoman.places.names import fold
from dragoman.records.place import Precision

Form = Literal["usual", "exact", "abbreviation", "adjective", "variant", "domain", "part"]
"""How a name is used. `usual` is the place's own name, `variant` another one, `exact` an acronym
that counts in this case only, `abbreviation` counts only behind a place and a comma, `domain` is
the top level of a country's web addresses, `part` what is left of a name without its compass
point ("East London")."""


class Place(msgspec.Struct, frozen=True, array_like=True):
    """One entry of the gazetteer.

    `lat` and `lon` are WGS 84 degrees, `country` ISO 3166-1 alpha-3 or empty, `admin1` the
    GeoNames code of the first-level division or empty, `population` in persons (a stand-in for
    fame where nobody lives there), `feature` a GeoNames feature code. `precision` says how exact
    the point is: a county that is known only to lie in its state has the precision of the state.
    """

    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    feature: str
    precision: Precision
    geonames_id: int | None = None
    own: bool = False


class Candidate(msgspec.Struct, frozen=True, array_like=True):
    """A place that a name can mean, and the form that the name then has."""

    form: Form
    place: Place


class Named(msgspec.Struct, frozen=True):
    """A place with the keys of everything that it is called, as the sources yield it."""

    place: Place
    keys: tuple[tuple[str, Form], ...]


def key(name: str, form: Form = "usual") -> str:
    """The key under which a name in this form is kept. Abbreviations keep case and full stops."""
    if form == "abbreviation":
        return f",{name}"
    return name.casefold() if form == "domain" else fold(name)


def named(place: Place, names: Iterable[tuple[str, Form]]) -> Named:
    """A place with its names as keys."""
    return Named(place, tuple((key(name, form), form) for name, form in names))
