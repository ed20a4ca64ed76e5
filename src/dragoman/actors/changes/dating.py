"""When an office changes hands: the event's own date, else a time that hangs on the verb."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.parsing import Parsed
from dragoman.records import Actor, Event, Timex
from dragoman.records.event import DatePrecision, EventDateBasis

_SHAPES: tuple[tuple[re.Pattern[str], DatePrecision], ...] = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "day"),
    (re.compile(r"\d{4}-W\d\d"), "week"),
    (re.compile(r"\d{4}-\d\d"), "month"),
    (re.compile(r"\d{4}"), "year"),
)
_APART = frozenset(("before", "until", "till", "since", "after", "for", "by", "than", "of", "to"))
_EFFECTIVE = frozenset(("effective", "from"))
_PARTS = frozenset(("", "START", "MID", "END"))
"""Modifiers of a time that lies inside its value: "the end of May"."""
_NEWS = 3
"""Sentences at the head of a report that tell its own news."""
_VERBS = frozenset(("VERB", "AUX"))


class When(NamedTuple):
    """A day as precise as it is known, and what it rests on."""

    day: str | None = None
    precision: DatePrecision | None = None
    basis: EventDateBasis = "unknown"


class Dating:
    """Dates the changes of one document."""

    def __init__(self, parsed: Parsed, times: tuple[Timex, ...], actors: tuple[Actor, ...]) -> None:
        self._parsed = parsed
        names = [(m.start, m.end) for actor in actors for m in actor.mentions if m.form == "name"]
        names = [span for span in names if span not in {(t.start, t.end) for t in times}]
        self._times = [
            (token, when)
            for timex in times
            if not any(start <= timex.start < end for start, end in names)  # Theresa May
            and (when := _when(timex))
            and (token := parsed.token_at(timex.start)) is not None
        ]

    def of(self, head: Token, event: Event | None, *, done: bool) -> When:
        """When a change holds from. One that is done has no date to come."""
        found = self._told(head, done)
        own = done or head.pos_ in _VERBS
        if found is None and own and event is not None and event.date_basis == "text":
            found = When(event.date, event.date_precision, "text")
        if found is not None:
            return found
        return self._published(head, event) if done else When()

    def ahead(self, when: When) -> bool:
        """Whether a day lies behind that of the report."""
        published = self._parsed.document.published
        if when.day is None or published is None or when.precision == "week":
            return False
        return when.day > published.isoformat()[: len(when.day)]

    def running(self, when: When) -> bool:
        """Whether the day of the report lies in that time: "will resign this month"."""
        published = self._parsed.document.published
        if when.day is None or published is None or when.basis != "text":
            return False
        return published.isoformat().startswith(when.day)

    def _told(self, head: Token, done: bool) -> When | None:
        """The nearest time whose verb is the one that states the change."""
        best: tuple[int, When] | None = None
        for token, when in self._times:
            if not (head.sent.start <= token.i < head.sent.end) or not self._hangs(
                token, head, done
            ):
                continue
            distance = abs(token.i - head.i)
            if best is None or distance < best[0]:
                best = distance, when
        return best[1] if best else None

    def _hangs(self, time: Token, head: Token, done: bool) -> bool:
        """A time beside "announced his resignation" is that of the announcement."""
        if any(word.lower_ in _EFFECTIVE for word in self._before(time)):
            return True
        if any(word.lower_ in _APART for word in self._before(time)):
            return False
        verb = head if head.pos_ in _VERBS or not done else head.head
        for at in time.ancestors:
            if at in (head, verb):
                return True
            if at.pos_ in _VERBS:
                shared = at.dep_ in {"conj", "xcomp"} and at.head == verb and time.i > at.i
                over = verb.dep_ in {"conj", "xcomp"} and verb.head == at and time.i < at.i
                return shared or over
        return False

    def _before(self, time: Token) -> Iterable[Token]:
        """The preposition before a time."""
        first = time.left_edge
        return [first.nbor(-1)] if first.i > 0 else []

    def _published(self, head: Token, event: Event | None) -> When:
        """The day of publication, for the report's own news that names no time."""
        published = self._parsed.document.published
        if published is None or (event is not None and event.date_basis == "unknown"):
            return When()
        starts = [sentence.start for sentence in self._parsed.sentences[:_NEWS]]
        fresh = head.sent.start in starts
        main = head.dep_ in {"ROOT", "conj"} or (head.dep_ == "ccomp" and head.i < head.head.i)
        timed = any(head.sent.start <= t.i < head.sent.end for t, _ in self._times)
        helpers = [c.lower_ for c in head.children if c.dep_ in {"aux", "auxpass"}]
        if not (fresh and main) or timed or "had" in helpers:
            return When()
        return When(published.isoformat(), "day", "published")


def _when(timex: Timex) -> When | None:
    if timex.type not in {"DATE", "TIME"} or timex.mod not in _PARTS or "X" in timex.value:
        return None
    value = timex.value.partition("T")[0]
    for shape, precision in _SHAPES:
        if shape.fullmatch(value):
            return When(value, precision, "text")
    return None
