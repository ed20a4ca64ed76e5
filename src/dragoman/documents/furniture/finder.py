"""Document → the spans of its text that are not the article."""

from collections.abc import Sequence
from itertools import groupby

from dragoman.documents.furniture.body import Judged, article
from dragoman.documents.furniture.cues import Cues
from dragoman.documents.furniture.lines import Line, cut
from dragoman.documents.furniture.shape import Shapes
from dragoman.records import Document, Found, Furniture

TEXTUAL = 0.5
"""Share from which a line counts as running text."""
PAGE_CUES, PAGE_LINES, PAGE_PART = 4, 10, 0.3
"""A text is a page with an article in it, not an article alone, if it has so many lines with cues,
or so many lines that are no running text and make up so large a part of all lines."""
LIST = 3
"""Lines without running text in a row, within the article, that make a list of links."""
_OUTSIDE = frozenset({"timestamp", "byline", "menu"})
"""Kinds that say little within an article: live reports have their times, lists their numbers."""
_HEADS = frozenset({"related", "comments", "subscribe", "author", "cookies", "menu", "share"})


class FurnitureFinder:
    """Finds what is not the article. Building one loads `data/furniture/`."""

    def __init__(self) -> None:
        self._cues = Cues()
        self._shapes = Shapes()

    def find(self, document: Document) -> Found[Furniture]:
        """The furniture of the text, by start; never the whole text."""
        lines = cut(document.text)
        if len(lines) < 2:
            return Found()
        judged = self._judged(lines)
        kinds = _in_page(judged) if _is_page(judged) else _in_article(judged)
        if all(kinds):
            return Found()
        return Found(tuple(_spans(lines, kinds)))

    def _judged(self, lines: Sequence[Line]) -> list[Judged]:
        shares = self._shapes.judge(lines)
        pairs = zip(lines, shares, strict=True)
        return [
            Judged(line, share, self._cues.of(line.text, len(line.words))) for line, share in pairs
        ]


def _is_page(judged: Sequence[Judged]) -> bool:
    cues = sum(one.cue is not None and one.cue.kind not in _OUTSIDE for one in judged)
    thin = sum(one.share < TEXTUAL for one in judged)
    return cues >= PAGE_CUES or (thin >= PAGE_LINES and thin >= PAGE_PART * len(judged))


def _in_page(judged: Sequence[Judged]) -> list[str]:
    start, end = article(judged)
    if start == end:
        return _in_article(judged)
    kinds = _cued(judged, start, end)
    _mark_lists(judged, kinds, start, end)
    _mark_outside(kinds, 0, start)
    _mark_outside(kinds, end, len(kinds))
    return kinds


def _in_article(judged: Sequence[Judged]) -> list[str]:
    """Marks lines with cues alone, and what stands behind the first cue that ends an article."""
    start, end = article(judged)
    kinds = _cued(judged, start, end)
    for index in range(end, len(judged)):
        cue = judged[index].cue
        if end and cue and cue.stop:
            _mark_outside(kinds, index, len(judged))
            break
    return kinds


def _cued(judged: Sequence[Judged], start: int, end: int) -> list[str]:
    """The kind of every line with a cue; within the article, dates and names may be its own."""
    kinds = [one.cue.kind if one.cue else "" for one in judged]
    for index in range(start, end):
        if kinds[index] in _OUTSIDE:
            kinds[index] = ""
    return kinds


def _mark_outside(kinds: list[str], start: int, end: int) -> None:
    """Marks every line from `start` to `end`; without a cue it takes after the heading."""
    head = "page"
    for index in range(start, end):
        if kinds[index]:
            head = kinds[index] if kinds[index] in _HEADS else "page"
        else:
            kinds[index] = head


def _mark_lists(judged: Sequence[Judged], kinds: list[str], start: int, end: int) -> None:
    """Marks rows of link-like lines within the article that follow a cue."""
    index = start
    while index < end:
        stop = index
        while stop < end and (kinds[stop] or judged[stop].share < TEXTUAL):
            stop += 1
        if stop - index >= LIST and kinds[index] == "related":
            _mark_outside(kinds, index, stop)
        index = stop + 1


def _spans(lines: Sequence[Line], kinds: Sequence[str]) -> list[Furniture]:
    """Neighbouring lines of one kind as one span."""
    found = []
    for kind, group in groupby(zip(lines, kinds, strict=True), key=lambda pair: pair[1]):
        members = [line for line, _ in group]
        if kind:
            found.append(Furniture(start=members[0].start, end=members[-1].end, kind=kind))
    return found
