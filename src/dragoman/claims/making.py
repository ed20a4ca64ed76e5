"""Drafts to records: spans, actor, form, hedges and firmness of each claim of a text."""

import re
from bisect import bisect_right
from collections.abc import Mapping

from dragoman.claims.draft import Draft
from dragoman.claims.hedges import Hedges, hedge, within
from dragoman.claims.identity import Mentions
from dragoman.claims.nesting import Worded
from dragoman.claims.spans import mark, name, span
from dragoman.claims.wording import Wording
from dragoman.parsing import Parsed
from dragoman.records import Actor, Claim, Hedge, Span

_SENTENCE = re.compile(r"[.!?…][\"”’')\]]{0,3}\s+(?=[^a-z\s])|\n\s*\n")
_NEAR = 60
"""Characters between speaker, cue and content within which a hedge weakens the saying."""
_FOLLOWS = 300
"""Characters behind a claim within which "this could not be verified" still speaks of it."""


class Making:
    """Makes the claims of one text."""

    def __init__(
        self,
        parsed: Parsed,
        wording: Wording,
        hedges: Hedges,
        stances: Mapping[str, float],
        actors: tuple[Actor, ...],
    ) -> None:
        self._parsed = parsed
        self._wording = wording
        self._hedges = hedges
        self._found = hedges.find(parsed)
        self._stances = stances
        self._mentions = Mentions(actors)
        self._grounds = frozenset(actor.id for actor in actors if actor.kind == "location")

    def claims(self, drafts: list[Worded], kept: list[tuple[int, int | None]]) -> list[Claim]:
        """The claims of the drafts that are kept, numbered in reading order."""
        ids = {index: f"c{number}" for number, (index, _) in enumerate(kept, start=1)}
        trailing = self._trailing(drafts, list(ids))
        return [
            self._claim(
                ids[index],
                *drafts[index],
                None if outer is None else ids[outer],
                tuple(trailing.get(index, ())),
            )
            for index, outer in kept
        ]

    def actor(self, draft: Draft) -> str | None:
        """The id of the actor who speaks, if one of the mentions is the source."""
        speaker = draft.antecedent or draft.speaker
        if speaker is None:
            return None
        source = name(self._parsed.doc, *draft.source) if draft.source else None
        return self._mentions.actor(speaker.idx, source)

    def is_mute(self, draft: Draft) -> bool:
        """Whether ground is the subject of a verb that only people say things with.

        "The bridge links Crimea with the mainland" accuses nobody; "the hospital said" does speak.
        """
        return draft.frame.startswith("obj") and self.actor(draft) in self._grounds

    def _claim(
        self,
        number: str,
        draft: Draft,
        content: tuple[Span, ...],
        outer: str | None,
        trailing: tuple[Hedge, ...],
    ) -> Claim:
        doc = self._parsed.doc
        cue = span(doc, *draft.cue_range) or mark(draft.cue)
        source = name(doc, *draft.source) if draft.source else None
        its = (*within(self._found, self._scope(content, cue, source)), *trailing)
        if draft.frame == "raise" and not its:
            its = (hedge(self._parsed, cue.start, cue.end, "apparent"),)
        firm = self._hedges.firmness(self._stances[draft.stance], its)
        return Claim(
            id=number,
            source=source,
            actor=self.actor(draft),
            cue=cue,
            content=content,
            form=self._wording.form(content),
            stance=draft.stance,
            hedges=its,
            firmness=0.0 if draft.negated else firm,
            negated=draft.negated,
            audience=span(doc, *draft.audience) if draft.audience else None,
            medium=span(doc, *draft.medium) if draft.medium else None,
            narrator=draft.narrator,
            within=outer,
        )

    def _scope(self, content: tuple[Span, ...], cue: Span, source: Span | None) -> list[Span]:
        """Where hedges weaken the claim: the first sentence said, the cue, and between them."""
        scope = [self._first_sentence(content[0]), *content[1:]]
        said = min(content, key=lambda one: _gap(one, cue))
        parts = [cue, *((source,) if source and _gap(source, cue) <= _NEAR else ())]
        if _gap(said, cue) <= _NEAR:
            parts.append(said)
        low = min(min(part.end for part in parts), cue.start)
        high = max(max(part.start for part in parts), cue.end)
        return [*scope, Span(start=low, end=high)]

    def _first_sentence(self, one: Span) -> Span:
        match = _SENTENCE.search(self._parsed.document.text, one.start, one.end)
        return Span(start=one.start, end=match.start() + 1) if match else one

    def _trailing(self, drafts: list[Worded], kept: list[int]) -> dict[int, list[Hedge]]:
        """Hedges of verification behind a claim, by the claim before them in the paragraph."""
        found: dict[int, list[Hedge]] = {}
        ends = sorted((_end(drafts[index]), index) for index in kept)
        for one in self._found:
            if one.kind == "unverified":
                at = bisect_right(ends, (one.start, len(drafts))) - 1
                if at >= 0 and self._speaks_of(ends[at][0], one.start):
                    found.setdefault(ends[at][1], []).append(one)
        return found

    def _speaks_of(self, end: int, start: int) -> bool:
        text = self._parsed.document.text
        return start - end <= _FOLLOWS and "\n\n" not in text[end:start]


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _end(worded: Worded) -> int:
    draft, content = worded
    return max(draft.cue.idx, content[-1].end)
