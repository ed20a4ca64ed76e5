"""Which place lies in which: "Paris, Texas", "Tripoli in Lebanon", "Syria's Idlib"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec
from spacy.tokens import Doc

from dragoman.places.place import Candidate, Place
from dragoman.places.ranking import standing
from dragoman.places.spotting import Spot

WIDEST = 3.5
"""How far below its best reading a name before a country may be read, in powers of ten."""

WORLD_CITY = 1_000_000
"""Inhabitants, or renown to match, from which a town needs no country in a dateline."""

_INNER_FIRST = frozenset({",", "in", ", in", "("})
_OUTER_FIRST = frozenset({"'s", "'"})
_CONTAINERS = frozenset({"country", "province"})


def inside(place: Place, container: Place) -> bool:
    """Whether a place lies in a country or first-level division, as far as codes tell."""
    if place.country != container.country or container.precision not in _CONTAINERS:
        return False
    if place.precision == "country" or place == container:
        return False
    if container.precision == "country":
        return True
    return place.feature != "ADM1" and place.admin1 == container.admin1 != ""


def pairs(doc: Doc, spots: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Neighbouring spots of which the first is written as lying in the second."""
    for left, right in pairwise(spots):
        if right.first - left.last > 3:
            continue
        between = doc[left.last : right.first].text.strip()
        if between in _INNER_FIRST and not left.adjectival:
            yield left, right
        elif between in _OUTER_FIRST:
            yield right, left


def _fits(inner: Spot, outer: Spot) -> list[tuple[Place, Place]]:
    """The readings of both under which one lies in the other.

    A country before a country is a list ("Russia, U.S."), and so is a city before a country that
    only has a hamlet of that name ("Paris, Ukraine"). Own names go before further ones.
    """
    country = any(one.place.precision == "country" for one in inner.candidates)
    best = max(map(standing, inner.candidates), default=0.0)
    fits: dict[bool, list[tuple[Place, Place]]] = {True: [], False: []}
    for holder in (one.place for one in outer.candidates):
        state = holder.precision == "country"
        if country and state:
            continue
        for one in inner.candidates:
            if inside(one.place, holder) and (not state or standing(one) > best - WIDEST):
                fits[one.form == "usual"].append((one.place, holder))
    return fits[True] or fits[False]


def linked(doc: Doc, spots: Sequence[Spot]) -> frozenset[int]:
    """The first tokens of all spots that hold another or lie in another, by the text's words."""
    found: set[int] = set()
    for inner, outer in pairs(doc, spots):
        if _fits(inner, outer):
            found |= {inner.first, outer.first}
    return frozenset(found)


def holders(doc: Doc, spots: Sequence[Spot]) -> frozenset[int]:
    """The first tokens of spots that hold the place before or behind them."""
    return frozenset(outer.first for inner, outer in pairs(doc, spots) if _fits(inner, outer))


def restricted(doc: Doc, spots: Sequence[Spot]) -> dict[str, frozenset[Place]]:
    """For each key that the text places inside another: the readings that fit."""
    allowed: dict[str, set[Place]] = defaultdict(set)
    for inner, outer in pairs(doc, spots):
        for place, holder in _fits(inner, outer):
            allowed[inner.key].add(place)
            allowed[outer.key].add(holder)
    return {key: frozenset(places) for key, places in allowed.items()}


def worldwide(spots: Iterable[Spot]) -> dict[str, frozenset[Place]]:
    """For names that stand alone in a dateline the best known bearer, if it is a world city.

    Agencies add the country or state to all but such towns (Associated Press Stylebook, datelines).
    """
    allowed = {}
    for spot in spots:
        usual = [one for one in spot.candidates if one.form == "usual"]
        best = max(usual, key=standing, default=None)
        if best is None or best.place.precision != "city":
            continue
        if best.place.feature == "PPLC" or best.place.population >= WORLD_CITY:
            allowed[spot.key] = frozenset([best.place])
    return allowed


def housed(doc: Doc, spots: Sequence[Spot]) -> dict[str, Candidate]:
    """Places that the gazetteer lacks, by key, put where the division is that the text names.

    These are unknown names ("Tell Zarur, Idlib province") and known ones that no division of that
    name holds ("Baghdad, Ky."), the latter only before an abbreviation, which is never a list.
    """
    found: dict[str, Candidate] = {}
    for inner, outer in pairs(doc, spots):
        unfit = outer.abbreviated and not _fits(inner, outer)
        if not inner.candidates or unfit:
            holder = next((one.place for one in outer.candidates if one.place.country), None)
            if holder is not None and holder.precision in ("province", "district"):
                name = doc.text[inner.start : inner.end]
                place = msgspec.structs.replace(
                    holder, name=name, population=0, feature="PPL", geonames_id=None, own=False
                )
                found.setdefault(inner.key, Candidate("usual", place))
    return found
