"""The state or body that an office is of, as its words name it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.actors.registry import Registry
from dragoman.actors.spelling import key

_LONGEST = 6
_NOBODY = frozenset(("person", "company", "people", "religion", "media", "region", "school"))


@dataclass(frozen=True, slots=True)
class Body:
    """What owns an office: the country, the kind of body (`kinds.tsv`), its entry if it has one.

    An organ that every state has (`organs.tsv`) has a kind and no entry: "the army".
    """

    country: str | None = None
    kind: str = ""
    entry: str | None = None

    def within(self, other: "Body") -> "Body":
        """Both together: "the Malian" and "army"."""
        return Body(
            self.country or other.country, other.kind or self.kind, other.entry or self.entry
        )


def body_of(registry: Registry, texts: Sequence[str], at: int) -> tuple[int, Body]:
    """How many words from `at` name a state or body, the longest name counting, and which.

    0 words where none do.
    """
    for length in range(min(_LONGEST, len(texts) - at), 0, -1):
        name = " ".join(texts[at : at + length])
        shape = key(name)
        organ = registry.organs.kind(shape)
        if organ and organ not in _NOBODY:
            return length, Body(kind=organ)
        if not name[0].isupper():
            continue
        if state := registry.organs.state_of(shape):
            return length, Body(country=state.countries[0] if state.countries else None)
        for entry in registry.named(name):
            if entry.kind in _NOBODY:
                continue
            home = entry.countries[0] if entry.countries else None
            if entry.kind == "state":
                return length, Body(country=home)
            return length, Body(country=home, kind=entry.kind, entry=entry.id)
    return 0, Body()
