"""How words that name an office are read: `office_phrases.toml`, checked and folded."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dragoman import resources
from dragoman.actors.spelling import key
from dragoman.actors.vocabulary import vocabulary
from dragoman.errors import DataError

_FILE = "actors/office_phrases.toml"


@dataclass(frozen=True, slots=True)
class Rules:
    """The lists and tables of the file; titles and words are folded as names are."""

    not_offices: frozenset[str]
    at_once: frozenset[str]
    not_titles: frozenset[str]
    of_something: frozenset[str]
    of_a_body: frozenset[str]
    of_the_state: frozenset[str]
    not_owners: frozenset[str]
    nouns: Mapping[str, tuple[str, str]]
    power: frozenset[str]
    places: frozenset[str]
    other: frozenset[str]
    second: frozenset[str]
    timed: frozenset[str]
    second_seats: Mapping[str, str]
    bodies: Mapping[str, str]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """The one set of rules of this process. Raises `DataError` for a seat that is none."""
    data = resources.toml(_FILE)

    def titles(name: str) -> frozenset[str]:
        return frozenset(key(title) for title in str(data[name]).split("|"))

    def words(name: str) -> frozenset[str]:
        return frozenset(str(data["words"][name]).split())

    found = Rules(
        not_offices=frozenset(data["not-offices"]),
        at_once=frozenset(data["at-once"]),
        not_titles=titles("not-titles"),
        of_something=titles("of-something"),
        of_a_body=titles("of-a-body"),
        of_the_state=titles("of-the-state"),
        not_owners=titles("not-owners"),
        nouns={noun: (pair[0], pair[1]) for noun, pair in data["nouns"].items()},
        power=words("power"),
        places=words("places"),
        other=words("other"),
        second=words("second"),
        timed=words("timed"),
        second_seats=dict(data["second-seats"]),
        bodies=dict(data["bodies"]),
    )
    named = {
        *found.not_offices,
        *found.at_once,
        *found.second_seats,
        *found.second_seats.values(),
        *found.bodies.values(),
        *(seat for seat, _ in found.nouns.values()),
    }
    for seat in sorted(named - vocabulary().seats.keys()):
        raise DataError(_FILE, 1, f"{seat!r} is no seat; allowed: those of seats.tsv")
    return found
