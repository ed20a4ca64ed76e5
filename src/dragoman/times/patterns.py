"""The small language of `patterns.tsv`, compiled to regular expressions over token classes.

The scanner turns a text into a string with one character a token, which stands for the *set* of
classes of that token. A pattern therefore becomes an ordinary regular expression over that string:
a class is the character set of all sets that hold it. Patterns have no repetition, so matching is
linear.

    pattern  = item…                  one after the other
    item     = atom | atom "?"        "?" makes it optional
    atom     = word                   this very word (lower case) or mark
             | {class} | {slot=class} a token of a class, kept as a slot
             | <macro>                a fragment of `macros.tsv`
             | ( pattern | pattern )  one of several
             | ~                      a hyphen or nothing
             | [ pattern ]            context at either end, outside the expression
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

_ITEM = re.compile(r"\{[a-z0-9=-]+\}|<[a-z-]+>|[^\s()|{}<>\[\]~?]+|\S")
_PARTS = re.compile(r"\s*(?:\[([^\]]*)\])?([^\[\]]*)(?:\[([^\]]*)\])?\s*")
_MARKS = frozenset("()|~?")


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message says why."""


@dataclass(frozen=True)
class Pattern:
    """A pattern, compiled when first asked for: a text needs few of them.

    The group `extent` of `regex` is the expression without its context; `slots` maps each other
    group to its slot and class; `starts` are the characters that a match can begin with.
    """

    source: str
    slots: Mapping[str, tuple[str, str]]
    starts: frozenset[str]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.source)


@dataclass(slots=True)
class Alphabet:
    """One character for every set of token classes, handed out in the order of asking."""

    sets: dict[frozenset[str], str] = field(default_factory=dict)
    _held: dict[str, str] = field(default_factory=dict)

    def letter(self, classes: frozenset[str]) -> str:
        """The character of a set of classes; the same set gives the same one."""
        if classes not in self.sets:
            letter = self.sets[classes] = chr(0xE000 + len(self.sets))
            for name in classes:
                self._held[name] = self._held.get(name, "") + letter
        return self.sets[classes]

    def holding(self, name: str) -> str:
        """All characters whose set holds a class. Raises `PatternError` when there is none."""
        if name not in self._held:
            raise PatternError(f"no token is of class {name!r}")
        return self._held[name]


def words(pattern: str) -> Iterator[str]:
    """The literal words and marks of a pattern, which the scanner has to know."""
    for item in _ITEM.findall(pattern):
        if item == "~":
            yield "-"
        elif item not in _MARKS and item[0] not in "{<[]":
            yield item


def expanded(pattern: str, macros: Mapping[str, str]) -> str:
    """The pattern with every `<macro>` replaced by its fragment. Raises `PatternError`."""

    def fragment(match: re.Match[str]) -> str:
        if match.group(1) not in macros:
            raise PatternError(f"unknown macro <{match.group(1)}>")
        return f"( {macros[match.group(1)]} )"

    for _ in range(6):
        if "<" not in pattern:
            return pattern
        pattern = re.sub(r"<([a-z-]+)>", fragment, pattern)
    raise PatternError("macros nested too deeply")


def compiled(pattern: str, alphabet: Alphabet) -> Pattern:
    """The pattern as a regular expression. Raises `PatternError`."""
    parts = _PARTS.fullmatch(pattern)
    if not parts:
        raise PatternError("context in [ ] may stand only at the beginning and at the end")
    before, inside, after = (
        _Compiler(part or "", alphabet, n) for n, part in enumerate(parts.groups())
    )
    lead, body, trail = before.read(), inside.read(), after.read()
    if body.empty:
        raise PatternError("the pattern may match nothing at all")
    ahead = f"(?={trail.source})" if trail.source else ""
    starts = lead.starts if lead.source and not lead.empty else lead.starts | body.starts
    return Pattern(
        source=f"{lead.source}(?P<extent>{body.source}){ahead}",
        slots={**before.slots, **inside.slots, **after.slots},
        starts=frozenset(starts),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A regular expression, what it may begin with, and whether it may match nothing."""

    source: str
    starts: frozenset[str]
    empty: bool


def _ranges(letters: str) -> str:
    """A character set, runs of neighbours written as ranges."""
    runs: list[list[str]] = []
    for letter in sorted(letters):
        if runs and ord(letter) == ord(runs[-1][-1]) + 1:
            runs[-1] = [runs[-1][0], letter]
        else:
            runs.append([letter])
    return f"[{''.join('-'.join(run) for run in runs)}]"


class _Compiler:
    """Recursive descent over the items of one pattern."""

    def __init__(self, pattern: str, alphabet: Alphabet, number: int) -> None:
        self.slots: dict[str, tuple[str, str]] = {}
        self._items = _ITEM.findall(pattern)
        self._alphabet = alphabet
        self._prefix = f"g{number}_"
        self._at = 0

    def read(self) -> _Part:
        part = self._choice()
        if self._at < len(self._items):
            raise PatternError(f"unexpected {self._items[self._at]!r}")
        return part

    def _peek(self) -> str:
        return self._items[self._at] if self._at < len(self._items) else ""

    def _choice(self) -> _Part:
        parts = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            parts.append(self._sequence())
        if len(parts) == 1:
            return parts[0]
        source = "(?:" + "|".join(part.source for part in parts) + ")"
        starts = frozenset().union(*(part.starts for part in parts))
        return _Part(source, starts, any(part.empty for part in parts))

    def _sequence(self) -> _Part:
        source, starts, empty = "", frozenset[str](), True
        while self._peek() and self._peek() not in {"|", ")"}:
            part = self._item()
            source += part.source
            if empty:
                starts |= part.starts
            empty = empty and part.empty
        return _Part(source, starts, empty)

    def _item(self) -> _Part:
        item = self._peek()
        self._at += 1
        if item == "(":
            part = self._choice()
            if self._peek() != ")":
                raise PatternError("a ( is not closed")
            self._at += 1
        elif item == "~":
            letters = self._alphabet.holding("=-")
            return _Part(f"{_ranges(letters)}?", frozenset(letters), True)
        else:
            part = self._atom(item)
        if self._peek() == "?":
            self._at += 1
            return _Part(f"(?:{part.source})?", part.starts, True)
        return part

    def _atom(self, item: str) -> _Part:
        if item in _MARKS:
            raise PatternError(f"unexpected {item!r}")
        if not item.startswith("{"):
            letters = self._alphabet.holding(f"={item}")
            return _Part(_ranges(letters), frozenset(letters), False)
        slot, _, name = item[1:-1].rpartition("=")
        letters = self._alphabet.holding(name)
        group = f"{self._prefix}{len(self.slots)}"
        self.slots[group] = (slot or name, name)
        return _Part(f"(?P<{group}>{_ranges(letters)})", frozenset(letters), False)
