"""Speech within speech: which claims stand within others, and which of them to keep."""

from collections.abc import Callable, Iterable, Mapping

from dragoman.claims.draft import Draft
from dragoman.claims.words import nobody
from dragoman.parsing import Parsed
from dragoman.records import Span

Worded = tuple[Draft, tuple[Span, ...]]
"""A draft and the spans of what it says."""


class Nesting:
    """Decides which claims of one text are kept, and which claim each stands within.

    A claim within a claim is kept where it passes on another speaker's word ("the radio quoted the
    army as saying"). What somebody says of their own thoughts ("I think that …") adds no speaker,
    nor does a verb in a quotation whose speaker the text does not name.
    """

    def __init__(
        self,
        parsed: Parsed,
        chained: Mapping[str, bool],
        identity: Callable[[Draft], str | None],
    ) -> None:
        self._quotes = [(q.start, q.end) for q in parsed.quotations if q.depth == 0]
        self._chained = chained
        self._identity = identity

    def kept(self, drafts: list[Worded]) -> list[tuple[int, int | None]]:
        """`(index, index of the claim around it)` of every draft to keep, in the given order."""
        around = [_around(number, drafts) for number in range(len(drafts))]
        dropped = {
            number
            for number, outer in enumerate(around)
            if not self._stands(drafts[number][0], None if outer is None else drafts[outer][0])
        }
        kept = []
        for number, outer in enumerate(around):
            while outer is not None and outer in dropped:
                outer = around[outer]
            if number not in dropped:
                kept.append((number, outer))
        return kept

    def _stands(self, draft: Draft, outer: Draft | None) -> bool:
        if outer is None:
            cue = draft.cue.idx
            return bool(draft.quoted) or not any(start <= cue < end for start, end in self._quotes)
        speaker = draft.speaker
        if speaker is None or not self._chained[draft.stance] or speaker.lower_ in nobody():
            return False
        if draft.frame in {"obj", "rest"} or draft.frame.startswith("p:"):
            return False
        return not self._same(draft, speaker.pos_ == "PRON", outer)

    def _same(self, inner: Draft, pronoun: bool, outer: Draft) -> bool:
        """Whether both have one speaker; a pronoun that nothing resolves is taken for the same."""
        if outer.speaker is None or inner.speaker is None:
            return False
        mine, theirs = self._identity(inner), self._identity(outer)
        if mine is not None and theirs is not None:
            return mine == theirs
        return pronoun or inner.speaker.i == outer.speaker.i


def _around(number: int, drafts: list[Worded]) -> int | None:
    """The claim with the shortest content that holds this one's cue."""
    cue = drafts[number][0].cue.idx
    mine = _size(drafts[number][1])
    best: tuple[int, int] | None = None
    for other, (_, content) in enumerate(drafts):
        if other != number and _holds(content, cue):
            size = _size(content)
            if size > mine and (best is None or size < best[0]):
                best = (size, other)
    return best[1] if best else None


def _size(content: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in content)


def _holds(content: Iterable[Span], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in content)
