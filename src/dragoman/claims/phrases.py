"""Attributing phrases without a verb: "according to X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman import resources
from dragoman.claims.draft import Draft
from dragoman.claims.spans import Range, minus, tree
from dragoman.parsing import Parsed

PHRASES = "cues/phrases.tsv"


class AttributingPhrases:
    """The phrases of `data/cues/phrases.tsv`, found by their words."""

    def __init__(self, stances: dict[str, float]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for row in resources.table(PHRASES, ("phrase", "stance")):
            words = tuple(row["phrase"].split())
            stance = row.choice("stance", sorted(stances))
            self._by_first.setdefault(words[0], []).append((words, stance))

    def drafts(self, parsed: Parsed) -> Iterator[Draft]:
        """A draft for each phrase with a speaker behind it."""
        doc = parsed.doc
        for token in doc:
            for words, stance in self._by_first.get(token.lower_, ()):
                end = token.i + len(words)
                if end < len(doc) and all(
                    doc[token.i + n].lower_ == word for n, word in enumerate(words)
                ):
                    draft = _draft(token, doc[end - 1], stance)
                    if draft is not None:
                        yield draft


def _draft(first: Token, last: Token, stance: str) -> Draft | None:
    speaker = next((c for c in last.children if c.dep_ == "pobj"), None)
    if speaker is None:
        return None
    content = _clause(first, (first.i, speaker.right_edge.i + 1))
    if not content:
        return None
    draft = Draft(first, stance, (first.i, last.i + 1), content=content)
    draft.source, draft.speaker = tree(speaker), speaker
    return draft


def _clause(first: Token, phrase: Range) -> list[Range]:
    head = first.head
    for _ in range(10):
        if head.dep_ in {"ROOT", "ccomp", "advcl", "parataxis", "relcl"} or head.head is head:
            break
        if head.dep_ == "conj" and head.pos_ == "VERB":
            break
        head = head.head
    start, end = tree(head)
    return minus([(start, end)], [phrase])
