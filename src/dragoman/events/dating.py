"""When an event happened: expressions of time attached to its predicate by syntax."""

import re

from spacy.tokens import Token

from dragoman.events.moods import climbing
from dragoman.events.sketches import Sketch
from dragoman.events.words import lemma
from dragoman.parsing import Parsed
from dragoman.records import Timex
from dragoman.records.event import DatePrecision, EventDateBasis, Status

NEWS = 3
"""Sentences at the head of a report that tell its own news."""
When = tuple[str | None, DatePrecision | None, EventDateBasis]
NOWHEN: When = (None, None, "unknown")
_SHAPES: tuple[tuple[re.Pattern[str], DatePrecision], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "day"),
    (re.compile(r"\d{4}-W\d\d"), "week"),
    (re.compile(r"\d{4}-\d\d"), "month"),
    (re.compile(r"\d{4}-(?:SP|SU|FA|WI)"), "season"),
    (re.compile(r"\d{4}"), "year"),
    (re.compile(r"\d{3}"), "decade"),
    (re.compile(r"\d{2}"), "century"),
)
_PAST = {"VBD", "VBN", "VBZ", "VBP"}


class Dating:
    """Dates the events of one document."""

    def __init__(self, parsed: Parsed, times: tuple[Timex, ...], saying: frozenset[str]) -> None:
        self._parsed = parsed
        self._saying = saying
        self._at: dict[int, When] = {}
        for timex in times:
            when = _when(timex)
            span = parsed.doc.char_span(timex.start, timex.end, alignment_mode="expand")
            if when is not None and span is not None:
                self._at.setdefault(span.root.i, when)
        self._numbers = {s.start: n for n, s in enumerate(parsed.sentences)}
        self._carried: tuple[int, When] | None = None

    def of(self, sketch: Sketch, status: Status) -> When:
        """The date of an event, its precision, and what it rests on."""
        head = sketch.head
        found = self._beside(sketch) or self._above(head) or self._fronted(head)
        number = self._number(head)
        if found is not None:
            self._carried = (number, found)
            return found
        if status != "occurred" or sketch.nominal or not _is_plain_past(head):
            return NOWHEN
        if self._carried and self._carried[0] == number - 1 and self._same_paragraph(number):
            self._carried = (number, self._carried[1])
            return self._carried[1]
        published = self._parsed.document.published
        if published is not None and number < NEWS and self._is_main(head):
            return published.isoformat(), "day", "published"
        return NOWHEN

    def _beside(self, sketch: Sketch) -> When | None:
        """A time below one of the predicates that the event was built from."""
        best: tuple[int, When] | None = None
        own = {token.i for token in (sketch.head, *sketch.scope, *sketch.words)}
        for at, when in self._at.items():
            token = self._parsed.doc[at]
            if token.sent.start != sketch.head.sent.start:
                continue
            for steps, above in enumerate(climbing(token)):
                if above.i in own:
                    if best is None or steps < best[0]:
                        best = (steps, when)
                    break
                if steps and above.pos_ in {"VERB", "AUX"} and above.dep_ != "acl":
                    break
        return best[1] if best else None

    def _above(self, head: Token) -> When | None:
        """The time of the clause that an event's clause hangs on, verbs of saying left out."""
        for at in climbing(head):
            if at.dep_ == "relcl" or (at != head and lemma(at) in self._saying):
                return None
            if at != head and at.pos_ in {"VERB", "AUX"}:
                for timed, when in self._at.items():
                    token = self._parsed.doc[timed]
                    if _verb_of(token) == at:
                        return when
        return None

    def _fronted(self, head: Token) -> When | None:
        """The time that opens a sentence, before its first verb and a comma."""
        for token in head.sent:
            if token.pos_ in {"VERB", "AUX"} or token.i == head.i:
                return None
            if token.i in self._at and any(t.text == "," for t in token.sent.doc[token.i : head.i]):
                return self._at[token.i]
        return None

    def _number(self, head: Token) -> int:
        starts = [n for start, n in self._numbers.items() if start <= head.i]
        return max(starts, default=0)

    def _same_paragraph(self, number: int) -> bool:
        sentences = self._parsed.sentences
        between = self._parsed.document.text[
            sentences[number - 1].start_char : sentences[number].start_char
        ]
        return "\n\n" not in between

    def _is_main(self, head: Token) -> bool:
        return all(
            at.dep_ in {"ROOT", "conj", "ccomp", "xcomp", "advcl"}
            for at in climbing(head)
            if at.pos_ in {"VERB", "AUX"}
        )


def _verb_of(token: Token) -> Token | None:
    for at in climbing(token):
        if at != token and at.pos_ in {"VERB", "AUX"}:
            return at
    return None


def _is_plain_past(head: Token) -> bool:
    """Told in a past or perfect tense, and not as background ("had attacked")."""
    background = any(c.lower_ == "had" and c.dep_ == "aux" for c in head.children)
    return head.tag_ in _PAST and not background


def _when(timex: Timex) -> When | None:
    """The date that a timex gives, cut to the day; None for durations and what is not anchored."""
    if timex.type not in {"DATE", "TIME"}:
        return None
    value = timex.value.partition("T")[0]
    for shape, precision in _SHAPES:
        found = shape.match(value)
        if found and (found.end() == len(value) or value[found.end()] == "-"):
            return found.group(), precision, "text"
    return None
