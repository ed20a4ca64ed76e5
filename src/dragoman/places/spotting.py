"""Capitalised runs of tokens that the gazetteer knows, the longest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dragoman.places.cues import Cues
from dragoman.places.index import Gazetteer
from dragoman.places.names import is_acronym
from dragoman.places.place import Candidate, key

LONGEST = 8
"""Tokens in the longest name, hyphens and apostrophes included."""

LONGEST_TEXT = 80
"""Characters in the longest name; a "token" of a megabyte is no name."""

_THE = frozenset({"The", "THE"})
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "az", "ash", "ez"})


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens `first` up to, not including, `last`, their key and what the gazetteer has for it.

    `start` and `end` are offsets into the text; in "U.S.-led" the name ends within its token.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    candidates: tuple[Candidate, ...]

    @property
    def adjectival(self) -> bool:
        """Whether the name is only known as an adjective or demonym."""
        forms = {one.form for one in self.candidates}
        return forms == {"adjective"}

    @property
    def abbreviated(self) -> bool:
        """Whether the name is a short form that counts behind a comma only."""
        return {one.form for one in self.candidates} == {"abbreviation"}


def spots(doc: Doc, gazetteer: Gazetteer, cues: Cues) -> Iterator[Spot]:
    """Every longest match, from left to right, none overlapping another."""
    free = 0
    for token in doc:
        if token.i >= free and _begins(token):
            spot = _at(doc, token.i, gazetteer, cues)
            if spot is not None:
                free = spot.last
                yield spot


def _begins(token: Token) -> bool:
    """Whether a name can begin at this token: a capital, or `al-` before one."""
    text = token.text
    if text[0].isupper():
        return text not in _THE
    if text not in _ARTICLES:
        return False
    after = token.doc[token.i + 1 : token.i + 3].text
    return after.startswith("-") and after[1:2].isupper()


def _at(doc: Doc, at: int, gazetteer: Gazetteer, cues: Cues) -> Spot | None:
    return (
        _abbreviation(doc, at, gazetteer)
        or _longest(doc, at, gazetteer, cues)
        or _hyphenated(doc[at], gazetteer)
    )


def _abbreviation(doc: Doc, at: int, gazetteer: Gazetteer) -> Spot | None:
    """A short form behind a comma, with its full stop if that is a token of its own."""
    if at < 2 or doc[at - 1].text != "," or not doc[at - 2].text[0].isupper():
        return None
    for last in (at + 2, at + 1):
        span = doc[at:last]
        name = key(span.text, "abbreviation")
        if len(span.text) <= 6 and (found := gazetteer.lookup(name)):
            return Spot(at, last, span.start_char, span.end_char, name, found)
    return None


def _longest(doc: Doc, at: int, gazetteer: Gazetteer, cues: Cues) -> Spot | None:
    for last in reversed(list(_ends(doc, at, cues))):
        span = doc[at:last]
        name = key(span.text) if span.end_char - span.start_char <= LONGEST_TEXT else ""
        found = gazetteer.lookup(name) if name else ()
        fitting = _fitting(span.text, found) if found else ()
        if not doc[last - 1].text[0].isupper() and not doc[last - 1].text[0].isdigit():
            fitting = tuple(one for one in fitting if one.place.precision != "city")
        if fitting:
            fitting += _without_compass(doc[at:last], fitting, gazetteer, cues)
            return Spot(at, last, span.start_char, span.end_char, name, fitting)
    return None


def _without_compass(
    span: Span, found: tuple[Candidate, ...], gazetteer: Gazetteer, cues: Cues
) -> tuple[Candidate, ...]:
    """What "London" means in "East London", where that is the name of a town, too."""
    if len(span) < 2 or word(span[0]) not in cues.compass:
        return ()
    if any(one.place.precision != "city" for one in found):
        return ()
    rest = _fitting(span[1:].text, gazetteer.lookup(key(span[1:].text)))
    return tuple(
        Candidate("part", one.place)
        for one in rest
        if one.form == "usual" and one.place.precision == "city"
    )


def _hyphenated(token: Token, gazetteer: Gazetteer) -> Spot | None:
    """The name before the hyphen of a compound that is one token: "U.S.-led"."""
    head, hyphen, _ = token.text.partition("-")
    name = key(head) if len(head) <= LONGEST_TEXT else ""
    found = gazetteer.lookup(name) if hyphen and name else ()
    if not (fitting := _fitting(head, found)):
        return None
    end = token.idx + len(head)
    return Spot(token.i, token.i + 1, token.idx, end, name, fitting)


def _ends(doc: Doc, at: int, cues: Cues) -> Iterator[int]:
    """Where a name that begins at `at` can end: behind each capitalised token of the run."""
    for last in range(at + 1, min(at + LONGEST, len(doc)) + 1):
        token = doc[last - 1]
        if last - 1 > at and (token.is_space or token.is_sent_start):
            return
        if token.text[0].isupper() or token.text[0].isdigit():
            yield last
        elif token.lower_ not in cues.particle and last - 1 > at:
            if token.is_alpha:
                yield last
            return


def _fitting(surface: str, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates whose form allows this spelling."""
    if is_acronym(surface) and (len(surface) <= 3 or "." in surface):
        return tuple(one for one in found if one.form == "exact")
    if surface.isupper():
        return found
    if surface.endswith(".") and " " not in surface:
        return ()
    return tuple(one for one in found if one.form != "exact")


def word(token: Token) -> str:
    """The token's text as cue files write it: case-folded, without full stops."""
    return token.lower_.strip(".")
