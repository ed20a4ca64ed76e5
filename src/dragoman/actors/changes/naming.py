"""Where a text names the office that somebody takes or leaves."""

import re
from dataclasses import dataclass, field

from dragoman.actors.changes.clauses import reach
from dragoman.actors.changes.cues import Hit, Slot
from dragoman.actors.changes.known import office_on
from dragoman.actors.changes.office import Office
from dragoman.actors.changes.offices import OfficePhrases
from dragoman.actors.changes.people import Person
from dragoman.actors.changes.rules import rules
from dragoman.actors.registry import Registry
from dragoman.actors.spelling import WORD, folded
from dragoman.actors.vocabulary import vocabulary, words_of
from dragoman.parsing import Parsed

_AGE = re.compile(r",\s*(?:aged\s+)?\d{2,3},?\s*")
_COMMA = re.compile(r"\s*,\s*(?:a|an|the)?\s*")
_APART = frozenset(("ADP", "VERB", "NUM", "SCONJ", "CCONJ", "NOUN", "AUX"))
_PREPOSITIONS = frozenset(("as", "to", "from", "of", "for"))


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of the clause that speaks of one holder."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Namer:
    """Looks for the office in the slots of a cue, best first. `day` is that of the report."""

    registry: Registry
    parsed: Parsed
    phrases: OfficePhrases
    day: int | None
    told: dict[str, Office] = field(default_factory=dict)
    """What the text has said so far of who holds or held which office, by actor."""

    def office(
        self, hit: Hit, holder: Person, before: Person | None, segment: Segment
    ) -> tuple[Office, Slot] | None:
        """The office and the slot that named it, `None` where no slot does."""
        for slot in hit.cue.offices:
            if slot in {"title", "known"} and "from" in hit.cue.offices and _is_away(hit):
                return None
            found = self._in(slot, hit, holder, before, segment)
            if found is not None:
                return found, slot
        if hit.cue.default:
            title = vocabulary().seats[hit.cue.default].titles[0]
            default = "Head of State" if hit.cue.default == "head_of_state" else title
            return Office(default, hit.cue.default, 0), "known"
        return None

    def _in(
        self, slot: Slot, hit: Hit, holder: Person, before: Person | None, segment: Segment
    ) -> Office | None:
        if slot in _PREPOSITIONS:
            return self._behind(slot, segment)
        if slot == "object":
            return self._object(hit, holder)
        if slot == "bare":
            start = max(holder.end, hit.last.idx + len(hit.last))
            age = _AGE.match(self.parsed.document.text, start)
            return self.phrases.read(age.end() if age else start, segment.end)
        if slot == "title":
            return self.titled(holder)
        if slot == "known":
            return self._held(holder)
        if before is None:
            return None
        return self.titled(before) or self._held(before)

    def _held(self, person: Person) -> Office | None:
        """What the text said before, else what the registry has on the day of the report."""
        told = self.told.get(person.actor.id)
        return told or office_on(self.registry, person.actor.entry, self.day)

    def _behind(self, preposition: str, segment: Segment) -> Office | None:
        span = self.parsed.span(segment.start, segment.end)
        for token in span or ():
            if token.lower_ == preposition and token.idx >= segment.start:
                found = self.phrases.read(token.idx + len(token), segment.end)
                if found is not None:
                    return found
        return None

    def _object(self, hit: Hit, holder: Person) -> Office | None:
        """Right behind the word; of somebody it is done to, with the name after a comma."""
        start = hit.last.idx + len(hit.last)
        if hit.cue.holder != "object":
            return self.phrases.read(start, reach(hit.last))
        if holder.start <= start:
            return None
        found = self.phrases.read(start, holder.start)
        if found is None or not _COMMA.fullmatch(
            self.parsed.document.text, found.end, holder.start
        ):
            return None
        return found if "," in self.parsed.document.text[found.end : holder.start] else None

    def adjoins(self, start: int, person: Person) -> bool:
        """Whether nothing but the office and small words stands between a verb and a name."""
        if (
            person.mention.start <= start
            or self.phrases.read(start, person.start)
            or self.phrases.read(start + 4, person.start)
        ):
            return True
        gap = self.parsed.span(start, person.mention.start) if start < person.mention.start else ()
        return not any(token.pos_ in _APART or token.text == "," for token in gap or ())

    def titled(self, person: Person) -> Office | None:
        """The title before a name, a description of the same person, or one behind a comma."""
        named = person.mention.form in {"name", "title"}
        found = self._title(person.mention.start, person.start if named else person.end)
        if found is not None:
            return found
        for mention in self._described(person):
            found = self._title(mention[0], mention[1])
            if found is not None:
                return found
        return self._beside(person) if person.mention.form in {"name", "title"} else None

    def _beside(self, person: Person) -> Office | None:
        """ "The president of Chad, NAME," or "NAME, the president of Chad,"."""
        text = self.parsed.document.text
        before = text[: person.mention.start].rstrip()
        head = self.parsed.token_at(len(before) - 2) if before.endswith(",") else None
        if head is not None and len(before) > head.sent.start_char:
            while head.dep_ in {"pobj", "prep"} and head.head != head:
                head = head.head
            led = head.pos_ == "NOUN" and self._title(head.left_edge.idx, len(before) - 1)
            if led:
                return led
        comma = _COMMA.match(text, person.end)
        if comma:
            stop = text.find(",", comma.end())
            sentence = self.parsed.token_at(person.start)
            limit = sentence.sent.end_char if sentence is not None else person.end
            if 0 < stop <= limit:
                return self._title(comma.end(), stop)
        return None

    def _described(self, person: Person) -> list[tuple[int, int]]:
        mentions = [m for m in person.actor.mentions if m.form in {"title", "nominal"}]
        before = sorted((m for m in mentions if m.start < person.start), key=lambda m: -m.start)
        behind = [m for m in mentions if 0 <= m.start - person.end <= 3]
        return [(m.start, m.end) for m in (*before, *behind)]

    def _title(self, start: int, end: int) -> Office | None:
        token = self.parsed.token_at(end if end < len(self.parsed.document.text) else start)
        first = min(start, token.left_edge.idx) if token is not None else start
        words = {folded(word) for word in WORD.findall(self.parsed.document.text, first, end)}
        if words & words_of("former"):
            return None
        return self.phrases.read(start, end) if end > start else None


def _is_away(hit: Hit) -> bool:
    """Whether somebody is removed from something that is no office: "from the case"."""
    known = rules()
    for token in hit.head.children:
        for noun in token.children if token.lower_ == "from" else ():
            office = noun.lemma_.lower() in known.places | known.power
            if noun.dep_ == "pobj" and noun.pos_ == "NOUN" and not office:
                return True
    return False
