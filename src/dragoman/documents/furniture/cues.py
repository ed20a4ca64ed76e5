"""Cue phrases and line patterns from `data/furniture/`: what they say a line is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman import resources

MATCHES = ("line", "start", "end", "within")
LONGEST = 400
"""Characters of a line that are looked at: cues stand at the ends of lines."""
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "…": "..."})
_EDGE = " \t:.!?|-–—•·»«›‹>→▶*[]()+#\"'"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase or pattern tells of its line.

    `kind` is one of `kinds.tsv`; `stop` is how much running text, in words, the article would have
    to go on with behind this line for the line to stand inside the article; `longest` is the
    number of words above which the line is taken for running text all the same.
    """

    kind: str
    stop: int
    longest: int


def kinds() -> tuple[str, ...]:
    """The kinds of furniture, as `kinds.tsv` lists them."""
    return tuple(row["kind"] for row in resources.table("furniture/kinds.tsv", ("kind", "meaning")))


class Cues:
    """All cues, loaded once."""

    def __init__(self) -> None:
        allowed = kinds()
        self._by_phrase: dict[str, dict[str, Cue]] = {match: {} for match in MATCHES}
        self._patterns: list[tuple[re.Pattern[str], Cue]] = []
        for row in resources.table("furniture/cues.tsv", ("phrase", "match", "kind", "stop")):
            match = row.choice("match", MATCHES)
            phrase = normal(row["phrase"]) if match == "line" else _plain(row["phrase"])
            self._by_phrase[match][phrase] = _cue(row, allowed)
        for row in resources.table("furniture/patterns.tsv", ("pattern", "kind", "stop")):
            try:
                pattern = re.compile(row["pattern"])
            except re.error as error:
                raise row.error(f"pattern {row['pattern']!r}: {error}") from None
            self._patterns.append((pattern, _cue(row, allowed)))
        self._within = _alternation(self._by_phrase["within"])
        self._starts = _alternation(self._by_phrase["start"])
        self._ends = _alternation(self._by_phrase["end"], "$")

    def of(self, text: str, words: int) -> Cue | None:
        """The cue of a line of so many words, the first that fits, if any does."""
        plain = normal(text[:LONGEST] + text[max(LONGEST, len(text) - LONGEST) :])
        cue = self._by_phrase["line"].get(plain) or self._phrase(plain, words)
        if cue:
            return cue
        for pattern, cue in self._patterns:
            if words <= cue.longest and pattern.search(text[:LONGEST]):
                return cue
        return None

    def _phrase(self, plain: str, words: int) -> Cue | None:
        if found := self._starts.match(plain):
            cue = self._by_phrase["start"][found.group()]
            if words <= cue.longest:
                return cue
        for found in self._within.finditer(plain):
            cue = self._by_phrase["within"][found.group()]
            if words <= cue.longest:
                return cue
        if found := self._ends.search(plain):
            cue = self._by_phrase["end"][found.group()]
            if words <= cue.longest:
                return cue
        return None


def normal(text: str) -> str:
    """Lower case, straight quotes, single spaces, without marks at either end."""
    return _plain(text).strip(_EDGE)


def _plain(text: str) -> str:
    return " ".join(text.translate(_PLAIN).casefold().split())


def _cue(row: resources.Row, allowed: tuple[str, ...]) -> Cue:
    for column in ("stop", "longest"):
        if row[column] and not row[column].isdigit():
            raise row.error(f"{column} is {row[column]!r}; allowed: a whole number of words")
    longest = int(row["longest"] or 40)
    return Cue(row.choice("kind", allowed), int(row["stop"] or 0), longest)


def _alternation(phrases: Iterable[str], behind: str = r"(?!\w)") -> re.Pattern[str]:
    """One pattern for all phrases at word boundaries, the longest first."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + ")" + behind)
