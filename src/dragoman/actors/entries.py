"""Entries of the registry: somebody, and what they are from a day to a day."""

import msgspec

from dragoman.actors.days import Interval


class Phase(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What an entry is during an interval. Persons have one phase for each term of office.

    `countries` holds the main code first. `rank` orders phases that hold at once, 1 first.
    `file` and `line` say where it stands, for people who ask why.
    """

    interval: Interval
    countries: tuple[str, ...] = ()
    sector: str = ""
    secondary: tuple[str, ...] = ()
    office: str = ""
    seats: tuple[str, ...] = ()
    organisation: str = ""
    rank: int = 50
    note: str = ""
    file: str = ""
    line: int = 0


class Name(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A name as spelt; a `starred` one is known to belong to others as well."""

    text: str
    starred: bool = False


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One state, organ, group, organisation or person with all its names and phases."""

    id: str
    name: str
    kind: str
    names: tuple[Name, ...]
    phases: tuple[Phase, ...]
    demonyms: tuple[Name, ...] = ()
    metonyms: tuple[Name, ...] = ()
    parent: str = ""
    wikidata: str = ""
    own: bool = False

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country of its phases, in order, without repetition."""
        return tuple(dict.fromkeys(code for phase in self.phases for code in phase.countries))
