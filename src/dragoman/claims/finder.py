"""Parsed → Claim: all cues, put together."""

from collections.abc import Iterator

from dragoman.claims import lexicon as cues
from dragoman.claims import words
from dragoman.claims.attachments import Attachments
from dragoman.claims.direct import DirectSpeech
from dragoman.claims.draft import Draft
from dragoman.claims.headlines import headlines
from dragoman.claims.hearsay import hearsay
from dragoman.claims.hedges import Hedges
from dragoman.claims.making import Making
from dragoman.claims.media import Media
from dragoman.claims.nesting import Nesting
from dragoman.claims.nouns import Nominal
from dragoman.claims.phrases import AttributingPhrases
from dragoman.claims.verbs import verbal
from dragoman.claims.wording import Wording
from dragoman.parsing import Parsed
from dragoman.records import Actor, Claim, Found, Span


class ClaimFinder:
    """Finds who says what, in which words, and how firmly.

    Raises `DataError` for a bad entry in `data/cues`.
    """

    def __init__(self) -> None:
        words.load()
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
        making = Making(parsed, wording, self._hedges, self._lexicon.stances, actors)
        worded = [one for one in worded if not making.is_mute(one[0])]
        kept = Nesting(parsed, self._lexicon.chained, making.actor).kept(worded)
        return Found(tuple(making.claims(worded, kept)))

    def _drafts(self, parsed: Parsed) -> Iterator[Draft]:
        attachments = Attachments(parsed, self._lexicon)
        direct = DirectSpeech(parsed, self._lexicon, attachments, self._media).drafts()
        yield from direct
        taken = {draft.cue.i for draft in direct}
        said = list(verbal(parsed, self._lexicon, attachments, self._media, taken))
        yield from said
        yield from headlines(parsed, taken)
        yield from self._phrases.drafts(parsed)
        yield from self._nominal.drafts(parsed, attachments)
        yield from hearsay(parsed, self._hedges, taken | {draft.cue.i for draft in said})


def _bounds(worded: tuple[Draft, tuple[Span, ...]]) -> tuple[int, int, int]:
    draft, content = worded
    doc = draft.cue.doc
    starts = [content[0].start, draft.cue.idx]
    if draft.source:
        starts.append(doc[draft.source[0]].idx)
    return min(starts), draft.cue.idx, content[-1].end
