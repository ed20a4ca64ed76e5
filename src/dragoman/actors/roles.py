"""Role nouns: "gunmen", "rebel fighters", "prime minister" and what they are."""

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from dragoman import resources
from dragoman.actors.agent_dictionaries import Agent, read_agents
from dragoman.actors.spelling import folded
from dragoman.actors.vocabulary import vocabulary
from dragoman.records.place import Precision


@dataclass(frozen=True, slots=True)
class Role:
    """What a role noun says: its sector, whether one, several or a body is meant, and the code
    (`NGO`) that it puts in the place of a country. `takes` are precisions of named places that a
    noun for a settlement takes up ("the town")."""

    noun: str
    sector: str
    form: str
    plural: bool
    country: str = ""
    takes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word before a role noun that changes its sector."""

    sector: str
    over: frozenset[str]


GROUND = ("settlement", "place", "area")
"""Forms of nouns for ground: an unnamed place, on which something is done."""
ACTING = ("site", "craft")
"""Forms of nouns for things that are somebody only where they act: hospitals, aircraft."""
NOTHING = "nothing"
"""The form of a fixed phrase that only looks like a noun for ground: "stock market"."""


class Roles:
    """The tables of role nouns, ground and modifiers. Raises `DataError` on a bad row."""

    def __init__(self, extra: tuple[Path, ...] = ()) -> None:
        self.nouns: dict[str, Role] = {}
        self.longest: dict[str, int] = {}
        self.modifiers: dict[str, Modifier] = {}
        for row in resources.table("actors/agents.tsv", ("noun", "sector", "class")):
            self._noun(row, _SOMEBODY)
        for row in resources.table("actors/ground.tsv", ("noun", "class")):
            self._noun(row, (*GROUND, NOTHING))
        for row in resources.table("actors/modifiers.tsv", ("word", "sector", "over")):
            sectors = vocabulary().sectors
            over = sectors if row["over"] == "*" else frozenset(row.values("over"))
            self.modifiers[folded(row["word"])] = Modifier(
                row.choice("sector", sorted(sectors)), over
            )

        for path in extra:
            for agent in read_agents(path, []):
                self._own(agent)

    def _own(self, agent: Agent) -> None:
        """A noun of the user's own dictionary wins against ours."""
        for text in (agent.singular, agent.plural or _plural(agent.singular)):
            plural = text != agent.singular
            role = Role(agent.singular, agent.sector, "person", plural, agent.prefix)
            self._add(text, role, own=True)

    def sector(self, role: Role, before: list[str]) -> str:
        """The sector of a role noun behind these folded words; the nearest one decides first."""
        sector = role.sector
        for size in (2, 1):
            for at in range(len(before) - size, -1, -1):
                modifier = self.modifiers.get(" ".join(before[at : at + size]))
                if modifier and sector in modifier.over:
                    sector = modifier.sector
        return sector

    def _noun(self, row: resources.Row, forms: tuple[str, ...]) -> None:
        form = row.choice("class", forms)
        sectors = sorted(vocabulary().sectors)
        sector = row.choice("sector", ["", *sectors] if forms is not _SOMEBODY else sectors)
        noun, plural = row["noun"], row["plural"] or _plural(row["noun"])
        country, takes = row["country"], _takes(row)
        self._add(noun, Role(noun, sector, form, plural == "-" and form != "body", country, takes))
        if plural != "-":
            self._add(plural, Role(noun, sector, form, True, country))

    def _add(self, text: str, role: Role, own: bool = False) -> None:
        words = [folded(word) for word in text.replace("-", " ").split()]
        shape = " ".join(words)
        self.nouns[shape] = role if own else self.nouns.get(shape, role)
        self.longest[words[-1]] = max(self.longest.get(words[-1], 0), len(words))


_SOMEBODY = ("person", "group", "body", "site", "craft")


def _takes(row: resources.Row) -> frozenset[str]:
    """The precisions in the column `takes` of `ground.tsv`."""
    found = frozenset(row.values("takes"))
    if unknown := found - set(get_args(Precision)):
        raise row.error(f"takes names {min(unknown)!r}, which is no precision of places")
    return found


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
