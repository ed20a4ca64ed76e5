"""Parsed → Claim: all cues, put together."""

from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.claims import lexicon as cues
from dragoman.claims.direct import DirectSpeech
from dragoman.claims.draft import Draft
from dragoman.claims.hedges import Hedges, within
from dragoman.claims.identity import Mentions
from dragoman.claims.phrases import AttributingPhrases
from dragoman.claims.spans import span, spans
from dragoman.claims.verbs import verbal
from dragoman.parsing import Parsed
from dragoman.records import Actor, Claim, Found, Hedge, Span
from dragoman.records.claim import Form


class ClaimFinder:
    """Finds who says what, in which words, and how firmly.

    Raises `DataError` for a bad entry in `data/cues`.
    """

    def __init__(self) -> None:
        self._lexicon = cues.load()
        self._phrases = AttributingPhrases(dict(self._lexicon.stances))
        self._hedges = Hedges()

    def find(self, parsed: Parsed, actors: tuple[Actor, ...] = ()) -> Found[Claim]:
        """The claims of the text, by start of the first of their spans."""
        direct = DirectSpeech(parsed, self._lexicon).drafts()
        drafts = list(direct)
        drafts += verbal(parsed, self._lexicon, {draft.cue.i for draft in direct})
        drafts += self._phrases.drafts(parsed)
        hedges = self._hedges.find(parsed)
        who = Mentions(actors)
        claims = [self._claim(parsed, draft, hedges, who) for draft in drafts]
        known = sorted((c for c in claims if c is not None), key=_first)
        return Found(tuple(_numbered(known)))

    def _claim(
        self, parsed: Parsed, draft: Draft, hedges: list[Hedge], who: Mentions
    ) -> Claim | None:
        doc = parsed.doc
        content = _content(parsed, draft)
        cue = span(doc, *draft.cue_range)
        if not content or cue is None:
            return None
        source = span(doc, *draft.source) if draft.source else None
        its = within(hedges, (*content, cue))
        speaker = draft.antecedent or draft.speaker
        return Claim(
            id="",
            source=source,
            actor=who.actor(speaker.idx, source) if speaker is not None else None,
            cue=cue,
            content=content,
            form=_form(parsed, content),
            stance=draft.stance,
            hedges=its,
            firmness=self._hedges.firmness(self._lexicon.stances[draft.stance], its),
            negated=draft.negated,
            audience=span(doc, *draft.audience) if draft.audience else None,
        )


def _content(parsed: Parsed, draft: Draft) -> tuple[Span, ...]:
    return tuple(sorted({*draft.quoted, *spans(parsed.doc, draft.content)}))


def _form(parsed: Parsed, content: tuple[Span, ...]) -> Form:
    inside = outside = False
    for one in content:
        for quotation in parsed.quotations:
            if quotation.start < one.end and one.start < quotation.end:
                inside = True
                outside |= one.start < quotation.start - 1 or one.end > quotation.end + 1
    return "indirect" if not inside else "mixed" if outside else "direct"


def _first(claim: Claim) -> tuple[int, int]:
    every = [*claim.content, *(one for one in (claim.source, claim.cue) if one is not None)]
    return min(one.start for one in every), max(one.end for one in every)


def _numbered(claims: Iterable[Claim]) -> Iterable[Claim]:
    for number, claim in enumerate(claims, start=1):
        yield replace(claim, id=f"c{number}")
