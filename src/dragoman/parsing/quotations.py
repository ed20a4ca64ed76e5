"""Quotation marks paired across sentences and paragraphs, curly, straight, angled and nested."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MARK = re.compile(r"``|'{2,3}|[“”„«»\"‘’‚']")
_DECADE = re.compile(r"\d\ds?\b")
_FAMILY = {
    **dict.fromkeys("“”„", "curly"),
    **dict.fromkeys("«»", "angled"),
    **dict.fromkeys("‘’‚'", "single"),
    **dict.fromkeys(("``", "''"), "typed"),
    '"': "straight",
}
_DOUBLE = {"curly", "straight"}
_OPENERS = {"“", "„", "«", "‘", "‚", "``"}
_CLOSERS = {"”", "»", "’"}
LONGEST = 5_000
"""Characters after which an opening mark counts as never closed."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks: `start` at the opening one, `end` behind the closing one.

    `depth` is 0 for an outermost quotation, 1 for one inside it. `closed` is false where a
    paragraph ends without a closing mark and the next one opens again: running speech.
    """

    start: int
    end: int
    depth: int
    closed: bool = True
    width: int = 1

    @property
    def inside(self) -> tuple[int, int]:
        """The half-open offsets of what stands between the marks, `width` code points each."""
        return self.start + self.width, self.end - (self.width if self.closed else 0)


@dataclass(slots=True)
class _Open:
    mark: str
    start: int


def pair(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text, by start.

    A paragraph break ends an open quotation: a closing mark later on belongs to the next one, as
    speech over several paragraphs opens anew in each of them. Wires use the same two apostrophes
    on both sides, and keyboards any mark on either, so what stands beside a mark decides.
    """
    found: list[Quotation] = []
    stack: list[_Open] = []
    for mark, start, end, breaks in _marks(text):
        if breaks:
            _close_running(stack, found, breaks)
        partner = _partner(stack, mark)
        if partner is not None and _may_close(text, start, end, mark):
            opened = stack[partner]
            found.append(Quotation(opened.start, end, partner, width=len(mark)))
            del stack[partner:]
        elif _may_open(text, start, end, mark):
            stack.append(_Open(mark, start))
        while stack and start - stack[0].start > LONGEST:
            stack.pop(0)
    if stack and (stop := _paragraph_end(text, stack[0].start)) <= len(text):
        _close_running(stack, found, stop)
    return _nested(sorted(found, key=lambda q: (q.start, -q.end)))


def _nested(found: list[Quotation]) -> tuple[Quotation, ...]:
    """The quotations with their depth; marks that were never closed hold nothing."""
    around: list[int] = []
    deep = []
    for quote in found:
        while around and around[-1] <= quote.start:
            around.pop()
        deep.append(replace(quote, depth=len(around)))
        around.append(quote.end)
    return tuple(deep)


def _marks(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Each mark with its bounds and the offset of the paragraph break before it, or 0."""
    last = 0
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark in {"'", "’", "‘"} and _is_apostrophe(text, match.start()):
            continue
        gap = text.find("\n\n", last, match.start())
        last = match.end()
        for part, start in _split(text, mark, match.start()):
            yield part, start, start + len(part), gap if gap >= 0 else 0
            gap = -1


def _split(text: str, mark: str, start: int) -> list[tuple[str, int]]:
    """Three apostrophes are a single and a double mark; the double one stands outside."""
    if mark != "'''":
        return [(mark, start)]
    if text[start - 1 : start].strip():
        return [("'", start), ("''", start + 1)]
    return [("''", start), ("'", start + 2)]


def _is_apostrophe(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return after.isalnum() and (before.isalnum() or _DECADE.match(text, at + 1) is not None)


def _partner(stack: list[_Open], mark: str) -> int | None:
    """The depth of the innermost open quotation that this mark can close."""
    family = _FAMILY[mark]
    if mark in _OPENERS and family != "curly":
        return None
    for depth in range(len(stack) - 1, -1, -1):
        if _FAMILY[stack[depth].mark] == family:
            return depth
    if family in _DOUBLE and stack and _FAMILY[stack[-1].mark] in _DOUBLE:
        return len(stack) - 1
    return None


def _may_open(text: str, start: int, end: int, mark: str) -> bool:
    if mark in _OPENERS:
        return True
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if not after or after.isspace():
        return mark == "”" and not before.strip() and text[end : end + 2].strip() != ""
    if mark in _CLOSERS:
        return mark == "”" and not before.strip() and after.isalnum()
    return not before.isalnum() and before not in {".", ",", "!", "?"}


def _may_close(text: str, start: int, end: int, mark: str) -> bool:
    if mark in {"”", "»"}:
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark in _OPENERS:
        return (
            bool(before.strip()) and not after.strip() and before not in {"(", "[", "—", "–", "-"}
        )
    return bool(before) and not after.isalnum() and not (before.isspace() and after.strip())


def _close_running(stack: list[_Open], found: list[Quotation], stop: int) -> None:
    opened = stack[0] if stack else None
    if opened and _FAMILY[opened.mark] != "single" and opened.start < stop:
        found.append(Quotation(opened.start, stop, 0, closed=False, width=len(opened.mark)))
    stack.clear()


def _paragraph_end(text: str, at: int) -> int:
    stop = text.find("\n\n", at)
    return stop if stop >= 0 else len(text.rstrip())
