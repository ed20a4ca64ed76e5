"""Who speaks: the subject of a verb, wherever the sentence keeps it."""

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.claims.spans import Range, tree

_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_RELATIVE = {"who", "which", "that", "whom"}
_HOPS = 8
"""How far a subject is looked for; sentences in the news hardly nest deeper."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The head word of the speaker's mention, its range, and what a relative pronoun stands for."""

    head: Token
    range: Range
    antecedent: Token | None = None


def subject(verb: Token) -> Speaker | None:
    """The subject of an active verb, found through conjunction, control and relative clauses."""
    at = verb
    for _ in range(_HOPS):
        own = next((c for c in at.children if c.dep_ in _SUBJECTS and c.dep_ != "csubj"), None)
        if own is not None:
            return None if _expletive(own) else named(own, at)
        if any(c.dep_ in {"expl", "csubj"} for c in at.children):
            return None
        if at.dep_ in {"acl", "relcl"}:
            return _without_clause(at.head, at)
        if at.dep_ in {"conj", "xcomp", "advcl", "ccomp", "aux", "dep"}:
            if at.dep_ in {"xcomp", "ccomp"}:
                controller = _object(at.head)
                if controller is not None and at.head.lemma_ != "promise":
                    return named(controller, at)
            at = at.head
        elif at.dep_ in {"pcomp", "prep"}:
            at = at.head
            if at.pos_ in {"NOUN", "PROPN"}:
                return None
        else:
            return None
    return None


def agent(verb: Token) -> Speaker | None:
    """The "by" phrase of a passive verb."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for below in child.children:
                if below.dep_ == "pobj":
                    return named(below, verb)
    return None


def passive(verb: Token) -> bool:
    """Whether the verb is in the passive, or a bare participle behind its noun."""
    if any(c.dep_ in {"auxpass", "nsubjpass", "agent"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in {"aux", "nsubj"} for c in verb.children):
        return False
    if verb.dep_ == "conj":
        return verb.head.tag_ == "VBN" and passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "amod", "relcl"}


def named(head: Token, verb: Token) -> Speaker:
    """The speaker whose mention `head` governs, with title, apposition and relative clause."""
    if head.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return Speaker(head, (head.i, head.i + 1), verb.head)
    start, end = tree(head)
    if start <= verb.i < end:
        start, end = (start, verb.i) if head.i < verb.i else (verb.i + 1, end)
    return Speaker(head, (start, end))


def _without_clause(noun: Token, clause: Token) -> Speaker | None:
    if noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    start, end = tree(noun)
    if clause.left_edge.i > noun.i:
        end = min(end, clause.left_edge.i)
    return Speaker(noun, (start, max(end, noun.i + 1)))


def _object(verb: Token) -> Token | None:
    return next(
        (c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.pos_ != "ADP"), None
    )


def _expletive(token: Token) -> bool:
    return token.dep_ == "expl" or (token.lower_ in {"it", "there"} and token.dep_ == "nsubjpass")
