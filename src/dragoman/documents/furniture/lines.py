"""A text cut into lines, where lines that were wrapped at a fixed width count as one."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_FINAL = re.compile(r"[.!?…][\"'”’»)\]\s]*$|[,;:][\"'”’»]?$|[\"”»]$")
# A statement quoted from a social network: addresses behind its last sentence, its author below.
_ADDRESSES = re.compile(r"(?: +(?:https?://|pic\.|[#@])\S{1,60}+)+$")
_SIGNED = re.compile(r"[—–-] ?[^()]{2,60}\(@\w{1,30}\)")
_ENDED = re.compile(r"[.!?…:_-][\"'”’»)\]]*$|\)$")
WIDEST_WRAP = 120
"""Characters above which a line cannot come from hard wrapping."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it: half-open offsets, its words, and its block.

    Lines with no blank line between them share a `block` number.
    """

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    block: int

    @property
    def final(self) -> bool:
        """Whether the line ends as a sentence, or a part of one, does."""
        if _SIGNED.match(self.text):
            return True
        ending = _ADDRESSES.sub("", self.text[-160:])
        return bool(_FINAL.search(ending[-6:]))


def cut(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold anything but white space, in order."""
    pieces = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    width = max((end - start for start, end in pieces), default=0)
    wrapped = width <= WIDEST_WRAP
    joined: list[tuple[int, int, int]] = []
    block, last_end, last_length = 0, 0, 0
    for start, end in pieces:
        apart = text.count("\n", last_end, start) > 1
        block += apart
        if joined and not apart and _runs_on(text, joined[-1], start, last_length, wrapped, width):
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        else:
            joined.append((start, end, block))
        last_end, last_length = end, end - start
    return tuple(_line(text, *piece) for piece in joined)


def _runs_on(
    text: str, last: tuple[int, int, int], start: int, length: int, wrapped: bool, width: int
) -> bool:
    """Whether the line at `start` continues the one before: it was full and no sentence ended."""
    before = text[last[0] : last[1]].rstrip()
    after = text[start : start + WIDEST_WRAP].lstrip()
    if length < 40 or _ENDED.search(before[-4:]):
        return wrapped and length >= 0.8 * width and length >= 50 and after[:1].islower()
    return after[:1].islower() or (wrapped and length >= 0.8 * width and width >= 50)


def _line(text: str, start: int, end: int, block: int) -> Line:
    raw = text[start:end]
    body = raw.strip()
    start += raw.index(body)
    return Line(start, start + len(body), body, tuple(_WORD.findall(body)), block)
