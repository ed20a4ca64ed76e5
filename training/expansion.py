"""Sentences with slots and choices → plain sentences with a marked source and target.

The notation is explained in README.md beside this file. Everything here is deterministic: the same
files and the same seed give the same sentences in the same order.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SLOT = re.compile(r"\{([^{}]+)\}")
MARK = re.compile(r"\[(/?)([ST])\]")


@dataclass(frozen=True)
class Frame:
    """One written sentence with its slots, and where it stands."""

    type: str
    mode: str
    status: str
    tag: str
    border: str
    text: str
    line: int

    @property
    def label(self) -> str:
        """What the network is taught: the type, or `TYPE/border` where two schemes part."""
        return f"{self.type}/{self.border}" if self.border else self.type


@dataclass(frozen=True)
class Example:
    """A plain sentence, the two marked spans as character offsets, and its type."""

    text: str
    source: tuple[int, int]
    target: tuple[int, int]
    label: str
    mode: str
    status: str
    tag: str
    frame: str


def rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of a tab-separated file without comments and header, with line numbers."""
    header = True
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            if not header:
                yield number, line.split("\t")
            header = False


def read_frames(folder: Path) -> list[Frame]:
    """All frames below `folder`, a file per type, in file and line order."""
    return [
        Frame(path.stem, *(cell.strip() for cell in cells), line=number)
        for path in sorted(folder.glob("*.tsv"))
        for number, cells in rows(path)
    ]


class Vocabulary:
    """Fills slots with phrases and countries, by chance but from a given generator."""

    def __init__(self) -> None:
        self.phrases: dict[str, list[str]] = {}
        for _, (kind, phrase) in rows(HERE / "vocabulary.tsv"):
            self.phrases.setdefault(kind, []).append(phrase)
        self.countries = [cells for _, cells in rows(HERE / "countries.tsv")]

    def fill(self, text: str, chance: random.Random) -> str:
        """`text` with every choice made and every slot filled; marks are kept."""
        text = choose(text, chance)
        text = SLOT.sub(lambda found: self._role(found[1], chance), text)
        return tidy(self._plain(text, chance))

    def _role(self, slot: str, chance: random.Random) -> str:
        role, colon, kinds = slot.partition(":")
        if not colon:
            return "{" + slot + "}"
        kind = chance.choice(kinds.split(","))
        phrase = self._plain(chance.choice(self.phrases[kind]), chance)
        if phrase.endswith(",") and chance.random() < 0.5:
            phrase = phrase[:-1]
        comma = "," if phrase.endswith(",") else ""
        phrase = phrase.rstrip(",")
        return f"[{role}]{phrase}[/{role}]{comma}" if role in "ST" else phrase

    def _plain(self, text: str, chance: random.Random) -> str:
        for _ in range(4):
            if "{" not in text:
                break
            one, two = chance.sample(self.countries, 2)
            names = dict(zip(("c", "adj", "cap", "lead"), one, strict=True))
            names |= {"c's": possessive(one[0]), "c2": two[0], "adj2": two[1]}
            text = SLOT.sub(
                lambda found, n=names: n.get(found[1]) or self._any(found[1], chance), text
            )
        return text

    def _any(self, slot: str, chance: random.Random) -> str:
        kind = chance.choice(slot.removeprefix("X:").split(",")) if ":" in slot else slot
        return chance.choice(self.phrases["gov" if kind == "X" else kind])


def choose(text: str, chance: random.Random) -> str:
    """Choices made from the inside out: `(a|b)` is one of them, `(a)?` is there or not."""
    inner = re.compile(r"\(([^()]*)\)(\?)?")
    while found := inner.search(text):
        keep = chance.choice(found[1].split("|"))
        if found[2] and chance.random() < 0.5:
            keep = ""
        text = text[: found.start()] + keep + text[found.end() :]
    return text


def possessive(name: str) -> str:
    """`Syria's`, `the United States'`."""
    return name + ("'" if name.endswith("s") else "'s")


def tidy(text: str) -> str:
    """Single spaces, no space before punctuation, `the` and capitals put right."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([,.;:?])(?=\s|$)", r"\1", text)
    text = re.sub(r",(\s*[,.])", r"\1", text)
    text = re.sub(r"s(\[/[ST]\])'s\b", r"s\1'", text)
    text = re.sub(r"\ba(\[[ST]\])? (?=[AEIOaeio])", lambda m: "an" + (m[1] or "") + " ", text)
    return re.sub(r"\b(the|a|neighbouring|northern|southern|eastern|western) the\b", r"\1", text)


def capital(text: str) -> str:
    """The first letter raised, past a mark."""
    found = re.search(r"[A-Za-z]", MARK.sub(lambda m: "#" * len(m[0]), text))
    if not found:
        return text
    return text[: found.start()] + text[found.start()].upper() + text[found.start() + 1 :]


def unmarked(text: str) -> str:
    """`text` without its marks."""
    return MARK.sub("", text)


def example(marked: str, frame: Frame) -> Example:
    """The marks taken out of `marked`, their places kept. Raises `ValueError` without all four."""
    plain, places, last = "", {}, 0
    for found in MARK.finditer(marked):
        plain += marked[last : found.start()]
        places[found[1] + found[2]] = len(plain)
        last = found.end()
    plain += marked[last:]
    if set(places) != {"S", "/S", "T", "/T"}:
        raise ValueError(f"{frame.type} line {frame.line}: marks are not in order: {marked}")
    return Example(
        plain,
        (places["S"], places["/S"]),
        (places["T"], places["/T"]),
        frame.label,
        frame.mode,
        frame.status,
        frame.tag,
        f"{frame.type}:{frame.line}",
    )
