"""Parsed → Claim: all cues, put together."""

from collections.abc import Iterator

from dragoman.claims import lexicon as cues
from dragoman.claims.attachments import Attachments
from dragoman.claims.direct import DirectSpeech
from dragoman.claims.draft import Draft
from dragoman.claims.headlines import headlines
from dragoman.claims.hedges import Hedges, within
from dragoman.claims.identity import Mentions
from dragoman.claims.lexicon import Lexicon
from dragoman.claims.media import Media
from dragoman.claims.nesting import Nesting
from dragoman.claims.nouns import Nominal
from dragoman.claims.phrases import AttributingPhrases
from dragoman.claims.spans import name, span
from dragoman.claims.verbs import verbal
from dragoman.claims.wording import Wording
from dragoman.parsing import Parsed
from dragoman.records import Actor, Claim, Found, Span


class ClaimFinder:
    """Finds who says what, in which words, and how firmly.

    Raises `DataError` for a bad entry in `data/cues`.
    """

    def __init__(self) -> None:
        self._lexicon = cues.load()
        self._phrases = AttributingPhrases(self._lexicon.stances)
        self._media = Media()
        self._nominal = Nominal(self._lexicon, self._media)
        self._hedges = Hedges()

    def find(self, parsed: Parsed, actors: tuple[Actor, ...] = ()) -> Found[Claim]:
        """The claims of the text, by start of the first of their spans."""
        wording = Wording(parsed)
        worded = [(draft, wording.content(draft)) for draft in self._drafts(parsed)]
        worded = sorted((one for one in worded if one[1]), key=_bounds)
        make = _Maker(parsed, wording, self._hedges, self._lexicon, actors)
        kept = Nesting(parsed, self._lexicon.chained, make.actor).kept(worded)
        ids = {number: f"c{n}" for n, (number, _) in enumerate(kept, start=1)}
        return Found(
            tuple(
                make.claim(ids[number], *worded[number], None if outer is None else ids[outer])
                for number, outer in kept
            )
        )

    def _drafts(self, parsed: Parsed) -> Iterator[Draft]:
        attachments = Attachments(parsed, self._lexicon)
        direct = DirectSpeech(parsed, self._lexicon, attachments, self._media).drafts()
        yield from direct
        taken = {draft.cue.i for draft in direct}
        yield from verbal(parsed, self._lexicon, attachments, self._media, taken)
        yield from headlines(parsed, taken)
        yield from self._phrases.drafts(parsed)
        yield from self._nominal.drafts(parsed, attachments)


class _Maker:
    """Makes the records of one text."""

    def __init__(
        self,
        parsed: Parsed,
        wording: Wording,
        hedges: Hedges,
        lexicon: Lexicon,
        actors: tuple[Actor, ...],
    ) -> None:
        self._parsed = parsed
        self._wording = wording
        self._hedges = hedges
        self._found = hedges.find(parsed)
        self._stances = lexicon.stances
        self._mentions = Mentions(actors)

    def actor(self, draft: Draft) -> str | None:
        """The id of the actor who speaks, if one of the mentions is the source."""
        speaker = draft.antecedent or draft.speaker
        if speaker is None:
            return None
        source = name(self._parsed.doc, *draft.source) if draft.source else None
        return self._mentions.actor(speaker.idx, source)

    def claim(
        self, number: str, draft: Draft, content: tuple[Span, ...], outer: str | None
    ) -> Claim:
        doc = self._parsed.doc
        cue = span(doc, *draft.cue_range)
        source = name(doc, *draft.source) if draft.source else None
        its = within(self._found, (*content, *((cue,) if cue else ())))
        return Claim(
            id=number,
            source=source,
            actor=self.actor(draft),
            cue=cue,
            content=content,
            form=self._wording.form(content),
            stance=draft.stance,
            hedges=its,
            firmness=self._hedges.firmness(self._stances[draft.stance], its),
            negated=draft.negated,
            audience=span(doc, *draft.audience) if draft.audience else None,
            medium=span(doc, *draft.medium) if draft.medium else None,
            narrator=draft.narrator,
            within=outer,
        )


def _bounds(worded: tuple[Draft, tuple[Span, ...]]) -> tuple[int, int, int]:
    draft, content = worded
    doc = draft.cue.doc
    starts = [content[0].start, draft.cue.idx]
    if draft.source:
        starts.append(doc[draft.source[0]].idx)
    return min(starts), draft.cue.idx, content[-1].end
