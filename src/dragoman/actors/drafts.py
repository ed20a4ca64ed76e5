"""Entries while their rows come in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import structs

from dragoman import resources
from dragoman.actors import days
from dragoman.actors.entries import Entry, Name, Phase
from dragoman.errors import DataError


@dataclass(slots=True)
class Draft:
    """An entry while its rows come in."""

    id: str
    name: str
    kind: str
    row: resources.Row
    own: bool = False
    parent: str = ""
    wikidata: str = ""
    names: dict[str, Name] = field(default_factory=dict)
    demonyms: dict[str, Name] = field(default_factory=dict)
    metonyms: dict[str, Name] = field(default_factory=dict)
    phases: list[Phase] = field(default_factory=list)

    def entry(self) -> Entry:
        return Entry(
            id=self.id,
            name=self.name,
            kind=self.kind,
            names=tuple(self.names.values()),
            phases=tuple(self.phases),
            demonyms=tuple(self.demonyms.values()),
            metonyms=tuple(self.metonyms.values()),
            parent=self.parent,
            wikidata=self.wikidata,
            own=self.own,
        )


@dataclass(slots=True)
class Gathered:
    """All drafts by id; `defects` are rows that gave none, `remarks` lines of foreign dictionaries
    that could not be used."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    defects: list[DataError] = field(default_factory=list)
    remarks: list[DataError] = field(default_factory=list)

    def entries(self) -> tuple[Entry, ...]:
        """The entries as filed."""
        return tuple(draft.entry() for draft in self.drafts.values())

    def inherited(self) -> tuple[Entry, ...]:
        """The entries, with terms in an organisation given its sector at that time."""
        entries = {entry.id: entry for entry in self.entries()}
        return tuple(_inheriting(entry, entries) for entry in entries.values())


def add_names(into: dict[str, Name], spelt: tuple[str, ...]) -> None:
    """Takes spellings in; a star at the end marks one that others bear too."""
    for text in filter(None, spelt):
        name = Name(text.rstrip("*"), text.endswith("*"))
        into.setdefault(name.text, name)


def _inheriting(entry: Entry, entries: dict[str, Entry]) -> Entry:
    phases: list[Phase] = []
    for phase in entry.phases:
        above = entries.get(phase.organisation)
        if phase.sector or above is None or entry.kind != "person":
            phases.append(phase)
            continue
        parts = [(days.common(phase.interval, other.interval), other) for other in above.phases]
        phases += [
            structs.replace(phase, interval=part, sector=other.sector)
            for part, other in parts
            if part is not None
        ] or [phase]
    return structs.replace(entry, phases=tuple(phases))


def rows_of(found: Gathered) -> Iterator[tuple[Entry, Phase]]:
    """Each phase with the entry it belongs to."""
    for entry in found.entries():
        for phase in entry.phases:
            yield entry, phase
