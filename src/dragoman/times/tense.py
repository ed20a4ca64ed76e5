"""Whether the words around an expression look back or ahead."""

from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.parsing import Parsed
from dragoman.resources import table

CUES = "times/tense.tsv"
CLIMB = 6
"""Heads that are asked, from the expression upward."""

PAST_TAGS = frozenset({"VBD"})
PRESENT_TAGS = frozenset({"VBZ", "VBP"})


class Tense:
    """Reads the direction of time off the parse: -1 back, 1 ahead, 0 undecided."""

    def __init__(self) -> None:
        self._cues: Mapping[str, int] = {
            word: int(row.choice("direction", ("-1", "1")))
            for row in table(CUES, required=("word", "direction"))
            for word in row.values("word")
        }

    def direction(self, parsed: Parsed, start: int) -> int:
        """Where the first verb above the expression, or a cue on the way to it, points."""
        token = parsed.token_at(start)
        for _ in range(CLIMB):
            if token is None:
                return 0
            if decided := self._of(token):
                return decided
            if token.head.i == token.i:
                return 0
            token = token.head
        return 0

    def _of(self, token: Token) -> int:
        if cue := self._cues.get(token.lower_):
            return cue
        if token.pos_ not in {"VERB", "AUX"}:
            return 0
        for child in token.children:
            if child.dep_ in {"aux", "auxpass"} and (cue := self._auxiliary(child)):
                return cue
        if token.tag_ in PAST_TAGS:
            return -1
        return -1 if token.tag_ == "VBN" else 0

    def _auxiliary(self, token: Token) -> int:
        if cue := self._cues.get(token.lower_):
            return cue
        return -1 if token.tag_ in PAST_TAGS or token.lower_ in {"has", "have"} else 0
