"""The claims that an event stands on: whose content its words are part of."""

from spacy.tokens import Token

from dragoman.records import Claim
from dragoman.records.claim import Hedge


class Standing:
    """The claims of one document by what they say."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self._claims = claims
        self._spans = [(span.start, span.end, claim) for claim in claims for span in claim.content]

    def at(self, offset: int) -> list[Claim]:
        """The claims whose content covers an offset, in their order."""
        found = {c.id: c for start, end, c in self._spans if start <= offset < end}
        return list(found.values())

    def of(self, head: Token) -> tuple[tuple[str, ...], tuple[Hedge, ...]]:
        """The ids of the claims around a predicate, and the hedges in its sentence."""
        claims = self.at(head.idx)
        first, last = head.sent.start_char, head.sent.end_char
        hedges = [h for claim in claims for h in claim.hedges if first <= h.start < last]
        ids = tuple(claim.id for claim in claims if not claim.narrator)
        return ids, tuple(dict.fromkeys(hedges))

    def speaker(self, offset: int) -> str | None:
        """The actor who speaks at an offset: of the innermost claim that names one."""
        speaking = [claim.actor for claim in self.at(offset) if claim.actor is not None]
        return speaking[-1] if speaking else None
