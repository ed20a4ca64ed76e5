"""Names that are nearly right: safe enough to be meant, or only worth a question."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from dragoman.actors.entries import Entry
from dragoman.actors.index import Index
from dragoman.actors.spelling import key
from dragoman.actors.transliteration import Transliteration, skeleton

SAFE = 90.0
"""Normalised Indel similarity (0..100) from which two spellings are taken for one name, given that
they share a whole word and the skeletons of the others are close."""
WORTH_ASKING = 75.0


class Suggestions:
    """Nearby names, by words and word skeletons that they share."""

    def __init__(self, index: Index, entries: Sequence[Entry], canonical: Transliteration) -> None:
        self._index = index
        self._entries = entries
        self._canonical = canonical

    @cached_property
    def _words(self) -> dict[str, tuple[str, ...]]:
        """Word skeletons → the full names that hold them. Built when first asked for."""
        found: dict[str, list[str]] = defaultdict(list)
        for shape in self._index.full:
            for word in sorted(set(shape.split())):
                if len(word) > 2:
                    found[skeleton(self._canonical.of(word))].append(shape)
        return {word: tuple(shapes) for word, shapes in found.items()}

    def near(self, name: str, cutoff: float, limit: int = 5) -> tuple[tuple[str, float], ...]:
        """Folded names and their similarity to `name`, best first."""
        from rapidfuzz import fuzz

        shape = self._spelt(key(name))
        shapes = {
            found for word in shape.split() for found in self._words.get(skeleton(word), ())[:2000]
        }
        scored = ((found, fuzz.ratio(shape, self._spelt(found))) for found in sorted(shapes))
        close = [(found, score) for found, score in scored if score >= cutoff]
        return tuple(sorted(close, key=lambda pair: (-pair[1], pair[0]))[:limit])

    def asked(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Folded names worth a question, best first, out of all of them."""
        from rapidfuzz import fuzz, process

        shape = key(name)
        close = process.extract(
            shape,
            self._index.full.keys(),
            scorer=fuzz.ratio,
            score_cutoff=WORTH_ASKING,
            limit=limit,
        )
        return tuple(found for found, _, _ in close)

    def same(self, name: str) -> tuple[Entry, ...]:
        """The entries whose spelling is so close that the name is taken for theirs."""
        parts = key(name).split()
        if len(parts) < 2 or len(key(name)) < 8:
            return ()
        best = [shape for shape, _ in self.near(name, SAFE) if self._agree(parts, shape.split())]
        places = self._index.full.get(best[0], ()) if best else ()
        return tuple(self._entries[at] for at in places)

    def _agree(self, parts: list[str], others: list[str]) -> bool:
        """Whether every word has its counterpart: "Ali Hassan" is not "Ali Hussein"."""
        from rapidfuzz import fuzz

        if len(parts) != len(others):
            return False
        if any(
            one != other and {one, other} <= self._states
            for one, other in zip(parts, others, strict=True)
        ):
            return False
        pairs = zip(self._sorted(parts), self._sorted(others), strict=True)
        return all(
            one == other or (one[:1] == other[:1] and fuzz.ratio(one, other) >= 80)
            for one, other in pairs
        )

    @cached_property
    def _states(self) -> frozenset[str]:
        """Words that are names or demonyms of states: "Niger" is no way to spell "Nigeria"."""
        states = [self._entries[at] for at in self._index.states]
        return frozenset(key(n.text) for state in states for n in (*state.names, *state.demonyms))

    def _sorted(self, parts: list[str]) -> list[str]:
        return [skeleton(self._canonical.of(part)) for part in parts]

    def _spelt(self, shape: str) -> str:
        return " ".join(self._canonical.of(word) for word in shape.split())
