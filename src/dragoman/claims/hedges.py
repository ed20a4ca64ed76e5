"""Words that weaken a claim, and how firmly it is put forward with them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman import resources
from dragoman.claims.lexicon import share
from dragoman.parsing import Parsed
from dragoman.records import Hedge, Span

HEDGES = "cues/hedges.tsv"
KINDS = ("alleged", "reported", "apparent", "possible", "probable", "unverified")


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    kind: str
    tag: str
    clause: bool


class Hedges:
    """The hedges of `data/cues/hedges.tsv`: where they stand and how much they take off."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        self._factors: dict[str, float] = {}
        for row in resources.table(HEDGES, ("phrase", "kind", "factor")):
            words = tuple(row["phrase"].lower().replace("-", " - ").split())
            entry = _Entry(words, row.choice("kind", KINDS), row["tag"], row["clause"] == "yes")
            self._by_first.setdefault(words[0], []).append(entry)
            self._factors[row["phrase"].lower()] = share(row, "factor")
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def find(self, parsed: Parsed) -> list[Hedge]:
        """Every hedge of the text, by start; of two that start together the longer."""
        found = []
        doc = parsed.doc
        for token in doc:
            entry = self._entry(token)
            if entry is not None:
                last = doc[token.i + len(entry.words) - 1]
                found.append(hedge(parsed, token.idx, last.idx + len(last), entry.kind))
        return found

    def attributes(self, token: Token) -> str | None:
        """The kind of an adverb that attributes its clause ("reportedly"), if it is one."""
        entry = self._entry(token)
        return entry.kind if entry is not None and entry.clause else None

    def firmness(self, base: float, hedges: Iterable[Hedge]) -> float:
        """The firmness of a stance, weakened by each hedge, in 0..1, to two places."""
        for one in hedges:
            base *= self._factors.get(" ".join(one.text.lower().split()), 1.0)
        return round(base, 2)

    def _entry(self, token: Token) -> _Entry | None:
        for entry in self._by_first.get(token.lower_, ()):
            if entry.tag and entry.tag not in {token.tag_, token.dep_}:
                continue
            words = token.doc[token.i : token.i + len(entry.words)]
            if tuple(word.lower_ for word in words) == entry.words:
                return entry
        return None


def hedge(parsed: Parsed, start: int, end: int, kind: str) -> Hedge:
    """A hedge record for a span of the text."""
    return Hedge(start=start, end=end, text=parsed.text(start, end), kind=kind)


def within(hedges: Sequence[Hedge], spans: Iterable[Span]) -> tuple[Hedge, ...]:
    """Those of the hedges, sorted by start, that lie in one of the spans."""
    found: dict[int, Hedge] = {}
    for span in spans:
        at = bisect_left(hedges, span.start, key=lambda hedge: hedge.start)
        while at < len(hedges) and hedges[at].start < span.end:
            if hedges[at].end <= span.end:
                found[hedges[at].start] = hedges[at]
            at += 1
    return tuple(found[start] for start in sorted(found))
