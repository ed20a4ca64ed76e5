"""Sentences that never run over a paragraph break or out of a dateline."""

from spacy.tokens import Doc, Span


def divide(doc: Doc, dateline_end: int = 0) -> Doc:
    """Marks, before the parser runs, where a sentence must start; returns the same `doc`.

    That is behind every blank line, and behind the dateline, which ends at the given offset: in
    `GENEVA, May 4 (Wire) - Envoys met` the envoys are not of Geneva.
    """
    for token in doc[:-1]:
        breaks = token.is_space and token.text.count("\n") > 1
        if breaks or token.idx < dateline_end <= token.idx + len(token.text_with_ws):
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
