"""Which actor a source span is: the actor whose mention covers its head word."""

from bisect import bisect_right
from collections.abc import Iterable

from dragoman.records import Actor, Span

_NEAR = 32
"""Mentions before an offset among which one that covers it is looked for; few mentions nest."""


class Mentions:
    """The mentions of all actors, looked up by the head word of a source."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_head: dict[int, str] = {}
        self._spans: list[tuple[int, int, str]] = []
        for actor in actors:
            for mention in actor.mentions:
                if mention.head is not None:
                    self._by_head.setdefault(mention.head, actor.id)
                self._spans.append((mention.start, mention.end, actor.id))
        self._spans.sort()
        self._starts = [start for start, _, _ in self._spans]

    def actor(self, head: int, source: Span | None) -> str | None:
        """The actor mentioned at the offset `head`, else the nearest before it in the source."""
        if head in self._by_head:
            return self._by_head[head]
        before = self._before(head)
        covering = [one for one in before if one[1] > head]
        if covering:
            return min(covering, key=lambda one: (one[1] - one[0], one[0]))[2]
        if source is None:
            return None
        inside = [one for one in before if one[0] >= source.start and one[1] <= source.end]
        return max(inside, key=lambda one: (one[1], one[0]))[2] if inside else None

    def _before(self, offset: int) -> list[tuple[int, int, str]]:
        at = bisect_right(self._starts, offset)
        return self._spans[max(0, at - _NEAR) : at]
