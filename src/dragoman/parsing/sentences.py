"""Sentences that never run over a paragraph break, out of a dateline, or on and on."""

from spacy.tokens import Doc, Span, Token

LONGEST = 400
"""Tokens without a full stop after which a sentence is cut at the next comma or line, and at twice
as many anywhere: what runs on like that is a list or noise, and deep trees take quadratic time."""
_STOPS = {".", "!", "?", "…"}


def divide(doc: Doc, dateline_end: int = 0) -> Doc:
    """Marks, before the parser runs, where a sentence must start; returns the same `doc`.

    That is behind every blank line, and behind the dateline, which ends at the given offset: in
    `GENEVA, May 4 (Wire) - Envoys met` the envoys are not of Geneva. Sentences that run on are cut
    too.
    """
    start = 0
    for token in doc[:-1]:
        breaks = token.is_space and token.text.count("\n") > 1
        dateline = token.idx < dateline_end <= token.idx + len(token.text_with_ws)
        if breaks or dateline or _runs_on(token, token.i + 1 - start):
            doc[token.i + 1].is_sent_start = True
            start = token.i + 1
        elif token.text in _STOPS:
            start = token.i + 1
    return doc


def _runs_on(token: Token, length: int) -> bool:
    """Whether a sentence of so many tokens, of which this is the last, has to end here."""
    return length >= LONGEST and (token.is_punct or token.is_space or length >= 2 * LONGEST)


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
