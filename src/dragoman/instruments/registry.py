"""The instruments that are known: title, names, kind, parties, dates."""

import re
from dataclasses import dataclass

from dragoman import resources
from dragoman.instruments.words import Trie, variants
from dragoman.resources import Row

FOLDER = "instruments/registry"
_DATE = re.compile(r"(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")

_UNUSABLE = frozenset("[]()")


@dataclass(frozen=True, slots=True)
class Instrument:
    """One entry. Dates are ISO 8601, as precise as known (`2015-07-14`, `2015-07`, `2015`)."""

    id: str
    title: str
    kind: str
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    signed: str | None = None
    in_force: str | None = None
    ended: str | None = None
    note: str = ""

    @property
    def year(self) -> str:
        """The year of signature or adoption, empty where unknown."""
        return self.signed[:4] if self.signed else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name may stand for: an entry, and on which conditions.

    `needs` are words of which one must be in the text (none: no condition), `bars` words that must
    not follow or precede the name directly.
    """

    entry: Instrument
    needs: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()


class Registry:
    """Every entry of `data/instruments/registry`, by id and by name."""

    def __init__(self, kinds: frozenset[str]) -> None:
        self.entries: dict[str, Instrument] = {}
        self.names: Trie[Reading] = Trie()
        for file in resources.listing(FOLDER):
            for row in resources.table(file, ("id", "title", "aliases", "kind")):
                self._add(instrument(row, kinds), row)
        self._add_ambiguous()

    def get(self, id: str) -> Instrument | None:
        """The entry of that id or symbol."""
        return self.entries.get(id)

    def _add(self, entry: Instrument, row: Row) -> None:
        if entry.id in self.entries:
            raise row.error(f"{entry.id} stands here twice")
        self.entries[entry.id] = entry
        reading = Reading(entry)
        for alias in entry.aliases:
            for name in variants(alias):
                if not _UNUSABLE.isdisjoint(name):
                    raise row.error(f"alias {alias!r}: brackets do not pair or nest")
                if name.islower() and " " not in name:
                    raise row.error(f"alias {name!r} is an everyday word; see ambiguous.tsv")
                self.names.add(name, reading)

    def _add_ambiguous(self) -> None:
        for row in resources.table("instruments/ambiguous.tsv", ("alias", "id", "needs", "bars")):
            entry = self.entries.get(row["id"])
            if entry is None:
                raise row.error(f"id {row['id']!r} is in no file of {FOLDER}")
            needs = frozenset(word.lower() for word in row.values("needs"))
            bars = frozenset(word.lower() for word in row.values("bars"))
            for name in variants(row["alias"]):
                self.names.add(name, Reading(entry, needs, bars))


def instrument(row: Row, kinds: frozenset[str]) -> Instrument:
    """The entry of one row. Raises `DataError` on an unknown kind, a bad date, an empty title."""
    for column in ("signed", "in_force", "ended"):
        if row[column] and not _DATE.fullmatch(row[column]):
            raise row.error(f"{column} is {row[column]!r}; allowed: YYYY, YYYY-MM or YYYY-MM-DD")
    if not row["id"] or not row["title"]:
        raise row.error("id or title is empty")
    return Instrument(
        id=row["id"],
        title=row["title"],
        kind=row.choice("kind", sorted(kinds)),
        aliases=row.values("aliases"),
        parties=row.values("parties"),
        signed=row["signed"] or None,
        in_force=row["in_force"] or None,
        ended=row["ended"] or None,
        note=row["note"],
    )
