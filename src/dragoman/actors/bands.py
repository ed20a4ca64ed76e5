"""Armed groups that have no name but their people's: "Turkana militia", "Tuareg rebels"."""

from collections.abc import Sequence

from dragoman.actors.days import Interval
from dragoman.actors.entries import Entry, Name, Phase
from dragoman.actors.index import Index
from dragoman.actors.spelling import key
from dragoman.actors.vocabulary import name_forms

_OWNERS = frozenset(("state", "people"))


class Bands:
    """The nouns of `[bands]` in `names.toml` behind any people or state of the index."""

    def __init__(self, index: Index, entries: Sequence[Entry]) -> None:
        self._index = index
        self._entries = entries

    def parse(self, name: str) -> Entry | None:
        """The armed group that a whole name means; `None` where its people has no one country."""
        words = key(name).removeprefix("the ").split()
        for at in range(1, len(words)):
            noun = " ".join(words[at:])
            sector = name_forms().bands.get(noun)
            owner = self._owner(" ".join(words[:at])) if sector else None
            if sector and owner:
                return _band(owner, noun, sector, name)
        return None

    def _owner(self, shape: str) -> Entry | None:
        for names in (self._index.demonyms, self._index.full):
            for at in names.get(shape, ()):
                entry = self._entries[at]
                if entry.kind in _OWNERS and len(entry.countries) == 1:
                    return entry
        return None


def _band(owner: Entry, noun: str, sector: str, name: str) -> Entry:
    phase = Phase(interval=Interval(), countries=owner.countries, sector=sector)
    ident = f"{owner.id}:{noun.replace(' ', '-')}"
    return Entry(ident, name, "armed", (Name(name),), (phase,), parent=owner.id)
