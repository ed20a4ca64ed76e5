"""A parsed text as the finders of this room look at it: folded words beside tokens."""

import datetime
from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dragoman.actors.spelling import WORD, folded
from dragoman.parsing import Parsed

_LEFT = frozenset(
    ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "neg")
)


WIDEST = 40
"""Tokens in the longest noun phrase that is looked at; longer ones are no news text."""


@dataclass(slots=True)
class Scene:
    """Words of the text with their offsets, and ways from them to tokens and back."""

    parsed: Parsed
    doc: Doc = field(init=False)
    text: str = field(init=False)
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)
    words: list[str] = field(init=False)
    folded: list[str] = field(init=False)
    sentences: list[int] = field(init=False)
    """The position of its sentence, by token."""
    _token_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.doc = self.parsed.doc
        self.text = self.doc.text  # spaCy joins all tokens whenever it is asked
        matches = list(WORD.finditer(self.text))
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.words = [match.group() for match in matches]
        self.folded = [folded(word) for word in self.words]
        self._token_starts, self.sentences, at = [], [], -1
        for token in self.doc:
            at += bool(token.is_sent_start) or at < 0
            self._token_starts.append(token.idx)
            self.sentences.append(at)

    @property
    def day(self) -> int | None:
        """The day of the report as an ordinal, if it is known."""
        published: datetime.date | None = self.parsed.document.published
        return published.toordinal() if published else None

    def token(self, offset: int) -> Token:
        """The token at an offset (the one before it, between tokens)."""
        return self.doc[max(0, bisect_right(self._token_starts, offset) - 1)]

    def word_at(self, offset: int) -> int:
        """The position of the first word that begins at or behind an offset."""
        return bisect_right(self.starts, offset - 1)

    def head(self, start: int, end: int) -> Token:
        """The head of the words between two offsets: the one that depends on none of the others.

        (`Span.root` does the same, but walks the whole document for each span.)
        """
        first, last = self.token(start).i, self.token(max(start, end - 1)).i
        for at in range(first, last + 1):
            governor = self.doc[at].head.i
            if not first <= governor <= last or governor == at:
                return self.doc[at]
        return self.doc[last]


def left_edge(head: Token) -> int:
    """The index of the first token of the noun phrase that ends in `head`."""
    first = head.i
    for child in sorted(head.lefts, key=lambda token: -token.i):
        if child.dep_ not in _LEFT or child.right_edge.i + 1 != first:
            break
        if head.i - child.left_edge.i > WIDEST:
            break
        edge = child.left_edge.i if child.dep_ in {"poss", "nmod"} else _plain_edge(child)
        first = edge
    return first


def _plain_edge(child: Token) -> int:
    """The left edge of a modifier without what is not part of a phrase (clauses, commas)."""
    first = child.left_edge.i
    for token in reversed(list(child.doc[first : child.i])):
        if token.is_punct and token.text != "-":
            return int(token.i) + 1
    return int(first)
