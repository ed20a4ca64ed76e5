"""Speech within speech: which claims stand within others, and which of them to keep."""

from collections.abc import Iterable, Mapping

from dragoman.claims.draft import Draft
from dragoman.claims.words import words
from dragoman.records import Span

_NOBODY = words("cues/nobody.tsv")


def nested(
    drafts: list[tuple[Draft, tuple[Span, ...]]], chained: Mapping[str, bool]
) -> list[tuple[int, int | None]]:
    """`(index, index of the claim around it)` of every draft to keep, in the given order.

    A claim within a claim is kept where another speaker's word is passed on ("the radio quoted the
    army as saying"), which the stance decides. What somebody says of their own thoughts ("I think
    that …") adds no speaker.
    """
    around = [_around(number, drafts) for number in range(len(drafts))]
    dropped = {
        number
        for number, outer in enumerate(around)
        if outer is not None and not _passes_on(drafts[number][0], drafts[outer][0], chained)
    }
    kept = []
    for number, outer in enumerate(around):
        while outer is not None and outer in dropped:
            outer = around[outer]
        if number not in dropped:
            kept.append((number, outer))
    return kept


def _around(number: int, drafts: list[tuple[Draft, tuple[Span, ...]]]) -> int | None:
    """The claim with the shortest content that holds this one's cue."""
    cue = drafts[number][0].cue.idx
    best: tuple[int, int] | None = None
    for other, (_, content) in enumerate(drafts):
        if other != number and _holds(content, cue):
            size = sum(span.end - span.start for span in content)
            mine = sum(span.end - span.start for span in drafts[number][1])
            if size > mine and (best is None or size < best[0]):
                best = (size, other)
    return best[1] if best else None


def _holds(content: Iterable[Span], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in content)


def _passes_on(inner: Draft, outer: Draft, chained: Mapping[str, bool]) -> bool:
    speaker = inner.speaker
    if speaker is None or not chained[inner.stance]:
        return False
    if outer.speaker is not None and speaker.i == outer.speaker.i:
        return False
    return speaker.lower_ not in _NOBODY
