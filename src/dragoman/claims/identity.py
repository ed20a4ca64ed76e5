"""Which actor a source span is: the actor whose mention covers its head word."""

from collections.abc import Iterable

from dragoman.records import Actor, Span


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
        self._spans.sort(key=lambda span: (span[1] - span[0], span[0]))

    def actor(self, head: int, source: Span | None) -> str | None:
        """The actor mentioned at the offset `head`, else the one whose mention ends the source."""
        if head in self._by_head:
            return self._by_head[head]
        for start, end, actor in self._spans:
            if start <= head < end:
                return actor
        if source is None:
            return None
        inside = [m for m in self._spans if source.start <= m[0] and m[1] <= source.end]
        covering = [m for m in inside if m[0] <= head]
        return max(covering, key=lambda m: (m[1], m[0]))[2] if covering else None
