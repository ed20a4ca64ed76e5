"""Whether the words around an expression look back or ahead."""

from spacy.tokens import Token

from dragoman.parsing import Parsed
from dragoman.resources import table

CUES = "times/tense.tsv"
KINDS = ("auxiliary", "cue", "object", "preposition", "implicative")
CLIMB = 8
"""Heads that are asked, from the expression upward."""

PRESENT = 2
"""The simple present: of scheduled dates ("opens on 5 May"), but of reports too ("army says")."""

UNDECIDED = 3
"""A verb that ends the climb and says nothing."""


class Tense:
    """Reads the direction of time off the parse: -1 back, 1 ahead, 0 undecided."""

    def __init__(self) -> None:
        self._cues: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        for row in table(CUES, required=("word", "kind", "direction")):
            direction = int(row.choice("direction", ("-1", "1")))
            kind = self._cues[row.choice("kind", KINDS)]
            kind.update(dict.fromkeys(row.values("word"), direction))

    def direction(self, parsed: Parsed, start: int, end: int) -> int:
        """Where the first verb above the expression, or a cue on the way to it, points.

        -1 back, 1 ahead, 0 undecided; `PRESENT` for a verb in the simple present.
        """
        token = parsed.token_at(start)
        if set_by := self._setting(token):
            return set_by
        leaning, through_noun = 0, False
        for _ in range(CLIMB):
            if token is None:
                break
            if decided := self._of(token, through_noun):
                return _settled(decided, leaning)
            leaning = leaning or self._cues["preposition"].get(token.lower_, 0)
            is_outside = not start <= token.idx < end
            through_noun |= is_outside and token.pos_ in {"NOUN", "PROPN"}
            if token.head.i == token.i:
                break
            token = token.head
        return leaning

    def _setting(self, token: Token | None) -> int:
        """What a verb says whose object the date is ("has set 5 May as the deadline")."""
        if token is None or token.dep_ not in {"dobj", "npadvmod"}:
            return 0
        return self._cues["object"].get(token.head.lower_, 0)

    def _of(self, token: Token, through_noun: bool) -> int:
        """What a word says; 0 where the climb has to go on."""
        if cue := self._cue(token):
            return cue
        if token.pos_ not in {"VERB", "AUX"}:
            return 0
        carried = {child.lower_: child for child in token.children if child.dep_ in _CARRIED}
        for word in carried:
            if word in self._cues["auxiliary"]:
                return self._cues["auxiliary"][word]
        if token.tag_ == "VB" and any(child.tag_ == "TO" for child in carried.values()):
            return self._infinitive(token)
        if token.dep_ == "advcl" and token.tag_ in {"VBD", "VBN"} and not carried:
            above = token.head.head if token.head.pos_ == "ADV" else token.head
            return 1 if self._looks_ahead(above) else -1
        return _bare(token, bool(carried), through_noun)

    def _cue(self, token: Token) -> int:
        """What a word says by itself, or with the next one ("set for")."""
        cues = self._cues["cue"]
        if found := cues.get(token.lower_):
            return found
        follows = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        return cues.get(f"{token.lower_} {follows}", 0)

    def _looks_ahead(self, token: Token) -> bool:
        """Whether a verb looks ahead, and so does the past in a clause below it.

        Sequence of tenses: "he would resign when the house met on Sunday".
        """
        has_to = any(child.tag_ == "TO" for child in token.children)
        has_modal = any(child.dep_ == "aux" and child.tag_ == "MD" for child in token.children)
        return has_modal or (has_to and self._infinitive(token) > 0)

    def _infinitive(self, token: Token) -> int:
        return self._cues["implicative"].get(token.head.lower_, 1)


def is_rate(parsed: Parsed, end: int) -> bool:
    """Whether the unit that ends here says how often or how much ("2,000 tonnes a year")."""
    token = parsed.token_at(end - 1)
    if token is None or token.dep_ not in {"npadvmod", "nmod", "appos", "prep"}:
        return False
    return token.head.i < token.i and token.head.pos_ in {"NOUN", "NUM", "PROPN", "SYM"}


def _settled(decided: int, leaning: int) -> int:
    """What a verb says, or what the prepositions below it say where it leaves the matter open."""
    if decided == UNDECIDED:
        return leaning
    return leaning or PRESENT if decided == PRESENT else decided


_CARRIED = frozenset({"aux", "auxpass"})


def _bare(token: Token, carries: bool, through_noun: bool) -> int:
    """A verb without a telling auxiliary: "met" looks back, "is meeting" ahead.

    A present verb speaks only of a date of its own: not in "is leaving the talks of Friday".
    """
    if token.tag_ == "VBD" or (token.tag_ == "VBN" and not carries):
        return -1
    if token.tag_ == "VBG" and carries:
        return UNDECIDED if through_noun else 1
    if token.tag_ in {"VBZ", "VBP", "VBN"}:
        return UNDECIDED if through_noun else PRESENT
    return 0
