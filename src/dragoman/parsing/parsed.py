"""A document with sentences, tokens, dependencies and paired quotation marks."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dragoman.parsing.quotations import Quotation
from dragoman.records import Document, Furniture


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the finding rooms work on.

    `doc` is the parse of the masked text: `doc.text` has the length of `document.text`, token
    offsets (`token.idx`) are offsets into it, furniture is white space, quotes are straight. Words
    are to be cited from `document.text`. `offsets` are those of all tokens. `masked` is `doc.text`,
    which spaCy puts together anew whenever it is asked.
    """

    document: Document
    furniture: tuple[Furniture, ...]
    doc: Doc
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    offsets: Sequence[int]
    masked: str

    def text(self, start: int, end: int) -> str:
        """The words of the document between two offsets."""
        return self.document.text[start:end]

    def span(self, start: int, end: int) -> Span | None:
        """The tokens that lie at least in part between two offsets, if any do.

        As `Doc.char_span` in mode `expand`, which joins the whole text anew at each call.
        """
        first = max(0, bisect_right(self.offsets, start) - 1)
        last = bisect_right(self.offsets, end - 1)
        found = self.doc[first:last]
        if len(found) and found[0].idx + len(found[0]) <= start:
            found = self.doc[first + 1 : last]
        return found if len(found) else None

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a character offset, if any does."""
        found = self.span(offset, offset + 1)
        return found[0] if found else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outermost quotation around an offset, if it stands in one."""
        for quotation in self.quotations:
            if quotation.start > offset:
                return None
            if quotation.depth == 0 and offset < quotation.end:
                return quotation
        return None
