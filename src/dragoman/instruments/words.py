"""The text as a list of words, and a trie that finds long names in one pass over it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
_WORD = re.compile(r"(?:[A-Z]\.){2,6}|[^\W_]+")
_GAP = re.compile(r"(?:[ \t]{0,2}\n?[ \t]{0,2}|['’] ?|\s?[-–—/&]\s?|\. )")
_BRANCH = re.compile(r"\[([^\[\]()]*)\]|\(([^\[\]()]*)\)")


class Word(NamedTuple):
    """One word with its offsets; `text` is without the dots of "U.N."."""

    text: str
    lower: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    found = []
    for match in _WORD.finditer(text):
        plain = match.group().replace(".", "")
        found.append(Word(plain, plain.lower(), match.start(), match.end()))
    return found


def variants(pattern: str) -> Iterator[str]:
    """A name with its choices spelled out: `Oslo [peace] (accord/accords)` stands for four names.

    `[...]` may be absent, `(a/b)` is one of its parts; neither nests.
    """
    match = _BRANCH.search(pattern)
    if match is None:
        yield " ".join(pattern.split())
        return
    optional, choice = match.groups()
    parts = choice.split("/") if choice is not None else ["", *optional.split("/")]
    for part in parts:
        yield from variants(pattern[: match.start()] + part + pattern[match.end() :])


@dataclass(slots=True)
class _Node(Generic[T]):
    following: dict[str, "_Node[T]"] = field(default_factory=dict)
    ends: list[tuple[tuple[str, ...], T]] = field(default_factory=list)


class Trie(Generic[T]):
    """Names of one or more words, each with a value; the longest name at a place wins."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, name: str, value: T) -> None:
        """Adds one name. Capitals in it are required in the text, small letters are not."""
        parts = tuple(part.replace(".", "") for part in _WORD.findall(name))
        node = self._root
        for part in parts:
            node = node.following.setdefault(part.lower(), _Node())
        if parts:
            node.ends.append((parts, value))

    def find(self, text: str, found: list[Word]) -> Iterator[tuple[int, int, list[T]]]:
        """Longest matches from left to right: index of the first and behind the last word."""
        at = 0
        while at < len(found):
            best = (
                self._longest(text, found, at) if found[at].lower in self._root.following else None
            )
            if best is None:
                at += 1
                continue
            first = self._better(text, found, at, best[0])
            best = self._longest(text, found, first) or best
            yield first, best[0], best[1]
            at = best[0]

    def _better(self, text: str, found: list[Word], at: int, behind: int) -> int:
        """Where a longer name starts inside the one found, if one does: "[the Charter] of ..."."""
        for first in range(at + 1, behind):
            other = self._longest(text, found, first)
            if other and other[0] - first > behind - at:
                return first
        return at

    def _longest(self, text: str, found: list[Word], at: int) -> tuple[int, list[T]] | None:
        node, best = self._root, None
        for index in range(at, len(found)):
            if index > at and not _GAP.fullmatch(text, found[index - 1].end, found[index].start):
                break
            following = node.following.get(found[index].lower)
            if following is None:
                break
            node = following
            values = [value for parts, value in node.ends if _cased(parts, found[at : index + 1])]
            if values:
                best = (index + 1, values)
        return best


def _cased(parts: tuple[str, ...], found: list[Word]) -> bool:
    return all(_fits(part, word.text) for part, word in zip(parts, found, strict=True))


def _fits(part: str, word: str) -> bool:
    if part.islower() or part.isdigit():
        return True
    if part.isupper() and len(part) > 1:
        return part == word
    return word[0].isupper() or word[0].isdigit()
