"""Text → tokens with classes, and one character a token for the patterns to run over."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.times.lexicon import NUMBER_WORDS, Classes, Lexicon, alphabet
from dragoman.times.numerals import Raw, number_words, read_number

Look = Callable[[int, str], bool]
"""Whether the word at an offset is a `noun`, an `adjective`, `noname` or `opening` a sentence."""

LONGEST_GAP = 12
"""White space within one expression; furniture and column gaps are longer."""


SHAPED = r"(?=[^\W\d_]{0,2}\d|[$£€¥₹'])"
"""What shapes begin with: a figure, after two letters at most, a currency sign, an apostrophe."""

END = r"(?![^\W_])"


class Token(NamedTuple):
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
        self._numbers = number_words(lexicon)
        shapes = "|".join(f"(?P<s{n}>(?:{row[0]}){END})" for n, row in enumerate(lexicon.shapes))
        self._token = re.compile(rf"{SHAPED}(?:{shapes})|[^\W_]+|\S", re.IGNORECASE)
        self._shapes = {f"s{n}": names for n, (_, names) in enumerate(lexicon.shapes)}
        self._known = {piece for form in lexicon.forms for piece in form.split()}
        self._plain = {
            form: {sense.name: sense.value for sense in senses}
            for form, senses in lexicon.forms.items()
            if form not in self._numbers
            and form not in lexicon.phrases
            and not any(sense.needs for sense in senses)
        }
        self._letters: dict[tuple[str, ...], str] = {}

    def scan(self, text: str, look: Look) -> Scan:
        """The tokens of a text. `look` says whether the word at an offset is of a kind."""
        tokens: list[Token] = []
        letters: list[str] = []
        raw = self._raw(text)
        at = 0
        while at < len(raw):
            start, end, form, shape = raw[at]
            if shape is None and (plain := self._plain.get(form)) is not None:
                token, at = Token(start, end, form, plain), at + 1
            else:
                token, at = self._next(text, raw, at, look)
            tokens.append(token)
            letters.append(self._letter(token))
        return Scan(tokens, "".join(letters))

    def _letter(self, token: Token) -> str:
        key = (token.form, *token.classes)
        if key not in self._letters:
            full, bare = frozenset((f"={token.form}", *token.classes)), frozenset(token.classes)
            letters = self.alphabet.sets
            self._letters[key] = letters.get(full) or letters.get(bare) or letters[frozenset()]
        return self._letters[key]

    def _raw(self, text: str) -> list[Raw]:
        """The pieces that the lexicon knows, with a break of no length for all between them."""
        found: list[Raw] = []
        last, known, broken = 0, self._known, False
        for match in self._token.finditer(text):
            shape, form = match.lastgroup, match[0].lower()
            if shape is None and form not in known:
                broken = True
                continue
            start, end = match.span()
            gap = start - last
            if broken or (gap > 1 and (gap > LONGEST_GAP or text.count("\n", last, start) > 1)):
                found.append((last, last, "", None))
            found.append((start, end, form, shape))
            last, broken = end, False
        return found

    def _next(self, text: str, raw: list[Raw], at: int, look: Look) -> tuple[Token, int]:
        start, end, form, shape = raw[at]
        for phrase in self._lexicon.phrases.get(form, ()):
            if tuple(piece[2] for piece in raw[at : at + len(phrase)]) == phrase:
                stop = raw[at + len(phrase) - 1][1]
                key = " ".join(phrase)
                if classes := self._classes(key, text[start:stop], start, look):
                    return Token(start, stop, key, classes), at + len(phrase)
        if number := read_number(raw, at, self._numbers):
            value, ordinal, used = number
            stop = raw[at + used - 1][1]
            names = sorted(NUMBER_WORDS[ordinal])
            return Token(start, stop, "", dict.fromkeys(names, value)), at + used
        if shape is not None:
            return Token(start, end, "", dict.fromkeys(self._shapes[shape], form)), at + 1
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
        plain = surface[:1].islower() or (len(surface) > 1 and surface.isupper())
        return plain or look(start, "opening")
    if need == "upper":
        return surface.isupper()
    return look(start, need)
