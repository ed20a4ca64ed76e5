"""The unquoted text beside a quotation, within the same sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.claims.words import abbreviations
from dragoman.parsing import Parsed, Quotation
from dragoman.records import Span

_SENTENCE_END = re.compile(r"[.!?…][)\]]?\s+(?=[^a-z\s])|\n\s*")
_WORD = re.compile(r"\w+\Z")
_REACH = 400
"""Characters on each side in which the words that introduce a quotation are looked for."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A quotation and the unquoted text of its sentence on both sides, where there is any."""

    quote: Quotation
    before: Span | None
    after: Span | None


def settings(parsed: Parsed) -> Iterator[Setting]:
    """The outermost quotations of a text with what stands beside them."""
    text = parsed.masked
    quotes = [quote for quote in parsed.quotations if quote.depth == 0]
    for number, quote in enumerate(quotes):
        floor = quotes[number - 1].end if number else 0
        ceiling = quotes[number + 1].start if number + 1 < len(quotes) else len(text)
        yield Setting(quote, _before(text, quote, floor), _after(text, quote, ceiling))


def tokens(parsed: Parsed, part: Span) -> list[Token]:
    """The tokens of a part."""
    return list(parsed.span(part.start, part.end) or ())


def _before(text: str, quote: Quotation, floor: int) -> Span | None:
    start = max(floor, quote.start - _REACH)
    for end in _sentence_ends(text, start, quote.start + 1):
        start = min(end.end(), quote.start)
    return _worded(text, start, quote.start)


def _after(text: str, quote: Quotation, ceiling: int) -> Span | None:
    stop = min(ceiling, quote.end + _REACH)
    end = next(_sentence_ends(text, quote.end, min(stop + 1, len(text))), None)
    return _worded(text, quote.end, end.start() + 1 if end else stop)


def _sentence_ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The ends of sentences, those of abbreviations and initials left out."""
    for match in _SENTENCE_END.finditer(text, start, end):
        word = _WORD.search(text, max(start, match.start() - 12), match.start())
        stop = text[match.start()] == "." and word is not None
        if stop and word and (len(word[0]) == 1 or word[0].lower() in abbreviations()):
            continue
        yield match


def _worded(text: str, start: int, end: int) -> Span | None:
    return Span(start=start, end=end) if any(c.isalnum() for c in text[start:end]) else None
