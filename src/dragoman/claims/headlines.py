"""Headlines that name the speaker before or behind a colon: "Envoy: Talks must go on"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dragoman.claims.draft import Draft
from dragoman.parsing import Parsed

_LONGEST = 6
"""Words of a speaker's name and title in a headline."""
_LONGEST_LINE = 30
_NAMING = {"NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "CCONJ", "NUM"}


def headlines(parsed: Parsed, taken: set[int]) -> Iterator[Draft]:
    """A draft for each line of one sentence that has a speaker on one side of its colon."""
    doc = parsed.doc
    for start, end in _lines(doc):
        end -= doc[end - 1].text == "."
        if end - start > _LONGEST_LINE or any(t.text in {".", "!"} for t in doc[start:end]):
            continue
        colons = [t for t in doc[start:end] if t.text == ":" and t.i not in taken]
        if len(colons) == 1:
            draft = _draft(doc, start, colons[0], end)
            if draft is not None:
                yield draft


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def _draft(doc: Doc, start: int, colon: Token, end: int) -> Draft | None:
    before, after = (start, colon.i), (colon.i + 1, end)
    if _names(doc, *before) and _says(doc, *after):
        source, content = before, after
    elif _names(doc, *after) and _says(doc, *before):
        source, content = after, before
    else:
        return None
    draft = Draft(colon, "states", (colon.i, colon.i + 1), [content], source=source)
    draft.speaker = doc[source[0] : source[1]].root
    return draft


def _names(doc: Doc, start: int, end: int) -> bool:
    """Whether the words can only name somebody; one capital letter alone is a list item or Q."""
    words = doc[start:end]
    if not 0 < end - start <= _LONGEST or not all(t.pos_ in _NAMING for t in words):
        return False
    return any(t.pos_ in {"PROPN", "NOUN"} and len(t) > 1 for t in words)


def _says(doc: Doc, start: int, end: int) -> bool:
    verbs = ("VERB", "AUX")
    return end - start > 2 and any(token.pos_ in verbs for token in doc[start:end])
