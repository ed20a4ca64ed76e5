"""Who speaks: the subject of a verb, wherever the sentence keeps it."""

from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from dragoman.claims.attachments import Attachments
from dragoman.claims.clauses import is_infinitive
from dragoman.claims.media import Media
from dragoman.claims.spans import Range, tree

_RELATIVE = {"who", "which", "that", "whom"}
_FINITE = {"VBD", "VBZ", "VBP"}
_HOPS = 8
"""How far a subject is looked for; sentences in the news hardly nest deeper."""
_JOINED, _CHILDREN = 12, 60
"""Verbs joined by "and" and words that hang from one; with more it is a list or noise."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The head word of the speaker's mention, its range, and what a relative pronoun stands for."""

    head: Token
    range: Range
    antecedent: Token | None = None


def subject(verb: Token, attachments: Attachments, media: Media) -> Speaker | None:
    """The subject of an active verb, found through conjunction, control and relative clauses."""
    at = verb
    for _ in range(_HOPS):
        own = _own_subject(at)
        if own is not None:
            return None if _expletive(own, verb) else named(own, at)
        if any(c.dep_ in {"expl", "csubj"} for c in at.children):
            return None
        if at.tag_ in _FINITE and (beside := _swallowed(at) or _beside(at)) is not None:
            return beside
        above = attachments.head(at)
        if attachments.moved(at):
            at = above
        elif at.dep_ in {"acl", "relcl"}:
            return _document_or_speaker(at, attachments, media)
        elif at.dep_ in {"conj", "xcomp", "advcl", "ccomp", "aux", "dep"}:
            controller = _object(above) if at.dep_ in {"xcomp", "ccomp"} else None
            if controller is not None and not _keeps_subject(above, at):
                return named(controller, at)
            at = above
        elif at.dep_ in {"pcomp", "prep"}:
            quoted = _quoted_speaker(at, verb)
            if quoted is not None:
                return quoted
            at = above
            if at.pos_ in {"NOUN", "PROPN"}:
                at = at.head
        else:
            return None
    return None


def agent(verb: Token) -> Speaker | None:
    """The "by" phrase of a passive verb."""
    for child in verb.rights:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for below in child.children:
                if below.dep_ == "pobj":
                    return named(below, verb)
    return None


def passive(verb: Token) -> bool:
    """Whether the verb, or the first of those it is joined to, is a passive or a participle."""
    for _ in range(_JOINED):
        roles = {child.dep_ for child in islice(verb.children, _CHILDREN)}
        if not roles.isdisjoint({"auxpass", "nsubjpass", "agent"}):
            return True
        if verb.tag_ not in {"VBN", "VBD"} or not roles.isdisjoint({"aux", "nsubj"}):
            return False
        if verb.dep_ != "conj":
            return verb.dep_ in {"acl", "advcl", "amod"}
        if verb.tag_ != "VBN" or verb.head.tag_ != "VBN":
            return False
        verb = verb.head
    return False


def named(head: Token, verb: Token) -> Speaker:
    """The speaker whose mention `head` governs, with title, apposition and relative clause."""
    if head.lower_ in _RELATIVE and verb.dep_ == "relcl":
        return Speaker(head, (head.i, head.i + 1), verb.head)
    head = _before_bracket(head)
    start, end = tree(head)
    if start <= verb.i < end:
        start, end = (start, verb.i) if head.i < verb.i else (verb.i + 1, end)
    return Speaker(head, (start, end))


def _before_bracket(head: Token) -> Token:
    """`Senator Torvo (K-Sel) said` where the parse takes the party for the subject."""
    doc = head.doc
    if head.i + 1 >= len(doc) or doc[head.i + 1].text != ")":
        return head
    for at in range(head.i - 1, max(head.i - 6, 0), -1):
        if doc[at].text == "(":
            return doc[at - 1] if doc[at - 1].pos_ in {"PROPN", "NOUN"} else head
    return head


def _own_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)


def _swallowed(verb: Token) -> Speaker | None:
    """`The council urges …` where the parse takes the subject for a part of the verb."""
    if verb.i == verb.left_edge.i:
        return None
    last = verb.nbor(-1)
    if last.head.i != verb.i or last.dep_ not in {"compound", "nmod"}:
        return None
    return Speaker(last, (verb.left_edge.i, verb.i))


def _beside(verb: Token) -> Speaker | None:
    """The noun right before a finite verb to which the parse gives no subject at all."""
    if verb.dep_ in {"conj", "relcl", "advcl", "acl"}:
        return None
    at = verb.i - 1
    while at > 0 and verb.doc[at].dep_ in {"aux", "advmod", "neg"}:
        at -= 1
    noun = verb.doc[at]
    if at < 0 or noun.pos_ not in {"NOUN", "PROPN", "PRON"} or noun.dep_ in {"pobj", "dobj"}:
        return None
    return Speaker(noun, (noun.left_edge.i, at + 1))


def _document_or_speaker(clause: Token, attachments: Attachments, media: Media) -> Speaker | None:
    """`a man saying …` speaks himself, `issued a statement saying …` for whoever issued it."""
    noun = clause.head
    if noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    purpose = is_infinitive(clause) and noun.pos_ == "NOUN"
    if clause.dep_ in {"acl", "relcl"} and (purpose or media.is_form(noun)):
        issuing = noun.head.head if noun.dep_ == "pobj" else noun.head
        if noun.dep_ in {"dobj", "pobj"} and issuing.pos_ == "VERB" and not passive(issuing):
            issuer = _own_subject(issuing)
            if issuer is not None:
                return named(issuer, issuing)
    start, end = tree(noun)
    if clause.left_edge.i > noun.i:
        end = min(end, clause.left_edge.i)
    return Speaker(noun, (start, max(end, noun.i + 1)))


def _quoted_speaker(clause: Token, verb: Token) -> Speaker | None:
    """`quoted the army as saying`: whoever is quoted says it."""
    if clause.dep_ != "pcomp" or clause.head.lower_ != "as":
        return None
    quoting = clause.head.head
    whom = next((c for c in quoting.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    return named(whom, verb) if whom is not None else None


def _keeps_subject(verb: Token, clause: Token) -> bool:
    """Promises bind the promiser, purposes serve the doer: no control by the object."""
    return (
        verb.lemma_ in {"promise", "vow", "use", "take", "make", "hold"} or clause.dep_ == "advcl"
    )


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.rights if c.dep_ in {"dobj", "dative"} and c.pos_ != "ADP"), None)


def _expletive(token: Token, verb: Token) -> bool:
    if token.dep_ == "expl" or token.lower_ == "there":
        return True
    return token.lower_ == "it" and (token.dep_ == "nsubjpass" or verb.dep_ in {"xcomp", "advcl"})
