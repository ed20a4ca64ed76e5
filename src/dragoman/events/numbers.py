"""Numbers in running text: digits, words, vague words, ranges, bounds and units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman import resources
from dragoman.records.event import Bound

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?"
_RANGE = re.compile(r"\s?(?:-|–|—|to|or|and)\s?", re.IGNORECASE)
LONGEST = 60
"""Characters before and behind a number in which its bound and unit are looked for."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its offsets in the text; `unit` is empty for a bare count."""

    start: int
    end: int
    value: float
    upper: float | None
    bound: Bound
    unit: str


class Numbers:
    """Reads quantities with the words of `data/composition`."""

    def __init__(self) -> None:
        self._values: dict[str, float] = {}
        self._kinds: dict[str, str] = {}
        for row in resources.table("composition/numbers.tsv", ("word", "value", "kind")):
            self._values[row["word"]] = float(row["value"])
            self._kinds[row["word"]] = row.choice("kind", ("unit", "scale", "vague"))
        self._before, self._after = _bounds()
        self._signs, self._words = _units()
        vague = self._alternatives("vague")
        unit, scale = self._alternatives("unit"), self._alternatives("scale")
        signs = "|".join(re.escape(sign) for sign in self._signs)
        word = rf"(?:a|an|{unit})(?:[ -](?:and )?(?:an? )?(?:{unit}|{scale})\b){{0,8}}"
        self._pattern = re.compile(
            rf"(?<![\w.,])(?P<sign>(?:{signs})\s?)?"
            rf"(?:(?P<vague>{vague})\b(?! (?:{scale})\b)|(?P<number>(?:{_DIGITS})"
            rf"(?:[ -]?(?:{scale})\b){{0,2}}|(?:{vague}) (?:{scale})\b|{word}))(?![\w])",
            re.IGNORECASE,
        )
        self._number = re.compile(_DIGITS)

    def _alternatives(self, kind: str) -> str:
        words = (word for word, its in self._kinds.items() if its == kind)
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    def find(self, text: str, start: int, end: int) -> list[Quantity]:
        """The quantities between two offsets, in reading order."""
        found: list[Quantity] = []
        for match in self._pattern.finditer(text, start, end):
            value = self._value(match)
            if value is None:
                continue
            one = self._quantity(text, match, value)
            if found and (joined := _joined(text, found[-1], one)):
                found[-1] = joined
            else:
                found.append(one)
        return found

    def _value(self, match: re.Match[str]) -> float | None:
        if match["vague"]:
            return self._values[match["vague"].lower()]
        total, current, seen = 0.0, 0.0, False
        for piece in _pieces(match["number"].lower()):
            if self._number.fullmatch(piece):
                current, seen = current + float(piece.replace(",", "")), True
            elif piece in {"a", "an"}:
                current = current or 1.0
            elif self._kinds.get(piece) in {"unit", "vague"}:
                current, seen = current + self._values[piece], True
            elif self._kinds.get(piece) == "scale":
                total, current = _scaled(total, current, self._values[piece])
                seen = True
        return total + current if seen and total + current >= 1 else None

    def _quantity(self, text: str, match: re.Match[str], value: float) -> Quantity:
        before = text[max(0, match.start() - LONGEST) : match.start()].lower().rstrip()
        after = text[match.end() : match.end() + LONGEST].lower()
        loose = match["vague"] or any(
            self._kinds.get(piece) == "vague" for piece in _pieces(match["number"].lower())
        )
        bound: Bound = "at least" if loose else "exact"
        start = match.start()
        for phrase, its in self._before:
            if before.endswith(phrase) and not before[: -len(phrase)][-1:].isalpha():
                bound, start = its, text.lower().rfind(phrase, 0, match.start())
                break
        for phrase, its in self._after:
            if re.match(rf"\s?{re.escape(phrase)}(?!\w)", after):
                bound = its
        sign = (match["sign"] or "").strip().lower()
        unit, behind = (self._signs[sign], 0) if sign else self._unit(after)
        return Quantity(start, match.end() + behind, value, None, bound, unit)

    def _unit(self, after: str) -> tuple[str, int]:
        for word, unit in self._words:
            found = re.match(rf"[ -]{re.escape(word)}(?:s|es)?(?!\w)", after)
            if found:
                return unit, found.end()
        return "", 0


def _pieces(number: str) -> Iterator[str]:
    for match in re.finditer(rf"{_DIGITS}|[a-z]+", number):
        yield match.group()


def _scaled(total: float, current: float, scale: float) -> tuple[float, float]:
    if scale < 1000:
        return total, (current or 1.0) * scale
    return total + (current or 1.0) * scale, 0.0


def _joined(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """One range out of "20 to 30", "between 20 and 30", "20-30"."""
    between = text[first.end : second.start]
    if not _RANGE.fullmatch(between) or second.value <= first.value:
        return None
    opened = text[max(0, first.start - 8) : first.start].lower().rstrip().endswith("between")
    if between.strip().lower() == "and" and not opened:
        return None
    unit = first.unit or second.unit
    return Quantity(first.start, second.end, first.value, second.value, first.bound, unit)


def _bounds() -> tuple[list[tuple[str, Bound]], list[tuple[str, Bound]]]:
    sides: dict[str, list[tuple[str, Bound]]] = {"before": [], "after": []}
    known: tuple[Bound, ...] = ("exact", "at least", "at most", "about")
    for row in resources.table("composition/bounds.tsv", ("phrase", "bound", "side")):
        row.choice("bound", known)
        bound = next(bound for bound in known if bound == row["bound"])
        sides[row.choice("side", ("before", "after"))].append((row["phrase"], bound))
    for held in sides.values():
        held.sort(key=lambda pair: -len(pair[0]))
    return sides["before"], sides["after"]


def _units() -> tuple[dict[str, str], list[tuple[str, str]]]:
    signs: dict[str, str] = {}
    words: list[tuple[str, str]] = []
    for row in resources.table("composition/units.tsv", ("word", "unit", "kind")):
        if row.choice("kind", ("sign", "word")) == "sign":
            signs[row["word"]] = row["unit"]
        else:
            words.append((row["word"], row["unit"]))
    longest_first = dict(sorted(signs.items(), key=lambda pair: -len(pair[0])))
    return longest_first, sorted(words, key=lambda pair: -len(pair[0]))
