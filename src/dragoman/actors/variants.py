"""Names of groups and organisations that differ from the registry's in form alone.

"Sudanese Liberation Army" and "Army for the Liberation of Sudan" hold the same words, "M-23" and
"M23" the same letters, "Fano (Ethiopia)" is Fano where Fano is Ethiopian. A variant counts only
where all its readings lead to one entry; else nobody is named, for wrong is worse than unknown.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from dragoman.actors.entries import Entry
from dragoman.actors.index import Index
from dragoman.actors.spelling import is_acronym, key
from dragoman.actors.vocabulary import name_forms

_NO_BODIES = frozenset(("state", "people", "religion", "person", "region", "province"))
_BANDS = frozenset(("armed", "militia", "gang"))
_BRACKETS = re.compile(r"^([^()]{2,150}?) ?\(([^()]{2,150})\) ?([^()]{0,80})$")
_PARTS = re.compile(r" [-–—] |: | – |/|, | faction of | wing of ")
_JOINED = re.compile(
    r"\b(?:(north|south) (?=east|west)"
    r"|(co|inter|pan|non|trans|anti|sub|multi|neo) (?=operat|govern|[a-z]{4}))"
)
_SQUEEZED = 6


class Variants:
    """The bodies of an index by the words and by the letters of their names."""

    def __init__(self, index: Index, entries: Sequence[Entry]) -> None:
        self._index = index
        self._entries = entries

    def same(self, name: str) -> tuple[Entry, ...]:
        """The one entry that a name means in another form, or nothing."""
        for reading in (self._bracketed, self._reordered, self._at_home, self._labelled):
            if found := reading(name):
                return found
        return self._squeezed.get(_letters(name), ()) or self._of_faction(name)

    def _exact(self, name: str) -> tuple[Entry, ...]:
        """The bodies of exactly that name."""
        found = (self._entries[at] for at in self._index.full.get(key(name), ()))
        return tuple(entry for entry in found if entry.kind not in _NO_BODIES)

    def _known(self, name: str) -> tuple[Entry, ...]:
        bare = name.removeprefix("the ").removeprefix("The ")
        return self._exact(bare) or self._reordered(bare)

    def _bracketed(self, name: str) -> tuple[Entry, ...]:
        """ "Name (ACRONYM)", "ACRONYM (Name)", "Name (Country)", "Name (remark)"."""
        match = _BRACKETS.match(name.strip())
        if not match:
            return ()
        before, inside = f"{match[1]} {match[3]}".strip(), match[2]
        one, other = self._known(before), self._known(inside)
        if both := tuple(entry for entry in one if entry in other):
            return both[:1]
        if code := self._country(key(inside)):
            return _alone(entry for entry in one if code in entry.countries)
        if one and (is_acronym(inside) or len(one) == 1):
            return one
        return () if one or is_acronym(inside) else other

    def _reordered(self, name: str) -> tuple[Entry, ...]:
        """The entry whose name has the same words, whatever their order and their language."""
        bag = self._bag(key(name))
        if len(bag) < 2:
            return ()
        strict, loose = self._tables
        places = strict.get(bag) or loose.get(_loosely(bag)) or set()
        return (self._entries[next(iter(places))],) if len(places) == 1 else ()

    def _at_home(self, name: str) -> tuple[Entry, ...]:
        """ "Fano of Ethiopia", "Ethiopian Fano": with the country of the only bearer there."""
        words = key(name).split()
        for size in range(1, min(4, len(words))):
            for place, rest in ((words[-size:], words[:-size]), (words[:size], words[size:])):
                code = self._country(" ".join(place))
                while rest and rest[-1] in {"of", "in", "the", "s"}:
                    rest = rest[:-1]
                if code and rest:
                    found = _alone(e for e in self._known(" ".join(rest)) if code in e.countries)
                    if found:
                        return found
        return ()

    def _labelled(self, name: str) -> tuple[Entry, ...]:
        """ "Ansaru militants", "the rebel group Ansaru": a word that says what the name is."""
        words = key(name).removeprefix("the ").split()
        labels = name_forms().labels
        for rest in (_tail(words, labels), _head(words, labels)):
            if rest and rest != words:
                found = self._known(" ".join(rest))
                if band := tuple(entry for entry in found if entry.kind in _BANDS):
                    return band
        return ()

    def _of_faction(self, name: str) -> tuple[Entry, ...]:
        """ "Ansaru - Barnawi faction", "Ansaru: wing": a part stands where the whole does."""
        heads = [match.start() for match in _PARTS.finditer(name[:200])]
        for at in reversed(heads):
            found = self._known(name[:at].strip())
            if band := tuple(entry for entry in found if entry.kind in _BANDS):
                return band
        return ()

    @cached_property
    def _tables(self) -> tuple[dict[tuple[str, ...], set[int]], ...]:
        """Words of names → places of those who bear them; strictly, then with one word for
        "popular" and "people's"."""
        strict: dict[tuple[str, ...], set[int]] = {}
        loose: dict[tuple[str, ...], set[int]] = {}
        for shape, place in self._bodies():
            if bag := self._bag(shape):
                strict.setdefault(bag, set()).add(place)
                loose.setdefault(_loosely(bag), set()).add(place)
        return strict, loose

    @cached_property
    def _squeezed(self) -> dict[str, tuple[Entry, ...]]:
        places: dict[str, set[int]] = {}
        for shape, place in self._bodies():
            places.setdefault(shape.replace(" ", ""), set()).add(place)
        return {
            letters: (self._entries[next(iter(found))],)
            for letters, found in places.items()
            if len(found) == 1
        }

    def _bodies(self) -> Iterator[tuple[str, int]]:
        """Every name of a body, folded, with its place."""
        bodies = [entry.kind not in _NO_BODIES for entry in self._entries]
        for shape, places in self._index.full.items():
            for place in places:
                if bodies[place]:
                    yield shape, place

    @cached_property
    def _states(self) -> dict[str, Entry]:
        """States by their folded names and demonyms."""
        found: dict[str, Entry] = {}
        for at in self._index.states:
            entry = self._entries[at]
            for name in (*entry.names, *entry.demonyms):
                if entry.countries and not is_acronym(name.text):
                    found.setdefault(key(name.text), entry)
        return found

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(shape.split()[0] for shape in self._states)

    def _country(self, shape: str) -> str | None:
        state = self._states.get(shape)
        return state.countries[0] if state else None

    def _bag(self, shape: str) -> tuple[str, ...]:
        """The words of a folded name that tell, sorted; nothing where all of them are general."""
        forms = name_forms()
        told = []
        for word in self._with_states(_JOINED.sub(r"\1\2", shape).split()):
            if word not in forms.small:
                told += self._with_states(forms.words.get(word, [word]))
        if all(word in forms.general for word in told):
            return ()
        return tuple(sorted(told))

    def _with_states(self, words: list[str]) -> list[str]:
        """Words with the names and demonyms of states replaced by their id, in capitals."""
        if self._first_words.isdisjoint(words):
            return words
        found, at = [], 0
        while at < len(words):
            for size in (3, 2, 1):
                if state := self._states.get(" ".join(words[at : at + size])):
                    found.append(state.id.upper())
                    break
            else:
                found.append(words[at])
            at += size
        return found


def _loosely(bag: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted("people" if word == "popular" else word for word in bag))


def _letters(name: str) -> str:
    """The letters of a name as one word; empty where they are too few to tell."""
    letters = key(name).replace(" ", "")
    digits = any(c.isdigit() for c in letters)
    return letters if len(letters) >= (3 if digits else _SQUEEZED) else ""


def _tail(words: list[str], labels: frozenset[str]) -> list[str]:
    at = len(words)
    while at and words[at - 1] in labels:
        at -= 1
    return words[:at]


def _head(words: list[str], labels: frozenset[str]) -> list[str]:
    at = 0
    while at < len(words) and words[at] in labels:
        at += 1
    return words[at:]


def _alone(found: Iterator[Entry]) -> tuple[Entry, ...]:
    entries = tuple(found)
    return entries if len(entries) == 1 else ()
