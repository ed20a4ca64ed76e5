"""Capitalised runs of tokens that the gazetteer knows, the longest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.places.cues import Cues
from dragoman.places.index import Gazetteer
from dragoman.places.names import fold, is_acronym
from dragoman.places.place import Candidate

LONGEST = 8
"""Tokens in the longest name, hyphens and apostrophes included."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens `first` up to, not including, `last`, their key and what the gazetteer has for it."""

    first: int
    last: int
    key: str
    candidates: tuple[Candidate, ...]

    @property
    def adjectival(self) -> bool:
        """Whether the name is only known as an adjective or demonym."""
        return all(one.form == "adjective" for one in self.candidates)


def spots(doc: Doc, gazetteer: Gazetteer, cues: Cues) -> Iterator[Spot]:
    """Every longest match, from left to right, none overlapping another."""
    at = 0
    while at < len(doc):
        spot = _longest(doc, at, gazetteer, cues) if begins(doc, at) else None
        if spot is not None:
            yield spot
        at = spot.last if spot is not None else at + 1


def begins(doc: Doc, at: int) -> bool:
    """Whether a name can begin at this token: a capital, or `al-` before one."""
    text = doc[at].text
    if text[0].isupper():
        return text.lower() != "the"
    after = doc[at + 1 : at + 3].text
    return text in _ARTICLES and after.startswith("-") and after[1:2].isupper()


_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "az", "ash", "ez"})


def _longest(doc: Doc, at: int, gazetteer: Gazetteer, cues: Cues) -> Spot | None:
    for last in reversed(list(_ends(doc, at, cues))):
        surface = doc[at:last].text
        key = fold(surface)
        found = gazetteer.lookup(key) if key else ()
        if found and (fitting := _fitting(doc, at, surface, found)):
            return Spot(at, last, key, fitting)
    return None


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


def _fitting(
    doc: Doc, at: int, surface: str, found: tuple[Candidate, ...]
) -> tuple[Candidate, ...]:
    """The candidates whose form allows this spelling and this position."""
    shouted = is_acronym(surface)
    behind_comma = at >= 2 and doc[at - 1].text == "," and doc[at - 2].text[0].isupper()

    def fits(one: Candidate) -> bool:
        if one.form == "abbreviation":
            return behind_comma
        if one.form == "exact":
            return surface.isupper()
        return not shouted or len(surface) > 3

    return tuple(one for one in found if fits(one))


def word(token: Token) -> str:
    """The token's text as cue files write it: case-folded, without full stops."""
    return token.lower_.strip(".")
