"""The data by which a place is held to be that of an event: prepositions, types, words."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman import resources

ROLES = ("at", "to", "into", "from", "on", "of", "between", "during")
_CLASSES = (
    "site",
    "title",
    "seat",
    "deed",
    "other",
    "occasion",
    "address",
    "visit",
    "city",
    "area",
    "joint",
    "remote",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What of a sentence may be the place of events of one type: a row of `kinds.tsv`."""

    roles: frozenset[str]
    object: str
    inside: bool
    dateline: str


OTHER = Kind(roles=frozenset({"at"}), object="none", inside=True, dateline="never")
"""What counts for a type of the user's own that `kinds.tsv` does not list."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The three tables of `data/events/` that locate events."""

    roles: Mapping[str, str]
    kinds: Mapping[str, Kind]
    words: Mapping[str, frozenset[str]]

    def kind(self, type: str) -> Kind:
        """The row of an event type, `OTHER` for a type that has none."""
        return self.kinds.get(type, OTHER)


@functools.cache
def load_whereabouts() -> Whereabouts:
    """The shipped tables. Raises `DataError` for a bad row."""
    return Whereabouts(_roles(), _kinds(), _words())


def _roles() -> dict[str, str]:
    rows = resources.table("events/locating.tsv", ("preposition", "role"))
    return {row["preposition"]: row.choice("role", ROLES) for row in rows}


def _kinds() -> dict[str, Kind]:
    found = {}
    for row in resources.table("events/kinds.tsv", ("type", "object", "inside", "dateline")):
        unknown = [role for role in row.values("roles") if role not in ROLES]
        if unknown:
            raise row.error(f"roles holds {unknown[0]!r}; allowed: {', '.join(ROLES)}")
        found[row["type"]] = Kind(
            roles=frozenset({"at", *row.values("roles")}),
            object=row.choice("object", ("any", "town", "none")),
            inside=row.choice("inside", ("yes", "no")) == "yes",
            dateline=row.choice("dateline", ("free", "doer", "all", "never")),
        )
    return found


def _words() -> dict[str, frozenset[str]]:
    found = {name: frozenset[str]() for name in _CLASSES}
    for row in resources.table("events/place_words.tsv", ("class", "words")):
        found[row.choice("class", _CLASSES)] |= frozenset(row.values("words"))
    return found
