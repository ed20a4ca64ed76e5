"""Common nouns that name nobody, as rivals of actors for "it" and "they": "the deal … it"."""

from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dragoman.actors.phrase import Phrase

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_PLACES = frozenset((*_SUBJECTS, "dobj", "pobj", "attr"))
_NEAREST = 12
"""How many things are looked at, from the pronoun back."""


class Things:
    """The heads of noun phrases that are no phrase of an actor, in reading order."""

    def __init__(self, doc: Doc, phrases: Iterable[Phrase]) -> None:
        people = {phrase.head.i for phrase in phrases}
        self._tokens = [token for token in doc if _thing(token) and token.i not in people]
        self._at = [token.i for token in self._tokens]

    def before(self, token: int, plural: bool) -> list[tuple[Token, bool]]:
        """The last things before a token of that number, each with whether it is a subject."""
        end = bisect_left(self._at, token)
        near = self._tokens[max(0, end - _NEAREST) : end]
        return [(t, t.dep_ in _SUBJECTS) for t in near if (t.tag_ == "NNS") == plural]


def _thing(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.dep_ in _PLACES and not token.ent_type_
