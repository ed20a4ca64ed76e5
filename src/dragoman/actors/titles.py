"""Titles before a name: which seats they mean, and the name without them."""

from dragoman import resources
from dragoman.actors.spelling import WORD, folded
from dragoman.actors.vocabulary import vocabulary


class Titles:
    """The titles of `seats.tsv` and the forms of address of `address.tsv`."""

    def __init__(self) -> None:
        self._seats: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._longest: dict[str, int] = {}
        for seat in vocabulary().seats.values():
            for title in seat.titles:
                self._add(title, seat.name)
        for row in resources.table("actors/address.tsv"):
            self._add(row["word"], row["seat"])
        self.words = frozenset(word for title in self._seats for word in title)

    def _add(self, title: str, seat: str) -> None:
        shape = tuple(folded(word) for word in WORD.findall(title))
        held = self._seats.get(shape, ())
        self._seats[shape] = held if not seat or seat in held else (*held, seat)
        self._longest[shape[0]] = max(self._longest.get(shape[0], 0), len(shape))

    def at(self, words: list[str], start: int) -> int:
        """How many folded words from `start` make a title, 0 for none; the longest counts."""
        longest = min(self._longest.get(words[start], 0), len(words) - start)
        for length in range(longest, 0, -1):
            if tuple(words[start : start + length]) in self._seats:
                return length
        return 0

    def seats(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The seats that a title means; empty for a mere form of address or no title."""
        return self._seats.get(words, ())

    def stripped(self, name: str) -> tuple[str, tuple[str, ...]]:
        """The name behind its titles, and the seats they mean. The name is never stripped away."""
        spans = [match.span() for match in WORD.finditer(name)]
        words = [folded(name[start:end]) for start, end in spans]
        seats: list[str] = []
        at = 0
        while at < len(words) - 1 and (length := self.at(words, at)) and at + length < len(words):
            seats += self.seats(tuple(words[at : at + length]))
            at += length
        return (name[spans[at][0] :] if at else name), tuple(dict.fromkeys(seats))
