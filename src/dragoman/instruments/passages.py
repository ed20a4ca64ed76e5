"""The passage that a citation stands in: its sentence, the claim around it, and what follows."""

from bisect import bisect_left, bisect_right

from dragoman.parsing import Parsed
from dragoman.records import Claim, Span

FOLLOWING = 3
"""Sentences of the same paragraph behind the citation that still speak of it."""


class Passages:
    """Passages of one document. `cited` are the offsets of its citations."""

    def __init__(self, parsed: Parsed, claims: tuple[Claim, ...], cited: list[int]) -> None:
        self._text = parsed.masked
        self._bounds = [(s.start_char, s.end_char) for s in parsed.sentences]
        self._starts = [start for start, _ in self._bounds]
        self._claims = claims
        self._cited = sorted(cited)

    def around(self, start: int, end: int) -> str:
        """The words of the passage of the citation at these offsets."""
        here = Span(start=start, end=end)
        extent = self.extent(start)
        parts = [self._text[extent.start : extent.end]]
        for claim in self._claims:
            if any(content.overlaps(here) for content in claim.content):
                parts += [self._text[content.start : content.end] for content in claim.content]
        return "\n".join(parts)

    def extent(self, start: int) -> Span:
        """The sentence of an offset and those behind it that still speak of the same."""
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return Span(start=start, end=len(self._text))
        first, last = self._bounds[at]
        for begin, end in self._bounds[at + 1 : at + 1 + FOLLOWING]:
            new_paragraph = "\n\n" in self._text[last : begin + 1]
            next_cited = bisect_left(self._cited, begin)
            cites = self._cited[next_cited : next_cited + 1]
            if new_paragraph or (cites and cites[0] < end):
                break
            last = end
        return Span(start=first, end=last)
