"""TABARI and PETRARCH dictionaries: read, resolved by day, written, and never lost a line."""

import datetime
import random
from pathlib import Path

from dragoman.actors import Registry
from dragoman.actors.agent_dictionaries import read_agents
from dragoman.actors.dictionaries import read
from dragoman.actors.exporting import actor_lines, agent_lines
from dragoman.actors.roles import Roles
from dragoman.errors import DataError

ACTORS = """\
# invented
CORVANIA_  [COV]
+CORVANIAN_
+REPUBLIC_OF_CORVANIA_   # comment

MIRA_DOLENZ_  # in office, then not
+PRESIDENT_DOLENZ_
\t[COVLEG <19980401]
\t[COVGOV 19980401-20060331]
\t[COVOPP 060401-101231]
\t[COVELI >20110101]

JONAS_TARR_\t[COVMIL 880101-951231] [COVELI]
SILVER_FOG_  [---]
CORVANIAN_LIBERATION_FRONT  [COVINS]
WORLD_LOOM_FUND  [IGOUNO]
"""
AGENTS = """\
!RANK! = CHIEF, CHIEFS, BOSS, BOSSES
HARBOR_WARDEN [~GOV]
COAST_PATROL {} [~MIL]
LOOM_MASTER {LOOM_MASTERS} [ ~BUS ]
CUSTOMS_!RANK! [~GOV]
REEF_FUND [NGO~]
"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def who(registry: Registry, name: str, day: str) -> tuple[str | None, str | None]:
    first = registry.who(name, datetime.date.fromisoformat(day))[0]
    return first.country, first.sector


def test_actors_by_day(tmp_path: Path) -> None:
    registry = Registry.load((written(tmp_path, "own.actors.txt", ACTORS),), tmp_path / "cache")
    assert registry.remarks == ()
    assert who(registry, "Mira Dolenz", "1997-05-01") == ("COV", "LEG")
    assert who(registry, "President Dolenz", "1998-04-01") == ("COV", "LEG")  # the first line wins
    assert who(registry, "President Dolenz", "1998-04-02") == ("COV", "GOV")
    assert who(registry, "Mira Dolenz", "2006-03-31") == ("COV", "GOV")
    assert who(registry, "Mira Dolenz", "2008-01-01") == ("COV", "OPP")
    assert who(registry, "Mira Dolenz", "2020-01-01") == ("COV", "ELI")
    assert who(registry, "Jonas Tarr", "1990-01-01") == ("COV", "MIL")
    assert who(registry, "Jonas Tarr", "2000-01-01") == ("COV", "ELI")
    assert who(registry, "Silver Fog", "2000-01-01") == (None, None)
    assert who(registry, "Corvanian Liberation Front", "2000-01-01") == ("COV", "REB")
    assert who(registry, "World Loom Fund", "2000-01-01")[0] == "UNO"


def test_agents(tmp_path: Path) -> None:
    remarks: list[DataError] = []
    path = written(tmp_path, "own.agents.txt", AGENTS)
    found = {agent.singular: agent for agent in read_agents(path, remarks)}
    assert not remarks
    assert found["customs boss"].sector == "GOV"
    assert found["coast patrol"].plural == "coast patrol"
    assert found["reef fund"].prefix == "NGO"
    roles = Roles((path,))
    assert roles.nouns["harbor wardens"].plural
    assert roles.nouns["loom masters"].sector == "BUS"


def test_a_spreadsheet(tmp_path: Path) -> None:
    text = "id,name,aliases,kind,country,from\nfog,Silver Fog,SFG,armed,COV,2019-05\n"
    registry = Registry.load((written(tmp_path, "own.csv", text),), tmp_path / "cache")
    assert who(registry, "Silver Fog", "2021-01-01") == ("COV", "REB")


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    registry = Registry.load(cache=tmp_path)
    chosen = [e for e in registry.entries if e.id in {"syr-bashar-al-assad", "taliban"}]
    path = written(tmp_path, "out.actors.txt", "\n".join(actor_lines(chosen)))
    remarks: list[DataError] = []
    records = list(read(path, remarks))
    assert len(records) == len(chosen)
    assert not remarks
    agents = written(tmp_path, "out.agents.txt", "\n".join(agent_lines(Roles())))
    nouns = {agent.singular for agent in read_agents(agents, remarks)}
    assert not remarks
    assert {"soldier", "gunman", "foreign ministry"} <= nouns


def test_malformed_lines_are_each_reported(tmp_path: Path) -> None:
    chance = random.Random(1967)
    broken = ["[COVGOV 19980431", "[COVGOV 1998]", "[cov gov mil]", "[]", "]COVGOV[", "[COV <>]"]
    broken += ["[COVGOV 20060331-19980401]", "[COVGOV >19981301]", "[COVGOV 0]", "COVGOV]", "[?]"]
    lines = []
    for number in range(200):
        noise = "".join(chance.choice("[]<>-~!{}0129 AZ_|") for _ in range(chance.randrange(6)))
        lines.append(f"LINE_{number}_ [{noise}] {chance.choice(broken)}")
    path = written(tmp_path, "broken.actors.txt", "\n".join(lines))
    remarks: list[DataError] = []
    records = list(read(path, remarks))
    assert {record.line for record in records} == set(range(1, 201))
    assert {remark.line for remark in remarks} == set(range(1, 201))
    assert all(str(remark).startswith(f"{path}:{remark.line}: ") for remark in remarks)


def test_malformed_agents_are_each_reported(tmp_path: Path) -> None:
    chance = random.Random(1973)
    broken = ["NOUN", "[~GOV]", "NOUN [GOV]", "NOUN [~XQX]", "!UNKNOWN!_MAN [~GOV]", "NOUN {[~GOV]"]
    broken += ["NOUN [~GOV", "NOUN ~GOV]", "NOUN [~GOV~]", "N!_X [~GOV]"]
    lines = [f"{chance.choice(broken)}" for _ in range(200)]
    path = written(tmp_path, "broken.agents.txt", "\n".join(lines))
    remarks: list[DataError] = []
    agents = list(read_agents(path, remarks))
    assert not agents
    assert {remark.line for remark in remarks} == set(range(1, 201))
