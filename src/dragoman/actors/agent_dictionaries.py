"""TABARI and PETRARCH agent dictionaries → role nouns. No line is lost without a remark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman import resources
from dragoman.actors.dictionaries import blocks, text_of
from dragoman.errors import DataError

_SET = re.compile(r"!([A-Z_]+)!\s*=\s*(.+)")
_ENTRY = re.compile(r"([^\[\]{}]+?)\s*(\{[^{}]*\})?\s*\[\s*(~?)\s*([A-Za-z]{3,12})\s*(~?)\s*\]")
_MARK = re.compile(r"!([A-Z_]+)!")
LONGEST = 1_000
"""Characters of a line; a longer one is none of a dictionary."""


@dataclass(frozen=True, slots=True)
class Agent:
    """A role noun: its forms, its sector, and the code it puts before the country, if any."""

    singular: str
    plural: str
    sector: str
    prefix: str = ""
    line: int = 0


def read_agents(source: resources.Source, remarks: list[DataError]) -> Iterator[Agent]:
    """The role nouns of an agent dictionary; what cannot be used is added to `remarks`."""
    sets: dict[str, list[str]] = {}
    for number, line in enumerate(text_of(source, remarks).split("\n"), start=1):
        text = line.partition("#")[0].strip()
        if not text or text.startswith("<!"):
            continue
        if len(text) > LONGEST:
            remarks.append(DataError(str(source), number, f"longer than {LONGEST} characters"))
        elif match := _SET.fullmatch(text):
            sets[match.group(1)] = [item.strip() for item in match.group(2).split(",")]
        else:
            try:
                yield from _agents(text, number, sets)
            except ValueError as error:
                remarks.append(DataError(str(source), number, str(error)))


def _agents(text: str, line: int, sets: dict[str, list[str]]) -> Iterator[Agent]:
    match = _ENTRY.fullmatch(text)
    if not match:
        raise ValueError(f"{text[:40]!r}; allowed: PHRASE {{PLURAL}} [~CODE]")
    phrase, braces, after, code, before = match.groups()
    if bool(after) == bool(before):
        raise ValueError(f"code {code!r} needs one ~, before or behind it")
    block = blocks().get(code.upper()[:3])
    if after and (block is None or not block.sector):
        raise ValueError(f"code {code!r} is no role; allowed: {', '.join(sorted(blocks()))}")
    sector = block.sector if block and after else "SOC"
    prefix = code.upper() if before else ""
    for spelt in _expanded(phrase, sets):
        noun = spelt.replace("_", " ").strip().lower()
        if not noun:
            raise ValueError("no phrase before the code")
        marked = "!" in phrase
        plural = noun if marked or braces == "{}" else (braces or "").strip("{} ").lower()
        yield Agent(noun, plural.replace("_", " "), sector, prefix, line)


def _expanded(phrase: str, sets: dict[str, list[str]]) -> list[str]:
    match = _MARK.search(phrase)
    if not match:
        if "!" in phrase:
            raise ValueError(f"{phrase!r}: a set is written !NAME!")
        return [phrase]
    if match.group(1) not in sets:
        raise ValueError(f"set {match.group(1)!r} is not defined before its use")
    items = sets[match.group(1)]
    return [phrase[: match.start()] + item + phrase[match.end() :] for item in items]
