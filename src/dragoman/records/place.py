"""A place named in the text."""

from typing import Literal

import msgspec

from dragoman.records.fields import stated

Precision = Literal["point", "city", "district", "province", "country", "region", "sea"]


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A toponym, resolved where the gazetteer knows it.

    `lat` and `lon` are WGS 84 degrees, both absent where unresolved; `country` is ISO 3166-1
    alpha-3, absent for seas and regions of several countries; `feature` is a GeoNames feature
    code (`PPLC`, `ADM1`). `adjectival` marks demonyms and adjectives ("Turkish"), located at
    their country. `confidence` is in 0..1.
    """

    id: str
    start: int
    end: int
    text: str
    name: str
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    geonames_id: int | None = None
    precision: Precision | None = None
    feature: str | None = None
    adjectival: bool = False
    confidence: float = stated(1.0)
