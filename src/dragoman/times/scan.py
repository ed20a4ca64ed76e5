"""Text → tokens with classes, and one character a token for the patterns to run over."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.times.lexicon import NUMBER_WORDS, Classes, Lexicon, alphabet
from dragoman.times.numerals import read_number

Look = Callable[[int, str], bool]
"""Whether the word at an offset is a `noun`, or `noname`: not a name's first part."""

LONGEST_GAP = 12
"""White space within one expression; furniture and column gaps are longer."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, mark or merged phrase with its classes; a break has no length."""

    start: int
    end: int
    form: str
    classes: Classes


@dataclass(frozen=True, slots=True)
class Scan:
    """The tokens of a text and their characters: `letters[i]` stands for `tokens[i]`."""

    tokens: list[Token]
    letters: str


class Scanner:
    """Cuts texts into tokens after the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.alphabet = alphabet(lexicon)
        self._lexicon = lexicon
        shapes = [
            f"(?P<s{n}>(?:{shape})(?![^\\W_]))" for n, (shape, _) in enumerate(lexicon.shapes)
        ]
        self._token = re.compile("|".join([*shapes, r"[^\W_]+", r"\S"]), re.IGNORECASE)
        self._shapes = {f"s{n}": names for n, (_, names) in enumerate(lexicon.shapes)}

    def scan(self, text: str, look: Look) -> Scan:
        """The tokens of a text. `look` says whether the word at an offset is of a kind."""
        tokens: list[Token] = []
        letters: list[str] = []
        raw = self._raw(text)
        at = 0
        while at < len(raw):
            token, at = self._next(text, raw, at, look)
            known = frozenset(token.classes) | {f"={token.form}"}
            letter = self.alphabet.sets.get(known)
            tokens.append(token)
            letters.append(letter or self.alphabet.letter(frozenset(token.classes)))
        return Scan(tokens, "".join(letters))

    def _raw(self, text: str) -> list[tuple[int, int, str, str | None]]:
        found: list[tuple[int, int, str, str | None]] = []
        last = 0
        for match in self._token.finditer(text):
            start, end = match.span()
            gap = start - last
            if gap > 1 and (gap > LONGEST_GAP or text.count("\n", last, start) > 1):
                found.append((last, last, "", None))
            found.append((start, end, match.group().lower(), match.lastgroup))
            last = end
        return found

    def _next(
        self,
        text: str,
        raw: list[tuple[int, int, str, str | None]],
        at: int,
        look: Look,
    ) -> tuple[Token, int]:
        start, end, form, shape = raw[at]
        if number := read_number(raw, at, self._lexicon):
            value, ordinal, used = number
            names = NUMBER_WORDS[ordinal]
            stop = raw[at + used - 1][1]
            return Token(start, stop, "", dict.fromkeys(sorted(names), value)), at + used
        if shape is not None:
            return Token(start, end, "", dict.fromkeys(self._shapes[shape], form)), at + 1
        for phrase in self._lexicon.phrases.get(form, ()):
            if tuple(piece[2] for piece in raw[at : at + len(phrase)]) == phrase:
                stop = raw[at + len(phrase) - 1][1]
                key = " ".join(phrase)
                if classes := self._classes(key, text[start:stop], start, look):
                    return Token(start, stop, key, classes), at + len(phrase)
        return Token(start, end, form, self._classes(form, text[start:end], start, look)), at + 1

    def _classes(self, form: str, surface: str, start: int, look: Look) -> Classes:
        classes: Classes = {}
        for sense in self._lexicon.forms.get(form, ()):
            if all(_meets(need, surface, start, look) for need in sense.needs):
                classes[sense.name] = sense.value
        return classes


def _meets(need: str, surface: str, start: int, look: Look) -> bool:
    if need == "capital":
        return surface[:1].isupper()
    if need == "lower":
        return surface[:1].islower() or (len(surface) > 1 and surface.isupper())
    if need == "upper":
        return surface.isupper()
    return look(start, need)
