"""Long texts in pieces that the parser's memory does not feel."""

from collections.abc import Iterator

LONGEST = 50_000
"""Characters in a piece. A news report fits in one; the parser needs some 100 MB for it."""


def chunks(text: str, longest: int = LONGEST) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, whose concatenation is the text, each with whether it is the last.

    Cuts fall behind a blank line where there is one, else behind a line, else behind a word.
    """
    start = 0
    while len(text) - start > longest:
        stop = _cut(text, start, start + longest)
        yield text[start:stop], False
        start = stop
    yield text[start:], True


def _cut(text: str, start: int, limit: int) -> int:
    for mark in ("\n\n", "\n", " "):
        at = text.rfind(mark, start + 1, limit)
        if at > start:
            return at + len(mark)
    return limit
