"""The spans of what is said: token ranges to character spans, quotations taken whole."""

from bisect import bisect_left

from dragoman.claims.draft import Draft
from dragoman.claims.spans import spans
from dragoman.parsing import Parsed, Quotation
from dragoman.records import Span
from dragoman.records.claim import Form


class Wording:
    """The content of claims in one text, and whether it stands in quotation marks."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._outer = [quote for quote in parsed.quotations if quote.depth == 0]
        self._ends = [quote.end for quote in self._outer]

    def content(self, draft: Draft) -> tuple[Span, ...]:
        """The spans of what a draft says, by start, without overlap.

        A parse that stops within a quotation is carried to the end of it: what stands between two
        marks was said by one speaker.
        """
        cue = draft.cue.idx
        found = list(draft.quoted)
        found += [self._balanced(one, cue) for one in spans(self._parsed.doc, draft.content)]
        return self._joined(found)

    def form(self, content: tuple[Span, ...]) -> Form:
        """Direct where all words stand in quotation marks, mixed where some do."""
        inside = outside = False
        for span in content:
            at = span.start
            for quote in self._touching(span):
                inside = True
                outside |= self._worded(at, quote.start)
                at = max(at, quote.end)
            outside |= self._worded(at, span.end)
        return "indirect" if not inside else "mixed" if outside else "direct"

    def _touching(self, span: Span) -> list[Quotation]:
        first = bisect_left(self._ends, span.start + 1)
        found = []
        for quote in self._outer[first:]:
            if quote.start >= span.end:
                break
            found.append(quote)
        return found

    def _balanced(self, span: Span, cue: int) -> Span:
        start, end = span.start, span.end
        for quote in self._touching(Span(start=max(start - 1, 0), end=end + 1)):
            low = quote.inside[0]
            if quote.start <= cue < quote.end:
                continue
            if quote.start < start <= low:
                start = quote.start
            elif start <= quote.start or (start < quote.end and cue < quote.start):
                end = max(end, quote.end)
            elif start < quote.end:
                start = quote.start
        return Span(start=start, end=end)

    def _worded(self, start: int, end: int) -> bool:
        return any(c.isalnum() for c in self._parsed.document.text[start:end])

    def _joined(self, found: list[Span]) -> tuple[Span, ...]:
        """Spans that overlap or that only white space parts, as one."""
        text = self._parsed.document.text
        joined: list[Span] = []
        for span in sorted(found):
            if joined and not text[joined[-1].end : span.start].strip():
                last = joined.pop()
                span = Span(start=last.start, end=max(last.end, span.end))
            joined.append(span)
        return tuple(joined)
