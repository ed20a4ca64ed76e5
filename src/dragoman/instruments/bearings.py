"""Which claims and events of a passage bear on which provision of the instrument cited there."""

from collections.abc import Iterable

from dragoman.instruments.provisions import Provision
from dragoman.records import Bearing, Claim, Event, Span


class Bearings:
    """The claims and events of one document, with the words that they are about."""

    def __init__(
        self, text: str, claims: tuple[Claim, ...], events: tuple[Event, ...] = ()
    ) -> None:
        self._claims = [
            (claim.id, claim.content, " ".join(text[s.start : s.end] for s in claim.content))
            for claim in claims
        ]
        self._events = [
            (event.id, event.trigger, text[event.trigger.start : event.sentence.end])
            for event in events
        ]

    def of(self, provisions: Iterable[Provision], passage: Span) -> tuple[Bearing, ...]:
        """One bearing for each provision on which a claim or event within the passage bears.

        A claim is about its content; an event about the words of its sentence from its trigger on.
        """
        found = []
        for provision in provisions:
            claims = tuple(
                id
                for id, content, words in self._claims
                if any(span.overlaps(passage) for span in content)
                and provision.pattern.search(words)
            )
            events = tuple(
                id
                for id, trigger, words in self._events
                if trigger.overlaps(passage) and provision.pattern.search(words)
            )
            if claims or events:
                found.append(Bearing(provision=provision.id, claims=claims, events=events))
        return tuple(found)
