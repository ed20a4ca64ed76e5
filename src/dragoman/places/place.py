"""What the gazetteer knows: a place, and a name that can stand for it."""

from typing import Literal

import msgspec

from dragoman.records.place import Precision

Form = Literal["usual", "variant", "exact", "abbreviation", "adjective", "domain"]
"""How a name is used. `usual` is the place's own name, `variant` another one, `exact` an acronym
that counts in this case only, `abbreviation` counts only behind a place and a comma, `domain` is
the top level of a country's web addresses."""


class Place(msgspec.Struct, frozen=True, array_like=True):
    """One entry of the gazetteer.

    `lat` and `lon` are WGS 84 degrees, `country` ISO 3166-1 alpha-3 or empty, `admin1` the
    GeoNames code of the first-level division or empty, `population` in persons (0 where unknown),
    `feature` a GeoNames feature code. `precision` says how exact the point is: a county that is
    known only to lie in its state has the precision of the state.
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
    """A place with everything that it is called, as the sources yield it."""

    place: Place
    names: tuple[tuple[str, Form], ...]
