"""A sentence and two spans → the token ids that the relation model reads."""

from dataclasses import dataclass
from itertools import chain

from tokenizers import Tokenizer

from dragoman.errors import UsageError
from dragoman.records import Span

CLS, SEP = 101, 102
MARKS = (1, 2, 3, 4)
"""Ids of `[unused0]` … `[unused3]`: source begins, source ends, target begins, target ends."""
LONGEST = 128
"""Tokens that the model reads at most, marks included; news sentences have some 40."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """Token ids, and the places of the marks that open the source and the target."""

    ids: tuple[int, ...]
    source: int
    target: int


def encode(tokenizer: Tokenizer, text: str, source: Span, target: Span) -> Encoded:
    """The tokens of `text` with marks round the pair, cut to `LONGEST` around it.

    Raises `UsageError` when a span is empty or reaches outside the text.
    """
    for name, span in (("source", source), ("target", target)):
        if not 0 <= span.start < span.end <= len(text):
            reason = f"{name} {span.start}..{span.end} is not a span of the text"
            raise UsageError(f"{reason} ({len(text)} characters)")
    encoding = tokenizer.encode(text, add_special_tokens=False)
    opened_source, closed_source = _cover(encoding.offsets, source)
    opened_target, closed_target = _cover(encoding.offsets, target)
    places = (opened_source, closed_source, opened_target, closed_target)
    first, last = _window(len(encoding.ids), min(places), max(places))
    ids = _marked(encoding.ids, places, first, last)
    return Encoded(ids, ids.index(MARKS[0]), ids.index(MARKS[2]))


def _cover(offsets: list[tuple[int, int]], span: Span) -> tuple[int, int]:
    """The first token that ends after the span begins, and the one past the last inside it."""
    begin = next((i for i, (_, end) in enumerate(offsets) if end > span.start), len(offsets))
    end = next((i for i, (start, _) in enumerate(offsets) if start >= span.end), len(offsets))
    return begin, max(begin, end)


def _window(length: int, first: int, last: int) -> tuple[int, int]:
    """At most `LONGEST` tokens with the pair in the middle; a pair far apart loses its middle."""
    room = LONGEST - 6
    if length <= room:
        return 0, length
    spare = max(0, room - (last - first))
    begin = max(0, min(first - spare // 2, length - room))
    return begin, min(length, max(begin + room, last))


def _marked(ids: list[int], places: tuple[int, ...], first: int, last: int) -> tuple[int, ...]:
    opened: dict[int, list[int]] = {}
    closed: dict[int, list[int]] = {}
    for mark, place in zip(MARKS, places, strict=True):
        (closed if mark in (MARKS[1], MARKS[3]) else opened).setdefault(place, []).append(mark)
    body = list(
        chain.from_iterable(
            [*closed.get(i, []), *opened.get(i, []), *(ids[i : i + 1] if i < last else [])]
            for i in range(first, last + 1)
        )
    )
    if len(body) > LONGEST - 2:
        body = _shortened(body)
    return (CLS, *body, SEP)


def _shortened(body: list[int]) -> list[int]:
    """Tokens without marks dropped from the middle until the sentence fits."""
    surplus = len(body) - (LONGEST - 2)
    middle = sorted(range(len(body)), key=lambda i: (abs(i - len(body) // 2), i))
    dropped = {i for i in middle if body[i] not in MARKS}
    order = [i for i in middle if i in dropped][:surplus]
    gone = set(order)
    return [token for i, token in enumerate(body) if i not in gone]
