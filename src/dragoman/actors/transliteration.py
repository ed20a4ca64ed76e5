"""One form for the many spellings of given names: Muhammad, Mohammed, Mohamed."""

import re

from dragoman import resources

_RULES = (
    (re.compile(r"(.)\1"), r"\1"),  # doubled letters
    (re.compile(r"ou|oo|w(?=[aeiou]?$)"), "u"),
    (re.compile(r"ee|ie|ei|y"), "i"),
    (re.compile(r"kh|ch"), "h"),
    (re.compile(r"gh|q|ck"), "k"),
    (re.compile(r"dh|th"), "t"),
    (re.compile(r"zh|j"), "j"),
    (re.compile(r"e"), "a"),
    (re.compile(r"o"), "u"),
)


class Transliteration:
    """Canonical words, by `data/actors/transliteration.tsv`."""

    def __init__(self) -> None:
        self._canonical: dict[str, str] = {}
        for row in resources.table("actors/transliteration.tsv"):
            for variant in row.values("variants"):
                self._canonical[variant] = row["form"]

    def of(self, word: str) -> str:
        """The canonical form of a folded word, the word itself where the table has none."""
        return self._canonical.get(word, word)


def skeleton(word: str) -> str:
    """A rough key under which transliterations of one name meet (gaddafi, qadhafi)."""
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word
