"""Document → the spans of its text that are not the article."""

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from dragoman.documents.furniture.body import Judged
from dragoman.documents.furniture.cues import Cues
from dragoman.documents.furniture.head import with_titles, without_head
from dragoman.documents.furniture.lines import Line, cut
from dragoman.documents.furniture.marking import in_article, in_page, is_page
from dragoman.documents.furniture.shape import Shapes
from dragoman.records import Document, Found, Furniture


class FurnitureFinder:
    """Finds what is not the article. The first text of several lines loads `data/furniture/`."""

    @cached_property
    def _cues(self) -> Cues:
        return Cues()

    @cached_property
    def _shapes(self) -> Shapes:
        return Shapes()

    def find(self, document: Document) -> Found[Furniture]:
        """The furniture of the text, by start; never the whole text."""
        lines = cut(document.text)
        if len(lines) < 2:
            return Found()
        judged = self._judged(lines)
        page = is_page(judged)
        kinds = self._page_kinds(judged, document.title) if page else in_article(judged)
        if all(kinds):
            return Found()
        return Found(tuple(_spans(lines, kinds)))

    def article_lines(self, text: str, title: str | None) -> list[str]:
        """The lines of an extracted article without furniture, repetitions and headline."""
        judged = without_head(with_titles(self._judged(cut(text)), title))
        return [
            one.line.text for one, kind in zip(judged, in_article(judged), strict=True) if not kind
        ]

    def page_lines(self, text: str, title: str | None) -> list[str]:
        """The lines of the article in the text of a page, without furniture."""
        judged = self._judged(cut(text))
        kinds = self._page_kinds(judged, title)
        return [one.line.text for one, kind in zip(judged, kinds, strict=True) if not kind]

    def _page_kinds(self, judged: Sequence[Judged], title: str | None) -> list[str]:
        first = judged[0].line.text if judged else None
        return in_page(with_titles(judged, title, first))

    def _judged(self, lines: Sequence[Line]) -> list[Judged]:
        distinct = {line.text: len(line.words) for line in lines}
        cues = {text: self._cues.of(text, words) for text, words in distinct.items()}
        shares = self._shapes.judge(lines)
        return [
            Judged(line, share, cues[line.text]) for line, share in zip(lines, shares, strict=True)
        ]


def _spans(lines: Sequence[Line], kinds: Sequence[str]) -> list[Furniture]:
    """Neighbouring lines of one kind as one span."""
    found = []
    for kind, group in groupby(zip(lines, kinds, strict=True), key=lambda pair: pair[1]):
        members = [line for line, _ in group]
        if kind:
            found.append(Furniture(start=members[0].start, end=members[-1].end, kind=kind))
    return found
