"""Role nouns: "gunmen", "rebel fighters", "prime minister" and what they are."""

from dataclasses import dataclass
from pathlib import Path

from dragoman import resources
from dragoman.actors.agent_dictionaries import Agent, read_agents
from dragoman.actors.spelling import folded
from dragoman.actors.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Role:
    """What a role noun says: its sector, whether one, several or a body is meant, and the code
    (`NGO`) that it puts in the place of a country."""

    noun: str
    sector: str
    form: str
    plural: bool
    country: str = ""


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word before a role noun that changes its sector."""

    sector: str
    over: frozenset[str]


class Roles:
    """The tables `agents.tsv` and `modifiers.tsv`. Raises `DataError` on a bad row."""

    def __init__(self, extra: tuple[Path, ...] = ()) -> None:
        self.nouns: dict[str, Role] = {}
        self.longest: dict[str, int] = {}
        self.modifiers: dict[str, Modifier] = {}
        for row in resources.table("actors/agents.tsv", ("noun", "sector", "class")):
            self._noun(row)
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

    def _noun(self, row: resources.Row) -> None:
        sector = row.choice("sector", sorted(vocabulary().sectors))
        form = row.choice("class", ("person", "group", "body", "site"))
        noun, plural = row["noun"], row["plural"] or _plural(row["noun"])
        country = row["country"]
        self._add(noun, Role(noun, sector, form, plural == "-" and form != "body", country))
        if plural != "-":
            self._add(plural, Role(noun, sector, form, True, country))

    def _add(self, text: str, role: Role, own: bool = False) -> None:
        words = [folded(word) for word in text.replace("-", " ").split()]
        shape = " ".join(words)
        self.nouns[shape] = role if own else self.nouns.get(shape, role)
        self.longest[words[-1]] = max(self.longest.get(words[-1], 0), len(words))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
