"""An office as a text names it."""

from dataclasses import dataclass

from dragoman.actors.vocabulary import vocabulary, words_of


@dataclass(frozen=True, slots=True)
class Office:
    """An office as named in the text: title, seat, and the state or body that it is of.

    `end` is the offset behind its last word; `host` the country to which an envoy is sent.
    """

    title: str
    seat: str
    end: int
    country: str | None = None
    organisation: str | None = None
    host: str | None = None


def cased(text: str) -> str:
    """A title in the capitals of the registry: "Head of the Central Bank"."""
    small = words_of("links") | {"the", "and", "a"}
    parts = [
        word if word in small or not word[0].islower() else word[0].upper() + word[1:]
        for word in text.split()
    ]
    return " ".join(parts)


def sector_of(office: Office) -> str | None:
    """The PLOVER sector of who holds the office; absent where the body decides."""
    seat = vocabulary().seats[office.seat]
    return seat.sector or (seat.state if not office.organisation else "") or None
