"""What words, phrases and shapes mean: the classes of a token and their values."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.resources import Row, table
from dragoman.times.patterns import Alphabet

WORDS = "times/words.tsv"
SHAPES = "times/shapes.tsv"
NEEDS = frozenset({"adjective", "capital", "lower", "noun", "noname", "upper"})
_PIECE = re.compile(r"[^\W_]+|\S")

Classes = dict[str, str]
"""The classes of a token, each with its value: `{"month": "05"}`."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One class that a form may have, the value there, and what the form must look like."""

    name: str
    value: str
    needs: frozenset[str]


@dataclass(slots=True)
class Lexicon:
    """Forms in lower case with their senses; phrases by their first piece, longest first."""

    forms: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    phrases: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    shapes: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def classes(self, form: str) -> Iterator[frozenset[str]]:
        """Every set of classes that a form can have, whatever its needs let through."""
        kinds = sorted({sense.needs for sense in self.forms[form]}, key=sorted)
        for chosen in range(2 ** len(kinds)):
            met = {kind for bit, kind in enumerate(kinds) if chosen >> bit & 1}
            names = {sense.name for sense in self.forms[form] if sense.needs in met}
            yield frozenset({f"={form}", *names})


def load(literals: Iterable[str]) -> Lexicon:
    """The lexicon with the literal words of the patterns. Raises `DataError`."""
    lexicon = Lexicon()
    for word in sorted(set(literals)):
        lexicon.forms[word] = ()
    for row in table(WORDS, required=("form", "class", "value")):
        for form in row.values("form"):
            _add(lexicon, row, form)
    lexicon.shapes = tuple(_shapes())
    return lexicon


def _add(lexicon: Lexicon, row: Row, form: str) -> None:
    if not row["class"]:
        raise row.error("class is empty")
    needs = frozenset(row["needs"].split())
    if needs - NEEDS:
        raise row.error(f"needs is {row['needs']!r}; allowed: {', '.join(sorted(NEEDS))}")
    pieces = tuple(_PIECE.findall(form.lower()))
    key = " ".join(pieces)
    senses = lexicon.forms.get(key, ())
    lexicon.forms[key] = (*senses, Sense(row["class"], row["value"] or form, needs))
    if len(pieces) > 1:
        known = set(lexicon.phrases.get(pieces[0], ())) | {pieces}
        ordered = sorted(known, key=lambda phrase: (-len(phrase), phrase))
        lexicon.phrases[pieces[0]] = tuple(ordered)


def _shapes() -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in table(SHAPES, required=("shape", "classes")):
        try:
            re.compile(row["shape"])
        except re.error as error:
            raise row.error(f"shape: {error}") from None
        yield row["shape"], row.values("classes")


def alphabet(lexicon: Lexicon) -> Alphabet:
    """A character for every set of classes that the lexicon can give a token.

    Sets that differ in their word only get neighbouring characters, so that the character sets
    of the patterns become few ranges.
    """
    found = {frozenset[str](), *NUMBER_WORDS, *(frozenset(names) for _, names in lexicon.shapes)}
    found.update(classes for form in lexicon.forms for classes in lexicon.classes(form))
    letters = Alphabet()
    for classes in sorted(found, key=lambda names: (_named(names), sorted(names))):
        letters.letter(classes)
    return letters


def _named(names: frozenset[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith("="))


NUMBER_WORDS = (frozenset({"number", "count"}), frozenset({"ordinal"}))
"""The sets of classes of merged number words ("twenty-five", "twenty-first")."""
