"""Names as keys: case, accents, hyphens, apostrophes and full stops do not count."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "&": " and ",
    }
    | dict.fromkeys("-‐‑–—/", " ")
    | dict.fromkeys("'’‘ʼʻ`´ʾʿ.,()\"", None)
)
_FULL = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_LATIN = re.compile(r"[A-ZÀ-ɏ][A-Za-zÀ-ɏḀ-ỿ'’‘ʼʻ`. -]{1,50}")


def fold(name: str) -> str:
    """The key of a name: `fold("Saint-Denis") == fold("St. Denis") == "saint denis"`."""
    if not name.isascii():
        spread = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in spread if not unicodedata.combining(c))
    words = name.casefold().translate(_LETTERS).split()
    if len(words) > 1:
        if words[0] == "the":
            del words[0]
        words[:-1] = [_FULL.get(word, word) for word in words[:-1]]
    return " ".join(words)


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals alone and must be met so: `UAE`, `U.S.`."""
    return name.isupper() and len(name.replace(".", "").replace(" ", "")) <= 4


def is_latin(name: str) -> bool:
    """Whether a name could stand in English text: Latin letters, a capital first, no code."""
    return _LATIN.fullmatch(name) is not None and not name.isupper()
