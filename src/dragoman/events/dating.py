"""When an event happened: expressions of time attached to its predicate by syntax."""

import re
from bisect import bisect_right
from typing import NamedTuple

from spacy.tokens import Token

from dragoman.events.moods import climbing
from dragoman.events.sketches import Sketch
from dragoman.events.timing import Timed, When, date_of, load_time_words, ranged
from dragoman.events.whereabouts import load_whereabouts
from dragoman.events.words import lemma
from dragoman.parsing import Parsed
from dragoman.records import Timex
from dragoman.records.event import Status

NEWS = 3
"""Sentences at the head of a report that tell its own news."""
GAP = 4
"""Words between the start and the end of a range, at most."""
NOWHEN: When = (None, None, "unknown")
_VERBS = {"VERB", "AUX"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_AGAIN = {"they", "he", "she", "it"}


class _Time(NamedTuple):
    """A time by the word that it hangs on; `when` is None where it gives no date."""

    token: Token
    when: When | None
    timex: Timex


class Dating:
    """Dates the events of one document, asked in reading order."""

    def __init__(self, parsed: Parsed, times: tuple[Timex, ...], saying: frozenset[str]) -> None:
        self._parsed = parsed
        self._saying = saying
        self._words = load_time_words()
        self._deeds = load_whereabouts().words["deed"]
        self._starts = [sentence.start for sentence in parsed.sentences]
        self._at: dict[int, list[_Time]] = {}
        self._told: dict[int, When] = {}
        self._elsewhen = False
        for token, timex, ends in self._rooted(times):
            held = self._at.setdefault(self._number(token), [])
            held.append(_Time(token, None if ends else date_of(timex), timex))

    def of(self, sketch: Sketch, status: Status) -> When:
        """The date of an event, its precision, and what it rests on."""
        head = sketch.head
        number = self._number(head)
        timed = Timed(sketch)
        found = self._beside(timed, number) or self._shared(head, timed, number)
        if found is not None and status == "occurred" and self._lies_ahead(found):
            return NOWHEN  # a done deed has no date to come: the time belongs to something else
        if found is not None:
            self._tell(number, found, head)
            return found
        if status != "occurred" or not _is_plain_past(head) or self._is_blocked(timed, number):
            return NOWHEN
        carried = self._carried(head, number)
        if carried is not None:
            self._told[number] = carried
            return carried
        return self._published(sketch, number)

    def _rooted(self, times: tuple[Timex, ...]) -> list[tuple[Token, Timex, bool]]:
        """Each time with the word by which it hangs, and whether it only ends a range."""
        found: list[tuple[Token, Timex, bool]] = []
        doc, ends = self._parsed.doc, False
        for number, timex in enumerate(times):
            span = self._parsed.span(timex.start, timex.end)
            if span is None:
                continue
            after = times[number + 1] if number + 1 < len(times) else None
            opened = span.start > 0 and doc[span.start - 1].lower_ in self._words["opening"]
            opens = False
            if after is not None and opened:
                between = self._parsed.text(timex.end, after.start).split()
                opens = 0 < len(between) <= GAP and between[0].lower() in self._words["joining"]
                timex = ranged(timex, after) if opens else timex
            found.append((span.root, timex, ends))
            ends = opens
        return found

    def _number(self, token: Token) -> int:
        return max(bisect_right(self._starts, token.i) - 1, 0)

    def _beside(self, timed: Timed, number: int) -> When | None:
        """The closest time that hangs on the event's own words."""
        best: tuple[int, When] | None = None
        for token, when, timex in self._at.get(number, ()):
            day = when is not None and when[1] == "day" and not re.search(r"\d{4}", timex.text)
            steps = timed.steps(token, day) if when is not None else None
            if when is not None and steps is not None and (best is None or steps < best[0]):
                best = (steps, when)
        return best[1] if best else None

    def _shared(self, head: Token, timed: Timed, number: int) -> When | None:
        """The time of a verb that the event's clause is coordinated with or results from."""
        at = head
        for _ in range(GAP):
            own = any(c.dep_ in _SUBJECTS for c in at.children)
            result = at.dep_ in {"advcl", "xcomp"} and not own and at.tag_ in {"VBG", "VB"}
            if at.head == at or not (at.dep_ == "conj" or result) or at.head.pos_ not in _VERBS:
                break
            if lemma(at.head) in self._saying and at.dep_ != "conj":
                return None
            at = at.head
            for token, when, _ in self._at.get(number, ()):
                fronted = token.i < _first_subject(at)
                if when is not None and (fronted or not own) and _hangs_on(token, at):
                    return when
        if head.pos_ not in _VERBS:
            return None
        broken = head.sent.root.pos_ not in _VERBS and not _is_reported(head)
        return self._fronted(at, number) if at.dep_ == "ROOT" or broken else None

    def _fronted(self, root: Token, number: int) -> When | None:
        """The time that opens a sentence, with no verb before it, and stands before its subject.

        Where the parse finds no verb at the root, a comma has to follow it.
        """
        for token, when, _ in self._at.get(number, ()):
            apart = token.dep_ == "pobj" and token.head.lower_ in self._words["apart"]
            inner = any(t.pos_ in _VERBS for t in token.doc[root.sent.start : token.i])
            comma = root.dep_ == "ROOT" or any(t.text == "," for t in token.doc[token.i : root.i])
            opens = token.i < _first_subject(root) and comma
            if when is not None and opens and not (apart or inner):
                return when
        return None

    def _is_blocked(self, timed: Timed, number: int) -> bool:
        """Whether the clause speaks of its time without a date: "recently", "for years"."""
        if any(
            t.value != "PRESENT_REF" and timed.blocks(token)
            for token, _, t in self._at.get(number, ())
        ):
            return True
        known = {token.i for token, _, _ in self._at.get(number, ())}
        vague = self._words["vague"]
        return any(
            t.lower_ in vague and t.i not in known and timed.blocks(t) for t in timed.head.subtree
        )

    def _carried(self, head: Token, number: int) -> When | None:
        """The date told one sentence before, where the deed or its doer is taken up."""
        told = self._told.get(number - 1)
        if told is None or not self._same_paragraph(number):
            return None
        again = any(c.lower_ in _AGAIN and c.dep_ in _SUBJECTS for c in head.children)
        if again or (self._takes_up(head) and head.dep_ == "ROOT"):
            return told
        return None

    def _takes_up(self, head: Token) -> bool:
        """ "The attack killed six": the subject is a deed told before."""
        return any(
            (c.lower_ in self._deeds or lemma(c) in self._deeds)
            and any(d.lower_ in {"the", "this", "that"} for d in c.children)
            for c in head.children
            if c.dep_ in _SUBJECTS
        )

    def _published(self, sketch: Sketch, number: int) -> When:
        """The day of publication, for the report's own news that names no time."""
        published = self._parsed.document.published
        fresh = number < NEWS and not self._elsewhen and not sketch.nominal
        if published is None or not fresh or not self._is_main(sketch.head, number):
            return NOWHEN
        return published.isoformat(), "day", "published"

    def _is_main(self, head: Token, number: int) -> bool:
        """Told by the report itself; a saying behind it ("…, officials said") may not be dated."""
        for at in climbing(head):
            if at.pos_ not in _VERBS or at.dep_ in {"ROOT", "conj"}:
                continue
            if at.dep_ == "ccomp" and head.i < at.head.i:
                if any(_hangs_on(token, at.head) for token, *_ in self._at.get(number, ())):
                    return False
                continue
            own = any(c.dep_ in _SUBJECTS for c in at.children)
            if at.dep_ != "advcl" or own:
                return False
        return True

    def _lies_ahead(self, when: When) -> bool:
        published = self._parsed.document.published
        if published is None or when[0] is None or when[1] not in {"day", "month", "year"}:
            return False
        return when[0] > published.isoformat()[: len(when[0])]

    def _tell(self, number: int, found: When, head: Token) -> None:
        self._told[number] = found
        published = self._parsed.document.published
        day = published.isoformat() if published else None
        if found[0] != day and self._is_main(head, number):
            self._elsewhen = True

    def _same_paragraph(self, number: int) -> bool:
        if number == 0:
            return False
        first, second = self._parsed.sentences[number - 1 : number + 1]
        return "\n\n" not in self._parsed.document.text[first.start_char : second.start_char]


def _is_reported(head: Token) -> bool:
    return any(at.dep_ in {"ccomp", "relcl"} for at in climbing(head))


def _hangs_on(token: Token, verb: Token) -> bool:
    """Whether the nearest verb above a time is the given one."""
    for at in climbing(token):
        if at != token and at.pos_ in _VERBS:
            return at == verb
    return False


def _first_subject(verb: Token) -> int:
    return min((c.left_edge.i for c in verb.children if c.dep_ in _SUBJECTS), default=verb.i)


def _is_plain_past(head: Token) -> bool:
    """Told in the past or the present perfect, and not as background ("had attacked")."""
    helpers = [c for c in head.children if c.dep_ in {"aux", "auxpass"}]
    finite = helpers[0] if helpers else head
    if finite.lower_ in {"has", "have", "'ve"}:
        return head.tag_ == "VBN"
    return (finite.tag_ == "VBD" and finite.lower_ != "had") or (not helpers and head.tag_ == "VBN")
