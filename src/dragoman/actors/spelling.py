"""Names made comparable: one key for all spellings that mean the same letters."""

import re
import unicodedata
from functools import lru_cache

from dragoman.actors.vocabulary import spellings

WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[A-Z]\b)?|[^\W_]+(?:['’`ʼʿ](?!s\b)[^\W_]+)*")
"""A word of a name: `U.S.` and `N'Djamena` are one, `al-Assad` is two, `Iran's` is `Iran`."""

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"}
    | {"ə": "a", "ħ": "h", "ŋ": "ng"}
    | dict.fromkeys(".'’`ʼʿʾ", "")
)

_SHORT = 6


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """A word in lower case without accents, dots and apostrophes, in one of its two spellings."""
    lower = word.lower()
    if not lower.isascii():
        parts = unicodedata.normalize("NFKD", lower)
        lower = "".join(c for c in parts if not unicodedata.combining(c))
    plain = lower.translate(_LETTERS)
    return spellings().get(plain, plain)


def words(name: str) -> list[str]:
    """The folded words of a name."""
    return [folded(word) for word in WORD.findall(name.replace("&", " and "))]


@lru_cache(maxsize=200_000)
def key(name: str) -> str:
    """What two spellings of one name share: its folded words, blanks between them."""
    return " ".join(words(name))


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals alone (`PKK`, `U.S.`), so that case must match."""
    letters = [c for c in name if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def cased_like(name: str, found: list[str]) -> bool:
    """Whether words of a text are capitalised wherever those of the name are."""
    if is_acronym(name):
        return is_acronym("".join(found))
    if len(name) < _SHORT and any(c.isupper() for c in name[1:]):  # LeT is not "Let"
        return name == "".join(found)
    given = WORD.findall(name.replace("&", " and "))
    if len(given) != len(found):
        return any(word[0].isupper() for word in found)
    return all(t[0].isupper() or not g[0].isupper() for g, t in zip(given, found, strict=True))
