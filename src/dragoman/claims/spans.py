"""From tokens to spans of the text."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dragoman.records import Span

Range = tuple[int, int]
"""Half-open token indices."""

_EDGE = {",", ".", ";", ":", "-", "--", "–", "—", ")", "]"}
_EDGE_LEFT = {",", ".", ";", ":", "-", "--", "–", "—"}


def tree(token: Token) -> Range:
    """The range from the leftmost to the rightmost token below `token`."""
    return token.left_edge.i, token.right_edge.i + 1


def minus(ranges: Iterable[Range], holes: Iterable[Range]) -> list[Range]:
    """What of the ranges lies in none of the holes."""
    left = list(ranges)
    for low, high in holes:
        kept: list[Range] = []
        for start, end in left:
            kept += [(start, min(end, low)), (max(start, high), end)]
        left = [(start, end) for start, end in kept if start < end]
    return left


def spans(doc: Doc, ranges: Iterable[Range]) -> tuple[Span, ...]:
    """The ranges as spans, trimmed of white space and stray punctuation, empty ones left out."""
    found = (span(doc, start, end) for start, end in ranges)
    return tuple(one for one in found if one is not None)


def span(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens `start..end` as a span without the punctuation at its edges."""
    while start < end and (doc[start].is_space or doc[start].text in _EDGE_LEFT):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _EDGE):
        if doc[end - 1].text in {")", "]"} and _opens(doc, start, end - 1):
            break
        end -= 1
    if not any(token.is_alpha or token.like_num or token.is_digit for token in doc[start:end]):
        return None
    return Span(start=doc[start].idx, end=doc[end - 1].idx + len(doc[end - 1]))


def mark(token: Token) -> Span:
    """A single token as a span, a colon for instance."""
    return Span(start=token.idx, end=token.idx + len(token))


def name(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens of a speaker's mention as a span, without quotation marks and possessive 's."""
    while start < end and doc[start].is_quote:
        start += 1
    while end > start and (doc[end - 1].is_quote or doc[end - 1].tag_ == "POS"):
        end -= 1
    return span(doc, start, end)


def _opens(doc: Doc, start: int, end: int) -> bool:
    return any(token.text in {"(", "["} for token in doc[start:end])
