"""Speech within speech: which claims stand within others, and which of them to keep."""

from collections.abc import Callable, Mapping

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
        around = _around(drafts)
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


def _around(drafts: list[Worded]) -> list[int | None]:
    """For each draft, the claim with the shortest content that holds its cue.

    One sweep over the text: long documents have thousands of claims.
    """
    sizes = [sum(span.end - span.start for span in content) for _, content in drafts]
    spans = sorted(
        (span.start, span.end, number)
        for number, (_, content) in enumerate(drafts)
        for span in content
    )
    found: list[int | None] = [None] * len(drafts)
    open_: list[tuple[int, int, int]] = []
    at = 0
    for number in sorted(range(len(drafts)), key=lambda n: drafts[n][0].cue.idx):
        cue = drafts[number][0].cue.idx
        while at < len(spans) and spans[at][0] <= cue:
            open_.append(spans[at])
            at += 1
        open_ = [span for span in open_ if span[1] > cue]
        larger = [(sizes[n], n) for _, _, n in open_ if n != number and sizes[n] > sizes[number]]
        found[number] = min(larger)[1] if larger else None
    return found
