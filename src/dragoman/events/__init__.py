"""Parsed → Event."""

from dragoman.parsing import Parsed
from dragoman.records import Actor, Claim, Event, Found, PlaceMention, Timex


class EventCoder:
    """Codes who did what to whom in PLOVER terms."""

    def find(
        self,
        parsed: Parsed,
        times: tuple[Timex, ...] = (),
        places: tuple[PlaceMention, ...] = (),
        actors: tuple[Actor, ...] = (),
        claims: tuple[Claim, ...] = (),
    ) -> Found[Event]:
        """The events of the text, by trigger."""
        return Found()
