"""Sentences that never run over a paragraph break."""

from spacy.language import Language
from spacy.tokens import Doc, Span

COMPONENT = "paragraph_breaks"


@Language.component(COMPONENT)
def paragraph_breaks(doc: Doc) -> Doc:
    """Marks the token behind every blank line as the start of a sentence, before the parser."""
    for token in doc[:-1]:
        if token.is_space and token.text.count("\n") > 1:
            doc[token.i + 1].is_sent_start = True
    return doc


def worded(doc: Doc) -> tuple[Span, ...]:
    """The sentences that hold at least one letter or digit, without the white space around them."""
    found = []
    for sentence in doc.sents:
        first, last = sentence.start, sentence.end
        while first < last and doc[first].is_space:
            first += 1
        while last > first and doc[last - 1].is_space:
            last -= 1
        if any(not (token.is_punct or token.is_space) for token in doc[first:last]):
            found.append(doc[first:last])
    return tuple(found)
