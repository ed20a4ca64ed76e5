"""Direct speech: quotations, the words that introduce them, and how they go on."""

from spacy.tokens import Token

from dragoman.claims.attachments import Attachments
from dragoman.claims.clauses import kind
from dragoman.claims.draft import Draft
from dragoman.claims.lexicon import Cue, Lexicon
from dragoman.claims.media import Media
from dragoman.claims.parts import Setting, settings, tokens
from dragoman.claims.speaker import Speaker, named, passive, subject
from dragoman.claims.verbs import addressee, cue_of, cue_range, is_negated, spoken_by
from dragoman.parsing import Parsed
from dragoman.records import Span

_OPEN_ENDS = (",", "?", "!", "-", "—", "–", "…", "...")
_ENDS = (*_OPEN_ENDS, ".")
_FEW = 3
"""Quotations of so many words or fewer are mostly single words set apart, not speech."""
_NOMINAL = {"NOUN", "PROPN", "PRON"}
_MISTAKEN = {"NOUN", "PROPN", "ADJ"}
"""What taggers take a verb behind a quotation for."""
_LABEL = {"NOUN", "PROPN", "DET", "ADJ", "PART", "CCONJ", "SPACE"}
_LONGEST_LABEL = 8
"""Words of a speaker's name and title before a colon."""
_DASHES = {"-", "--", "–", "—", "|"}


class DirectSpeech:
    """The quotations of one text and what introduces them."""

    def __init__(
        self, parsed: Parsed, lexicon: Lexicon, attachments: Attachments, media: Media
    ) -> None:
        self._parsed = parsed
        self._text = parsed.masked
        self._lexicon = lexicon
        self._attachments = attachments
        self._media = media

    def drafts(self) -> list[Draft]:
        """One draft for each introduced quotation, with those that carry it on."""
        found: list[Draft] = []
        last: Draft | None = None
        last_end, running = 0, False
        for setting in settings(self._parsed):
            quote = setting.quote
            if "\n\n" in self._text[last_end : quote.start] and not running:
                last = None
            draft = self._draft(setting, last)
            last_end, running = quote.end, not quote.closed
            if draft is not None and draft is not last:
                found.append(draft)
            last = draft or last
        return found

    def _draft(self, setting: Setting, last: Draft | None) -> Draft | None:
        quote = Span(start=setting.quote.start, end=setting.quote.end)
        introduced = self._colon(setting) or self._behind(setting) or self._ahead(setting)
        if introduced is not None:
            verb, part = introduced
            if last is not None and last.cue.i == verb.i:
                last.quoted.append(quote)
                return last
            begin = quote.start
            if part is setting.after and setting.before is not None:
                begin = self._start_of_mixed(setting.before, quote)
            return self._new(verb, Span(start=begin, end=quote.end), part)
        if last is not None and self._carries_on(setting, last):
            last.quoted.append(quote)
            return last
        return None

    def _colon(self, setting: Setting) -> tuple[Token, Span] | None:
        """`X put it this way: "…"` and `X: "…"`; a colon needs no verb of saying."""
        part = setting.before
        if part is None or not self._text[part.start : part.end].rstrip().endswith(":"):
            return None
        found = tokens(self._parsed, part)
        label = _label(found)
        if label is not None and self._words(setting) > 1:
            return label[-1], Span(start=label[0].idx, end=part.end)
        verbs = [t for t in found if self._quoting(t)] or [t for t in found if _main_verb(t)]
        return (verbs[-1], part) if verbs else None

    def _behind(self, setting: Setting) -> tuple[Token, Span] | None:
        """`"…," X said`: the first verb behind the quotation is one of saying."""
        part = setting.after
        if part is None:
            return None
        closing = self._text[: setting.quote.inside[1]].rstrip()
        comma = self._text[part.start : part.start + 2].lstrip().startswith(",")
        bare = setting.before is None and not closing.endswith(".") and self._words(setting) > _FEW
        if not (closing.endswith(_OPEN_ENDS) or comma or bare):
            return None
        for token in tokens(self._parsed, part):
            if self._quoting(token) and token.tag_ != "VBG" and not _bare_infinitive(token):
                return None if _says_more(token) else (token, part)
            if _main_verb(token):
                return None
        return None

    def _ahead(self, setting: Setting) -> tuple[Token, Span] | None:
        """`X said, "…"` and `X said "…"`."""
        part = setting.before
        verbs = [t for t in tokens(self._parsed, part) if self._quoting(t)] if part else []
        if part is None or not verbs:
            return None
        verb = verbs[-1]
        near = self._text[verb.idx + len(verb) : part.end].split()
        closes = self._text[: setting.quote.end].rstrip(" \"'”’»").endswith(_ENDS)
        if self._text[part.start : part.end].rstrip().endswith(","):
            clause = any(c.dep_ == "ccomp" and c.idx < part.end for c in verb.rights)
            return None if clause or not (closes or self._words(setting) > 1) else (verb, part)
        if near in ([], ["that"]) and closes and self._words(setting) > _FEW:
            return verb, part
        return None

    def _carries_on(self, setting: Setting, last: Draft) -> bool:
        part = setting.before
        if part is None:
            return True
        behind = [t for t in tokens(self._parsed, part) if t.i > last.cue.i and t.pos_ == "VERB"]
        return part.start <= last.cue.idx < part.end and not behind

    def _new(self, verb: Token, span: Span, part: Span) -> Draft:
        cue = cue_of(verb, self._lexicon)
        stance = cue.stances.get("quote", "states") if cue is not None else "states"
        draft = Draft(verb, stance, cue_range(verb), quoted=[span], negated=is_negated(verb))
        draft.medium = self._media.of(verb)
        draft.audience = addressee(verb)
        return spoken_by(draft, self._speaker(verb, part))

    def _start_of_mixed(self, before: Span, quote: Span) -> int:
        """Where `The plan "will fail," X said` begins, unless other speech stands in between."""
        if any(self._quoting(token) for token in tokens(self._parsed, before)):
            return quote.start
        return before.start

    def _quoting(self, token: Token) -> Cue | None:
        if token.pos_ != "VERB" and not (token.dep_ == "ROOT" and token.pos_ in _MISTAKEN):
            return None
        cue = cue_of(token, self._lexicon)
        return cue if cue is not None and cue.takes("quote") else None

    def _words(self, setting: Setting) -> int:
        return len(self._text[setting.quote.start : setting.quote.end].split())

    def _speaker(self, verb: Token, part: Span) -> Speaker | None:
        found = (
            None
            if passive(verb) or verb.is_punct
            else subject(verb, self._attachments, self._media)
        )
        if found is not None and part.start <= found.head.idx < part.end:
            return found
        words = [t for t in tokens(self._parsed, part) if t.pos_ in _NOMINAL and _free(t)]
        ahead = [token for token in words if token.i < verb.i]
        if ahead:
            return named(ahead[-1], verb)
        behind = next((token for token in words if token.i > verb.i), None)
        return _inverted(behind, self._end(part)) if behind is not None else found

    def _end(self, part: Span) -> int:
        """The token index behind the last token of a part."""
        found = tokens(self._parsed, part)
        return found[-1].i + 1 if found else 0


def _inverted(head: Token, stop: int) -> Speaker:
    """`said a delegate from the north, who …` where the parse takes the speaker for an object."""
    start, end = head.left_edge.i, max(head.right_edge.i + 1, head.i + 1)
    while end < stop and not head.doc[end].is_punct and head.doc[end].dep_ != "npadvmod":
        end += 1
    return Speaker(head, (start, end))


def _main_verb(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP"} and token.dep_ not in {"relcl", "aux", "auxpass"}


def _bare_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.dep_ == "aux" for child in verb.children)


def _says_more(verb: Token) -> bool:
    """Whether the verb has something else to say behind it: "“Iron Gate,” urged them to stay"."""
    return any(c.dep_ in {"ccomp", "xcomp"} and kind(c) != "ing" for c in verb.rights)


def _label(found: list[Token]) -> list[Token] | None:
    """The tokens from a speaker's name to the colon behind it, where nothing else stands there."""
    colon = next(n for n in range(len(found) - 1, -1, -1) if found[n].text == ":")
    start = colon
    while start > 0 and found[start - 1].pos_ in _LABEL and colon - start < _LONGEST_LABEL:
        start -= 1
    if start > 0 and found[start - 1].text not in _DASHES:
        return None
    named = any(token.is_title or token.pos_ == "PROPN" for token in found[start:colon])
    return found[start : colon + 1] if named else None


def _free(token: Token) -> bool:
    return token.dep_ not in {"pobj", "compound", "poss", "nmod", "npadvmod", "appos"}
