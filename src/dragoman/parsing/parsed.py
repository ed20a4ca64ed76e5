"""A document with sentences, tokens, dependencies and paired quotation marks."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dragoman.parsing.quotations import Quotation
from dragoman.records import Document, Furniture


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the finding rooms work on.

    `doc` is the parse of the masked text: `doc.text` has the length of `document.text`, token
    offsets (`token.idx`) are offsets into it, furniture is white space, quotes are straight. Words
    are to be cited from `document.text`.
    """

    document: Document
    furniture: tuple[Furniture, ...]
    doc: Doc
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]

    def text(self, start: int, end: int) -> str:
        """The words of the document between two offsets."""
        return self.document.text[start:end]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a character offset, if any does."""
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outermost quotation around an offset, if it stands in one."""
        for quotation in self.quotations:
            if quotation.start > offset:
                return None
            if quotation.depth == 0 and offset < quotation.end:
                return quotation
        return None
