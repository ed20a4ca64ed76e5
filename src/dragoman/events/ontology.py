"""The ontology: types, modes, contexts, CAMEO codes with Goldstein values."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman import resources
from dragoman.errors import DataError
from dragoman.resources import Row


@dataclass(frozen=True, slots=True)
class EventType:
    """A type: its quad class 1..4, its expert score -10..10 and its general CAMEO code."""

    name: str
    quad: int
    score: float | None
    cameo: str | None
    recipient: str = "optional"


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of one type was done."""

    type: str
    name: str
    score: float | None
    cameo: str | None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """A CAMEO code: its Goldstein value, where published, and what PLOVER makes of it."""

    code: str
    goldstein: float | None
    type: str | None
    mode: str | None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ontology:
    """What events may be. `aliases` leads from older names of types to present ones."""

    types: Mapping[str, EventType]
    modes: Mapping[tuple[str, str], Mode]
    contexts: frozenset[str]
    codes: Mapping[str, Code]
    aliases: Mapping[str, str]

    def cameo(self, type: str, mode: str | None) -> str | None:
        """The CAMEO code that fits a type and mode where no entry gives one."""
        found = self.modes.get((type, mode or ""))
        return (found and found.cameo) or self.types[type].cameo

    def goldstein(self, cameo: str | None) -> float | None:
        """The Goldstein value of a code, or of its parent where none was published."""
        while cameo:
            code = self.codes.get(cameo)
            if code is not None and code.goldstein is not None:
                return code.goldstein
            cameo = cameo[:-1]
        return None


def load_ontology(own: Path | None = None) -> Ontology:
    """The shipped ontology, or the user's own TOML file in its place.

    With `extends = true` the file adds to and overrides the shipped one. Raises `DataError`.
    """
    if own is None:
        return _shipped()
    tables = resources.toml(own)
    base = _shipped() if tables.get("extends") else Ontology({}, {}, frozenset(), {}, {})
    return _merged(base, tables, str(own))


def shipped_types() -> frozenset[str]:
    """The names of the types that the shipped ontology knows; a user's own may leave some out."""
    return frozenset(row["type"] for row in resources.table("ontology/types.tsv"))


def _shipped() -> Ontology:
    types: dict[str, EventType] = {}
    aliases: dict[str, str] = {}
    for row in resources.table("ontology/types.tsv", ("type", "quad", "score", "cameo")):
        types[row["type"]] = EventType(
            row["type"],
            int(row.choice("quad", ("1", "2", "3", "4"))),
            _number(row, "score"),
            row["cameo"],
            row["recipient"],
        )
        aliases.update(dict.fromkeys(row.values("formerly"), row["type"]))
    contexts = frozenset(row["context"] for row in resources.table("ontology/contexts.tsv"))
    codes = {}
    for row in resources.table("ontology/cameo.tsv", ("code", "goldstein", "type")):
        codes[row["code"]] = _code(row, types, contexts)
    modes = {}
    for row in resources.table("ontology/modes.tsv", ("type", "mode", "score", "cameo")):
        row.choice("type", tuple(types))
        name = (row["type"], row["mode"])
        modes[name] = Mode(
            *name, _number(row, "score"), row["cameo"] or None, row["context"] or None
        )
    return Ontology(types, modes, contexts, codes, aliases)


def _code(row: Row, types: Mapping[str, EventType], contexts: frozenset[str]) -> Code:
    if row["type"]:
        row.choice("type", tuple(types))
    for context in row.values("contexts"):
        if context not in contexts:
            raise row.error(f"context {context!r} is not in ontology/contexts.tsv")
    return Code(
        row["code"],
        _number(row, "goldstein"),
        row["type"] or None,
        row["mode"] or None,
        row.values("contexts"),
    )


def _number(row: Row, column: str) -> float | None:
    try:
        return float(row[column]) if row[column] else None
    except ValueError:
        raise row.error(f"{column} is {row[column]!r}; a number is wanted") from None


def _merged(base: Ontology, tables: Mapping[str, Any], file: str) -> Ontology:
    types, modes = dict(base.types), dict(base.modes)
    for name, given in tables.get("types", {}).items():
        if given.get("quad") not in (1, 2, 3, 4):
            raise DataError(file, 1, f"type {name}: quad is {given.get('quad')!r}; 1 to 4")
        types[name] = EventType(name, given["quad"], given.get("score"), given.get("cameo"))
    for name, given in tables.get("modes", {}).items():
        kind, _, mode = name.partition(".")
        if kind not in types or not mode:
            raise DataError(file, 1, f"mode {name!r}: write TYPE.mode with a known type")
        modes[kind, mode] = Mode(
            kind, mode, given.get("score"), given.get("cameo"), given.get("context")
        )
    contexts = base.contexts | frozenset(tables.get("contexts", ()))
    codes = dict(base.codes)
    for code, value in tables.get("cameo", {}).items():
        codes[code] = Code(code, float(value), None, None)
    return Ontology(types, modes, contexts, codes, {**base.aliases, **tables.get("aliases", {})})
