"""Whether the words around an expression look back or ahead."""

from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.parsing import Parsed
from dragoman.resources import table

CUES = "times/tense.tsv"
KINDS = ("auxiliary", "cue", "object", "preposition", "implicative")
CLIMB = 8
"""Heads that are asked, from the expression upward."""


class Tense:
    """Reads the direction of time off the parse: -1 back, 1 ahead, 0 undecided."""

    def __init__(self) -> None:
        self._cues: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        for row in table(CUES, required=("word", "kind", "direction")):
            direction = int(row.choice("direction", ("-1", "1")))
            kind = self._cues[row.choice("kind", KINDS)]
            kind.update(dict.fromkeys(row.values("word"), direction))

    def direction(self, parsed: Parsed, start: int) -> int:
        """Where the first verb above the expression, or a cue on the way to it, points."""
        token = parsed.token_at(start)
        if (
            token
            and token.dep_ in {"dobj", "npadvmod"}
            and token.head.lower_ in self._cues["object"]
        ):
            return self._cues["object"][token.head.lower_]
        leaning = 0
        for _ in range(CLIMB):
            if token is None:
                break
            decided, final = self._of(token)
            if decided or final:
                return decided or leaning
            leaning = leaning or self._cues["preposition"].get(token.lower_, 0)
            if token.head.i == token.i:
                break
            token = token.head
        return leaning

    def _of(self, token: Token) -> tuple[int, bool]:
        """What a word says, and whether that ends the climb."""
        if cue := self._cue(token):
            return cue, True
        if token.pos_ not in {"VERB", "AUX"}:
            return 0, False
        carried = {child.lower_: child for child in token.children if child.dep_ in _CARRIED}
        for word in carried:
            if word in self._cues["auxiliary"]:
                return self._cues["auxiliary"][word], True
        if token.tag_ == "VB" and any(child.tag_ == "TO" for child in carried.values()):
            return self._infinitive(token), True
        return _bare(token, bool(carried))

    def _cue(self, token: Token) -> int:
        """What a word says by itself, or with the next one ("set for")."""
        cues = self._cues["cue"]
        if found := cues.get(token.lower_):
            return found
        follows = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        return cues.get(f"{token.lower_} {follows}", 0)

    def _infinitive(self, token: Token) -> int:
        return self._cues["implicative"].get(token.head.lower_, 1)


def is_rate(parsed: Parsed, end: int) -> bool:
    """Whether the unit that ends here says how often or how much ("2,000 tonnes a year")."""
    token = parsed.token_at(end - 1)
    if token is None or token.dep_ not in {"npadvmod", "nmod", "appos", "prep"}:
        return False
    return token.head.i < token.i and token.head.pos_ in {"NOUN", "NUM", "PROPN", "SYM"}


_CARRIED = frozenset({"aux", "auxpass"})
_FINITE: Mapping[str, int] = {"VBD": -1, "VBZ": 0, "VBP": 0}


def _bare(token: Token, carries: bool) -> tuple[int, bool]:
    """A verb without a telling auxiliary: "met" back, "is meeting" ahead, "meets" undecided."""
    if token.tag_ in _FINITE:
        return _FINITE[token.tag_], True
    if token.tag_ == "VBN":
        return (0 if carries else -1), True
    if token.tag_ == "VBG" and carries:
        return 1, True
    return 0, False
