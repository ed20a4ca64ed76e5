"""How much a line looks like running text, from its shape alone."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from dragoman import resources
from dragoman.documents.furniture.lines import Line

_INNER = re.compile(r"[,;“”\"]\s")
_LINK = re.compile(r"[|»›·•▶→©▾◀←]|^https?://\S+$|^www\.\S+$")
_FEATURES = (
    "constant",
    "final",
    "length",
    "lower",
    "function",
    "verb",
    "inner",
    "repeated",
    "link",
    "digits",
)


class Shapes:
    """The weights and words that judge the shape of lines, loaded once."""

    def __init__(self) -> None:
        self._weights = _weights()
        self._words: dict[str, frozenset[str]] = {}
        for kind in ("function", "verb"):
            rows = resources.table("furniture/functionwords.tsv", ("kind", "words"))
            listed = (word for row in rows if row["kind"] == kind for word in row.values("words"))
            self._words[kind] = frozenset(listed)

    def judge(self, lines: Sequence[Line]) -> list[float]:
        """For each line how likely it is running text, between 0 and 1."""
        seen = Counter(line.text for line in lines)
        return [self._share(line, seen[line.text] > 1) for line in lines]

    def _share(self, line: Line, repeated: bool) -> float:
        total = sum(self._weights[name] * value for name, value in self._values(line, repeated))
        return 1 / (1 + math.exp(-total))

    def _values(self, line: Line, repeated: bool) -> list[tuple[str, float]]:
        words = line.words[:60]
        count = len(words) or 1
        folded = [word.casefold().replace("’", "'") for word in words]
        functional = sum(word in self._words["function"] for word in folded)
        verbal = any(word in self._words["verb"] for word in folded)
        return [
            ("constant", 1.0),
            ("final", float(line.final)),
            ("length", min(len(line.words), 30) / 30),
            ("lower", sum(word[0].islower() for word in words) / count),
            ("function", min(1.0, (functional + verbal) / count / 0.4)),
            ("verb", float(verbal)),
            ("inner", float(bool(_INNER.search(line.text)))),
            ("repeated", float(repeated)),
            ("link", float(bool(_LINK.search(line.text)))),
            ("digits", sum(word[0].isdigit() for word in words) / count),
        ]


def _weights() -> dict[str, float]:
    weights = {}
    for row in resources.table("furniture/weights.tsv", ("feature", "weight")):
        name = row.choice("feature", _FEATURES)
        try:
            weights[name] = float(row["weight"])
        except ValueError:
            raise row.error(f"weight is {row['weight']!r}; allowed: a number") from None
    return {name: weights.get(name, 0.0) for name in _FEATURES}
