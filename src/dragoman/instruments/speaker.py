"""Who does it: the subject of the act, or who says so."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.records import Actor, Claim, Span

HEIGHT = 12
"""Steps up the tree from the act to its subject."""
_BLAMING = {"accuse", "blame"}
_DOING = {"commit", "perpetrate", "constitute", "make", "carry"}
_OWNER = {"poss", "compound", "nmod", "amod"}


class Speakers:
    """The actors and claims of one document, asked by token."""

    def __init__(self, actors: tuple[Actor, ...], claims: tuple[Claim, ...]) -> None:
        self._mentions = sorted(
            (mention.start, mention.end, actor.id) for actor in actors for mention in actor.mentions
        )
        self._claims = tuple(claim for claim in claims if not claim.narrator and claim.actor)

    def who(self, agent: str, act: Token | None, start: int, end: int) -> str | None:
        """The id of the actor of an act on an instrument at an offset, if the text gives one.

        `agent` is a value of the column of that name in `stances.tsv`, `act` the word that shows
        the act, or the citation's first where it is only named.
        """
        if act is None:
            return self._claimant(start, end)
        if agent == "doer":
            return self._doer(act) or self._claimant(start, end)
        said = self._claimant(start, end) or self._reporter(act)
        return said or (self._doer(act) if agent == "either" else None)

    def _claimant(self, start: int, end: int) -> str | None:
        """The actor of the innermost claim whose content holds the offsets."""
        here = Span(start=start, end=end)
        around = [
            (content.end - content.start, claim.id, claim.actor)
            for claim in self._claims
            for content in claim.content
            if content.overlaps(here)
        ]
        return min(around)[2] if around else None

    def _doer(self, act: Token) -> str | None:
        return next((actor for s in _subjects(act) if (actor := self._actor(s))), None)

    def _reporter(self, token: Token) -> str | None:
        """The subject of the verb that reports the clause: "Kyiv said that ..."."""
        node = token
        for _ in range(HEIGHT):
            if _reported(node):
                actor = self._doer(node.head)
                if actor:
                    return actor
            if node.head.i == node.i:
                own = node.lemma_ == "accuse"
                return next((a for s in _own(node) if (a := self._actor(s))), None) if own else None
            node = node.head
        return None

    def _actor(self, token: Token) -> str | None:
        best: tuple[int, str] | None = None
        for start, end, id in self._mentions:
            if start > token.idx:
                break
            if token.idx < end and (best is None or end - start < best[0]):
                best = (end - start, id)
        return best[1] if best else None


def _reported(node: Token) -> bool:
    """Whether the verb above a node tells of it: of a clause, or of a noun ("alleged a breach")."""
    if node.dep_ in {"ccomp", "parataxis"} or node.head.lemma_ in _BLAMING:
        return True
    return node.pos_ == "NOUN" and node.dep_ == "dobj" and node.head.lemma_ not in _DOING


def _subjects(act: Token) -> Iterator[Token]:
    """Who may have done it, nearest first."""
    node = act
    for _ in range(HEIGHT):
        yield from _own(node)
        if node.head.i == node.i:
            return
        if node.dep_ in {"xcomp", "pcomp", "prep"} or (node.dep_ == "ccomp" and node.tag_ == "VB"):
            yield from (c for c in node.head.children if c.dep_ == "dobj" and node.dep_ == "xcomp")
        node = node.head


def _own(node: Token) -> Iterator[Token]:
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in node.children)
    roles = _OWNER if node.pos_ in {"NOUN", "PROPN"} else set() if passive else {"nsubj"}
    for child in node.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ in roles:
            yield child
