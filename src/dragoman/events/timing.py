"""How a time hangs on a deed: the words between them, and the dates that its value gives."""

import datetime
import functools
import re
from collections.abc import Mapping

from spacy.tokens import Token

from dragoman import resources
from dragoman.events.moods import climbing
from dragoman.events.sketches import Sketch
from dragoman.events.words import lemma
from dragoman.records import Timex
from dragoman.records.event import DatePrecision, EventDateBasis

When = tuple[str | None, DatePrecision | None, EventDateBasis]
STEPS = 12
"""Words between a time and its deed that are followed at most."""
_VERBS = {"VERB", "AUX"}
_PLAIN = {"", "do", "undergo"}
"""Effects that leave a deed where it is told: "launched an attack on Friday"."""
_ARGUMENTS = {"dobj", "nsubj", "nsubjpass", "pobj", "attr", "oprd", "dative"}
_CLASSES = ("apart", "happening", "dated", "joining", "opening", "vague")
_SHAPES: tuple[tuple[re.Pattern[str], DatePrecision], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "day"),
    (re.compile(r"\d{4}-W\d\d"), "week"),
    (re.compile(r"\d{4}-\d\d"), "month"),
    (re.compile(r"\d{4}-(?:SP|SU|FA|WI)"), "season"),
    (re.compile(r"\d{4}"), "year"),
    (re.compile(r"\d{3}"), "decade"),
    (re.compile(r"\d{2}"), "century"),
)
_OPEN_ENDED = {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN"}
_YEAR = re.compile(r"\b\d{4}\b")


@functools.cache
def load_time_words() -> Mapping[str, frozenset[str]]:
    """The classes of `time_words.tsv`. Raises `DataError` for a class that is not known."""
    found = {name: frozenset[str]() for name in _CLASSES}
    for row in resources.table("events/time_words.tsv", ("class", "words")):
        found[row.choice("class", _CLASSES)] |= frozenset(row.values("words"))
    return found


def date_of(timex: Timex) -> When | None:
    """The date that a timex gives, cut to the day; None for durations and what is not anchored."""
    if timex.type not in {"DATE", "TIME"} or timex.mod in _OPEN_ENDED or "X" in timex.value:
        return None
    value = timex.value.partition("T")[0]
    for shape, precision in _SHAPES:
        found = shape.match(value)
        if found and (found.end() == len(value) or value[found.end()] == "-"):
            real = precision != "day" or _day(found.group()) is not None
            return (found.group(), precision, "text") if real else None
    return None


def ranged(start: Timex, end: Timex) -> Timex:
    """The start of a range, its year or week taken from the end: "May to July 2009"."""
    last = date_of(end)
    limit = (last and last[0]) or ""
    value = start.value.replace("XXXX-", limit[:4] + "-", 1)
    if not limit[:4].isdigit() or "X" in value or (date_of(start) is None and value == start.value):
        return start
    if len(value) in {7, 10} and not _YEAR.search(start.text) and _YEAR.search(end.text):
        later = len(limit) > 4 and value[5:] > limit[5:]
        value = f"{int(limit[:4]) - later:04}{value[4:]}"
    begun, over = _day(value), _day(limit)
    if begun and over and begun > over and (begun - over).days < 7 and start.text.isalpha():
        value = (begun - datetime.timedelta(weeks=1)).isoformat()
    return Timex(
        id=start.id, start=start.start, end=start.end, text=start.text, type="DATE", value=value
    )


def _day(value: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None


class Timed:
    """The words of an event that a time may hang on."""

    def __init__(self, sketch: Sketch) -> None:
        self._words = load_time_words()
        head = sketch.head
        self.head = head
        plain = sketch.effect in _PLAIN or sketch.status == "announced"
        inner = (*sketch.scope[1:], *sketch.words) if plain else sketch.words[:1]
        self.own = {head.i} | {t.i for t in inner if t.pos_ != "ADP"}
        above = head.head
        if sketch.nominal and head.dep_ in _ARGUMENTS and self._is(above, "happening"):
            self.own.add(above.i)

    def steps(self, time: Token, day: bool = False) -> int | None:
        """Words between a time and the deed; None where it hangs on something else.

        A `day` without a year goes with the verb even behind a noun that might be dated:
        "condemned the attack on Wednesday".
        """
        if self._is_outside(time):
            return None
        prepositions = 0
        for steps, at in enumerate(climbing(time)):
            above = at.head
            if steps == STEPS or at == above:
                return None
            if at.pos_ in {"ADP", "SCONJ"} and at.dep_ != "pobj":
                prepositions += 1
                if prepositions == 1 and self._is(at, "apart"):
                    return None
            if above.i in self.own:
                return steps if self._fits(at, time, day) else None
            if above.pos_ in _VERBS:
                if self._tells(above):
                    return steps
                return None
            if at.dep_ in {"poss", "compound", "amod", "nummod", "nmod"} and above.pos_ in {
                "NOUN", "PROPN",
            } and above.i not in self.own:  # fmt: skip
                return None
        return None

    def blocks(self, time: Token) -> bool:
        """Whether a time says something of the deed's time although it gives no date."""
        for at in climbing(time):
            if at.head == self.head:
                return at.dep_ in {"prep", "npadvmod", "advmod", "advcl", "nmod", "tmod"}
            if at.head.pos_ in _VERBS:
                return False
        return False

    def _fits(self, at: Token, time: Token, day: bool) -> bool:
        """Whether the last word below the deed lets a time through: no argument with its own."""
        if at.dep_ not in _ARGUMENTS or at == time:
            return at == time or at.dep_ != "nsubj"
        direct = at.dep_ == "dobj" and time.dep_ == "pobj" and time.head.head == at
        return (direct and day) or not self._is(at, "dated")

    def _tells(self, verb: Token) -> bool:
        """ "the attack carried out in May": a participle that says when its noun happened."""
        return verb.dep_ == "acl" and verb.head.i in self.own and self._is(verb, "happening")

    def _is_outside(self, time: Token) -> bool:
        """Whether a verb of another clause stands between: "On Sunday, X said that Y attacked"."""
        return is_outside(time, self.head, self.own)

    def _is(self, token: Token, name: str) -> bool:
        return lemma(token) in self._words[name] or token.lower_ in self._words[name]


def _opening(clause: Token, word: Token) -> int:
    """Where a clause without "that" before a word opens: "said on Thursday it had attacked"."""
    if any(c.dep_ == "mark" and c.i < word.i for c in clause.children):
        return 0
    subjects = (c.left_edge.i for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"})
    return min(subjects, default=0)


def is_outside(word: Token, head: Token, own: set[int] | frozenset[int]) -> bool:
    """Whether the verb of a clause above a deed stands between it and a word before that verb."""
    for at in climbing(head):
        above = at.head
        if at.dep_ != "ccomp" or above.i in own:
            continue
        if word.i < above.i < head.i or above.i < word.i < _opening(at, word):
            return True
    return False
