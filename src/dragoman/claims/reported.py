"""Reported clauses: the finite clause that a verb says, wherever the parse puts it."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.claims.clauses import is_relative, kind
from dragoman.claims.complement import Complement
from dragoman.claims.lexicon import Cue
from dragoman.claims.spans import Range, minus, tree
from dragoman.claims.words import attributing

_VERBAL_TAGS = {"VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD"}


def reported(verb: Token, cue: Cue, passive: bool) -> Iterator[Complement]:
    """The clauses that a verb can say, the likeliest first."""
    yield from _clausal(verb, cue)
    if not passive and cue.takes("that"):
        yield from _hung_on_noun(verb)
        if verb.dep_ == "parataxis":
            yield Complement("that", minus([tree(verb.head)], [tree(verb)]), verb.head)


def _clausal(verb: Token, cue: Cue) -> Iterator[Complement]:
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and not _is_adjunct(verb, c)]
    for child in sorted(clauses, key=lambda c: (kind(c) != "that+", c.i < verb.i, c.i)):
        frame = kind(child)
        name = _clause_frame(cue, frame, child.i > verb.i)
        if name:
            further = [tree(c) for c in verb.rights if frame == "that+" and _continues(c, child)]
            yield Complement(name, [_beside(verb, child), *further], child)
    for child in verb.rights:
        if child.dep_ == "advcl" and kind(child) == "obj+to":
            mark = next((c for c in child.children if c.dep_ == "mark"), None)
            name = cue.takes(f"p:{mark.lower_}") if mark is not None else None
            if name and mark is not None:
                yield Complement(name, [(mark.i + 1, tree(child)[1])], child, mark)


def _continues(clause: Token, first: Token) -> bool:
    """Whether a second clause with "that" stands behind the first: "but that it would last"."""
    if clause.i <= first.i or clause.dep_ not in {"conj", "ccomp"}:
        return False
    return kind(clause) == "that+" and not is_relative(clause)


def _hung_on_noun(verb: Token) -> Iterator[Complement]:
    """`told them at a dinner that …`: a clause with a conjunction is no relative clause."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "prep", "dative", "npadvmod"}:
            for token in child.subtree:
                if token.dep_ in {"relcl", "acl"} and _is_reported(token):
                    yield Complement("that", [tree(token)], token)


def _is_reported(clause: Token) -> bool:
    """Whether a clause with "that" has a subject of its own and no noun that announces it."""
    if clause.left_edge.lower_ != "that" or clause.head.lower_ in attributing():
        return False
    subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and subject.lower_ != "that"


def _clause_frame(cue: Cue, frame: str, behind: bool) -> str | None:
    """The frame of the cue that a clause of this kind fills."""
    if frame in {"to", "ing"} or not (behind or frame in {"that", "wh"}):
        return None
    if frame == "that+":
        return cue.takes("that", "that+")
    if frame == "obj+to":
        return cue.takes("obj+to", "obj-to", "rest")
    if frame in {"obj+ing", "obj+adj"}:
        return cue.takes(frame, "rest")
    return cue.takes(frame)


def _is_adjunct(verb: Token, clause: Token) -> bool:
    """Whether a clause before the verb only sets the scene: no comma parts it from the speaker."""
    if clause.i > verb.i:
        return False
    if any(c.dep_ in {"ccomp", "oprd"} for c in verb.rights):
        return True
    if any(c.dep_ == "mark" for c in clause.children) or clause.tag_ not in _VERBAL_TAGS:
        return True
    end = clause.right_edge.i + 1
    return not any(t.text in {",", '"', "''"} for t in verb.doc[end - 1 : min(end + 2, verb.i)])


def _beside(verb: Token, clause: Token) -> Range:
    start, end = tree(clause)
    if start <= verb.i < end:
        return (verb.i + 1, end) if clause.i > verb.i else (start, verb.i)
    return start, end
