"""The bare clause of a predicate and its two parties, cut out of a longer sentence.

A sentence of forty words tells several events; asked about a pair in it, a model that reads the
whole takes one event for another. The kernel keeps the predicate, what hangs on it, and the phrases
of both parties, and leaves out relative, adverbial and coordinated clauses.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.records import Span

_CLAUSES = {"relcl", "advcl", "parataxis", "csubj", "appos", "intj"}
_VERBS = {"VERB", "AUX"}
LONGEST = 60
"""Words of a kernel, at most; the model reads 128 word pieces."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """A clause as text of its own, and where its parties stand in it."""

    text: str
    source: Span
    target: Span


def kernel(
    predicates: Iterable[Token], source: tuple[Token, ...], target: tuple[Token, ...]
) -> Kernel | None:
    """The clause of some predicates with the words of both parties, or None where there is none.

    `source` and `target` are the words of one mention each, in the predicates' sentence; None
    comes back where a party is empty, the two overlap, or the clause is overlong.
    """
    first, second = {t.i for t in source}, {t.i for t in target}
    if not first or not second or first & second:
        return None
    kept = {token.i: token for token in (*source, *target)}
    parties = frozenset(kept)
    for predicate in predicates:
        for token in _clause(predicate, parties):
            kept[token.i] = token
    if len(kept) > LONGEST:
        return None
    return _written([kept[i] for i in sorted(kept)], first, second)


def _clause(predicate: Token, parties: frozenset[int]) -> list[Token]:
    """The words below a predicate, without clauses of their own that hold no party."""
    found, waiting = [], [predicate]
    while waiting:
        token = waiting.pop()
        found.append(token)
        waiting += [child for child in token.children if not _is_left_out(child, token, parties)]
    return found


def _is_left_out(child: Token, above: Token, parties: frozenset[int]) -> bool:
    if child.is_space:
        return True
    apart = child.dep_ in _CLAUSES or (child.dep_ == "conj" and above.pos_ in _VERBS)
    apart = apart or (child.dep_ == "acl" and child.tag_ in {"VBG", "VBN"})
    return apart and parties.isdisjoint(token.i for token in child.subtree)


def _written(tokens: list[Token], source: set[int], target: set[int]) -> Kernel:
    parts: list[str] = []
    spans: dict[int, tuple[int, int]] = {}
    length = 0
    for at, token in enumerate(tokens):
        spans[token.i] = (length, length + len(token))
        adjacent = at + 1 < len(tokens) and tokens[at + 1].i == token.i + 1
        gap = token.whitespace_ if adjacent else " "
        parts.append(token.text + gap)
        length += len(token) + len(gap)
    return Kernel("".join(parts).rstrip(), _span(spans, source), _span(spans, target))


def _span(spans: dict[int, tuple[int, int]], words: set[int]) -> Span:
    return Span(
        start=min(spans[i][0] for i in words),
        end=max(spans[i][1] for i in words),
    )
