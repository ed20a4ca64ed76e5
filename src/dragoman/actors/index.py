"""Every spelling of every entry, so that a name is looked up and not searched for."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import overload

import msgspec

from dragoman.actors.entries import Entry
from dragoman.actors.spelling import is_acronym, key
from dragoman.actors.transliteration import Transliteration
from dragoman.actors.vocabulary import words_of

FORMAT = "7"
"""To be raised when the shape of the compiled registry changes."""


_ENTRY = msgspec.msgpack.Decoder(Entry)


class Index(msgspec.Struct, array_like=True, gc=False):
    """Folded spellings → positions in `entries`, unstarred bearers first.

    `full` holds names and aliases as given, `derived` what is left of a person's name without
    particles, initials and middle names, in canonical transliteration; `surnames` the last word of
    a person's name. `longest` gives, by first word, the number of words of the longest name,
    demonym or metonym. `ids` are positions by id, `states` those of states, `holders` the
    positions and phases of the persons who held a seat of a state, by `country:seat`.
    """

    packed: tuple[msgspec.Raw, ...]
    full: dict[str, tuple[int, ...]]
    derived: dict[str, tuple[int, ...]]
    surnames: dict[str, tuple[int, ...]]
    demonyms: dict[str, tuple[int, ...]]
    metonyms: dict[str, tuple[int, ...]]
    spellings: dict[str, tuple[str, ...]]
    longest: dict[str, int]
    ids: dict[str, int]
    states: tuple[int, ...]
    holders: dict[str, tuple[tuple[int, int], ...]]
    remarks: tuple[str, ...] = ()


class Entries(Sequence[Entry]):
    """The entries of an index, unpacked one by one when they are asked for.

    A text names a few dozen of many thousands; unpacking all takes a tenth of a second.
    """

    def __init__(self, packed: tuple[msgspec.Raw, ...]) -> None:
        self._packed = packed
        self._unpacked: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._unpacked:
            self._unpacked[at] = _ENTRY.decode(self._packed[at])
        return self._unpacked[at]


def build(
    entries: tuple[Entry, ...], canonical: Transliteration, remarks: tuple[str, ...] = ()
) -> Index:
    """The index of all entries; own entries come first among bearers of one name."""
    full, demonyms, metonyms = (_Bearers() for _ in range(3))
    derived, surnames = _Bearers(), _Bearers()
    spellings: dict[str, dict[str, None]] = defaultdict(dict)
    for at, entry in enumerate(entries):
        for bearers, names in (
            (full, entry.names),
            (demonyms, entry.demonyms),
            (metonyms, entry.metonyms),
        ):
            for name in names:
                bearers.add(key(name.text), at, name.starred and not entry.own)
                spellings[key(name.text)][name.text] = None
        if entry.kind == "person":
            for name in entry.names:
                for form in derived_forms(name.text, canonical):
                    derived.add(form, at, False)
                if (last := surname(name.text)) not in words_of("determiners"):  # Nguyen Van The
                    surnames.add(canonical.of(last), at, False)
    return Index(
        packed=tuple(msgspec.Raw(msgspec.msgpack.encode(entry)) for entry in entries),
        full=full.sorted(),
        derived=derived.sorted(),
        surnames=surnames.sorted(),
        demonyms=demonyms.sorted(),
        metonyms=metonyms.sorted(),
        spellings={shape: tuple(texts) for shape, texts in spellings.items()},
        longest=_longest(spellings),
        ids={entry.id: at for at, entry in enumerate(entries)},
        states=tuple(at for at, entry in enumerate(entries) if entry.kind == "state"),
        holders=_holders(entries),
        remarks=remarks,
    )


def _holders(entries: tuple[Entry, ...]) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, entry in enumerate(entries):
        for number, phase in enumerate(entry.phases if entry.kind == "person" else ()):
            for seat in phase.seats if not phase.organisation else ():
                found[f"{phase.countries[0]}:{seat}"].append((at, number))
    return {held: tuple(places) for held, places in found.items()}


def derived_forms(name: str, canonical: Transliteration) -> tuple[str, ...]:
    """Shorter forms of a person's name, canonical words: the whole, and first with last names."""
    parts = [canonical.of(word) for word in key(name).split() if word not in words_of("particles")]
    solid = [part for part in parts if len(part) > 1] or parts
    if len(solid) < 2:
        return ()
    forms = {" ".join(parts), " ".join(solid), "".join(solid), f"{solid[0]} {solid[-1]}"}
    forms.update(f"{solid[0]} {other}" for other in solid[2:-1])
    forms.update(f"{solid[0]} {one} {other}" for one, other in pairwise(solid[1:]))
    return tuple(sorted(forms))


def surname(name: str) -> str:
    """The last word of a name, folded."""
    return key(name).rpartition(" ")[2]


class _Bearers(dict[str, dict[int, bool]]):
    """Who bears a spelling, and whether with a star."""

    def add(self, shape: str, entry: int, starred: bool) -> None:
        if shape:
            self.setdefault(shape, {}).setdefault(entry, starred)

    def sorted(self) -> dict[str, tuple[int, ...]]:
        return {
            shape: tuple(sorted(bearers, key=lambda at: (bearers[at], at)))
            for shape, bearers in self.items()
        }


def _longest(shapes: dict[str, dict[str, None]]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for shape in shapes:
        parts = shape.split()
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return longest


def in_capitals(spellings: tuple[str, ...]) -> bool:
    """Whether a key is an acronym in each of its spellings."""
    return all(is_acronym(text) for text in spellings)
