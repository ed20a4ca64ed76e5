"""Adverbs that attribute their clause to others: "The bridge was reportedly mined"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.claims.draft import Draft
from dragoman.claims.hedges import Hedges
from dragoman.claims.spans import minus, tree
from dragoman.parsing import Parsed

_STANCES = {"alleged": "alleges", "reported": "states", "apparent": "suggests"}


def hearsay(parsed: Parsed, hedges: Hedges, taken: set[int]) -> Iterator[Draft]:
    """A draft without source for each clause that such an adverb modifies.

    Adverbs beside a cue ("a video allegedly showing …") weaken that claim and make none. Mere
    appearance is the report's own word.
    """
    for token in parsed.doc:
        kind = hedges.attributes(token) if token.dep_ == "advmod" else None
        verb = token.head
        if kind is None or verb.pos_ not in {"VERB", "AUX"} or verb.i in taken:
            continue
        content = minus([_clause(verb)], [(token.i, token.i + 1)])
        draft = Draft(token, _STANCES[kind], (token.i, token.i + 1), content)
        draft.narrator = kind == "apparent"
        yield draft


def _clause(verb: Token) -> tuple[int, int]:
    """The clause, from its subject on where it is joined to another by a conjunction."""
    start, end = tree(verb)
    for child in verb.children:
        if child.dep_ == "conj" and child.i > verb.i:
            end = min(end, child.left_edge.i)
    return start, end
