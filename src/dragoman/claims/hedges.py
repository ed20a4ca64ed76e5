"""Words that weaken a claim."""

from collections.abc import Iterable

from dragoman import resources
from dragoman.parsing import Parsed
from dragoman.records import Hedge, Span

HEDGES = "cues/hedges.tsv"


class Hedges:
    """The hedges of `data/cues/hedges.tsv`: where they stand and how much they take off."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.factors: dict[str, float] = {}
        for row in resources.table(HEDGES, ("phrase", "kind", "factor")):
            words = tuple(row["phrase"].split())
            self._by_first.setdefault(words[0], []).append((words, row["kind"]))
            self.factors[row["phrase"]] = float(row["factor"])

    def find(self, parsed: Parsed) -> list[Hedge]:
        """Every hedge of the text, by start."""
        found = []
        doc = parsed.doc
        for token in doc:
            for words, kind in self._by_first.get(token.lower_, ()):
                end = token.i + len(words)
                if tuple(t.lower_ for t in doc[token.i : end]) == words:
                    start, stop = token.idx, doc[end - 1].idx + len(doc[end - 1])
                    text = parsed.text(start, stop)
                    found.append(Hedge(start=start, end=stop, text=text, kind=kind))
                    break
        return found

    def firmness(self, base: float, hedges: Iterable[Hedge]) -> float:
        """The firmness of a stance, weakened by each hedge, in 0..1."""
        for hedge in hedges:
            base *= self.factors.get(" ".join(hedge.text.lower().split()), 1.0)
        return round(base, 2)


def within(hedges: Iterable[Hedge], spans: Iterable[Span]) -> tuple[Hedge, ...]:
    """The hedges that lie in one of the spans."""
    wanted = list(spans)
    return tuple(h for h in hedges if any(s.start <= h.start and h.end <= s.end for s in wanted))
