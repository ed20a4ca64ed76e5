"""One document as this part of the room looks at it: the parse and what the others found in it."""

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.changes.dating import Dating
from dragoman.actors.changes.homes import Homes
from dragoman.actors.changes.naming import Namer
from dragoman.actors.changes.people import People
from dragoman.parsing import Parsed
from dragoman.records import Claim, Event, Evidence


@dataclass(frozen=True, slots=True)
class Text:
    """The parse, the persons, countries and times of a text, its claims and its events."""

    parsed: Parsed
    people: People
    namer: Namer
    homes: Homes
    dating: Dating
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]

    @property
    def day(self) -> int | None:
        """The day of the report as an ordinal, if it is known."""
        published = self.parsed.document.published
        return published.toordinal() if published else None

    def claims_on(self, head: Token) -> list[Claim]:
        """The claims that a word is part of."""
        return [
            claim
            for claim in self.claims
            if any(span.start <= head.idx < span.end for span in claim.content)
        ]

    def events_at(self, head: Token) -> list[Event]:
        """The events that a word is the trigger of."""
        return [e for e in self.events if e.trigger.start <= head.idx < e.trigger.end]

    def evidence(self, head: Token) -> Evidence:
        """The sentence of a word, without the white space around it."""
        start, end = head.sent.start_char, head.sent.end_char
        words = self.parsed.text(start, end)
        start += len(words) - len(words.lstrip())
        return Evidence(start=start, end=start + len(words.strip()), text=words.strip())
