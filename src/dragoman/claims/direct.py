"""Direct speech: quotations, the verbs that introduce them, and how they go on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.claims.draft import Draft
from dragoman.claims.lexicon import Cue, Lexicon
from dragoman.claims.speaker import Speaker, named, passive, subject
from dragoman.claims.verbs import cue_of, cue_range, is_negated, spoken_by
from dragoman.parsing import Parsed, Quotation
from dragoman.records import Span

_SENTENCE_END = re.compile(r"[.!?][)\]]?\s+(?=[^a-z\s])|\n\s*")
_CLOSES = (",", "?", "!", "-", "—", "–", "…", ".")


@dataclass(frozen=True, slots=True)
class _Part:
    """Unquoted text beside a quotation, within the same sentence, as token indices."""

    start: int
    end: int


class DirectSpeech:
    """The quotations of one text and what introduces them."""

    def __init__(self, parsed: Parsed, lexicon: Lexicon) -> None:
        self._parsed = parsed
        self._doc: Doc = parsed.doc
        self._text = parsed.doc.text
        self._lexicon = lexicon
        self._index = {token.idx: token.i for token in parsed.doc}
        self._starts = [token.idx for token in parsed.doc]

    def drafts(self) -> list[Draft]:
        """One draft for each introduced quotation, with those that carry it on."""
        found: list[Draft] = []
        quotes = [q for q in self._parsed.quotations if q.depth == 0]
        last: Draft | None = None
        last_end = 0
        for number, quote in enumerate(quotes):
            before = quotes[number - 1].end if number else 0
            after = quotes[number + 1].start if number + 1 < len(quotes) else len(self._text)
            if "\n\n" in self._text[last_end : quote.start]:
                last = None
            last_end = quote.end
            draft = self._draft(quote, self._before(quote, before), self._after(quote, after), last)
            if draft is None:
                continue
            if draft is not last:
                found.append(draft)
            last = draft
        return found

    def _draft(
        self, quote: Quotation, before: Span | None, after: Span | None, last: Draft | None
    ) -> Draft | None:
        start, end = quote.inside
        words = self._text[start:end].split()
        closes = self._text[:end].rstrip().endswith(_CLOSES)
        comma = self._text[quote.end : quote.end + 2].lstrip().startswith(",")
        if after is not None and (closes or comma) and not self._text[:end].endswith("."):
            verb = self._first_cue(after)
            if verb is not None:
                if last is not None and last.cue is verb:
                    last.quoted.append(Span(start=quote.start, end=quote.end))
                    return last
                begin = (
                    before.start
                    if before is not None and self._whole(before, quote)
                    else quote.start
                )
                return self._new(verb, Span(start=begin, end=quote.end), after)
        if before is not None:
            lead = self._text[before.start : before.end].rstrip()
            if lead.endswith((",", ":")) or (len(words) > 3 and closes):
                verb = self._last_cue(before, lead.endswith((",", ":")))
                if verb is not None:
                    if last is not None and last.cue is verb:
                        last.quoted.append(Span(start=quote.start, end=quote.end))
                        return last
                    return self._new(verb, Span(start=quote.start, end=quote.end), before)
        if last is not None and (before is None or self._interrupts(before, last)):
            last.quoted.append(Span(start=quote.start, end=quote.end))
            return last
        return None

    def _new(self, verb: Token, span: Span, part: Span) -> Draft:
        cue = cue_of(verb, self._lexicon)
        assert cue is not None
        draft = Draft(verb, cue.stance, cue_range(verb), quoted=[span], negated=is_negated(verb))
        return spoken_by(draft, self._speaker(verb, part))

    def _before(self, quote: Quotation, floor: int) -> Span | None:
        """The unquoted text before a quotation in the same sentence; none where it starts one."""
        start = max(floor, quote.start - 400)
        for match in _SENTENCE_END.finditer(self._text, start, quote.start):
            start = match.end()
        if not any(c.isalnum() for c in self._text[start : quote.start]):
            return None
        return Span(start=start, end=quote.start)

    def _after(self, quote: Quotation, ceiling: int) -> Span | None:
        stop = min(ceiling, quote.end + 400)
        match = _SENTENCE_END.search(self._text, quote.end, stop)
        end = match.start() + 1 if match else stop
        if not any(c.isalnum() for c in self._text[quote.end : end]):
            return None
        return Span(start=quote.end, end=end)

    def _tokens(self, part: Span) -> Iterator[Token]:
        span = self._doc.char_span(part.start, part.end, alignment_mode="expand")
        return iter(span or ())

    def _quoting(self, token: Token) -> Cue | None:
        if token.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or token.tag_ == "VB":
            return None
        cue = cue_of(token, self._lexicon)
        return cue if cue is not None and "quote" in cue.frames else None

    def _first_cue(self, part: Span) -> Token | None:
        """The verb of "…," X said: the first one in the part, before any other main verb."""
        for count, token in enumerate(self._tokens(part)):
            if token.pos_ == "VERB" and self._quoting(token) is not None:
                return token
            if count > 30 or (token.tag_ in {"VBD", "VBZ"} and token.dep_ == "ROOT"):
                return None
        return None

    def _last_cue(self, part: Span, clear: bool) -> Token | None:
        cues = [t for t in self._tokens(part) if t.pos_ == "VERB" and self._quoting(t) is not None]
        if not cues:
            return None
        if clear:
            return cues[-1]
        near = self._text[cues[-1].idx + len(cues[-1]) : part.end].split()
        return cues[-1] if not near or near == ["that"] else None

    def _whole(self, before: Span, quote: Quotation) -> bool:
        return not any(self._quoting(t) for t in self._tokens(before) if t.pos_ == "VERB")

    def _interrupts(self, before: Span, last: Draft) -> bool:
        return before.start <= last.cue.idx < before.end

    def _speaker(self, verb: Token, part: Span) -> Speaker | None:
        found = None if passive(verb) else subject(verb)
        if found is not None and part.start <= found.head.idx < part.end:
            return found
        if found is not None and self._parsed.quotation_at(found.head.idx) is None:
            return found
        for token in self._tokens(part):
            if token.pos_ in {"PROPN", "PRON", "NOUN"} and token.dep_ in {"nsubj", "dobj", "ROOT"}:
                return named(token, verb)
        return None
