"""What kind of clause a word governs: finite with "that", a question, an infinitive, a gerund."""

from spacy.tokens import Token

_WH = {"WDT", "WP", "WP$", "WRB"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj"}


def kind(clause: Token) -> str:
    """`that+`, `that`, `wh`, `to`, `obj+to`, `ing`, `obj+ing` or `obj+adj`."""
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    if "that" in marks:
        return "that+"
    if marks & {"whether", "if"} or _asks(clause):
        return "wh"
    has_subject = any(c.dep_ in _SUBJECTS for c in clause.children)
    if is_infinitive(clause):
        return "obj+to" if has_subject else "to"
    if is_gerund(clause):
        return "obj+ing" if has_subject else "ing"
    return "obj+adj" if has_subject and not is_finite(clause) else "that"


def is_infinitive(token: Token) -> bool:
    """Whether the clause has "to" before its verb."""
    return any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.children)


def is_gerund(token: Token) -> bool:
    """Whether the clause is a bare -ing form."""
    return token.tag_ == "VBG" and not any(c.dep_ == "aux" for c in token.children)


def is_finite(token: Token) -> bool:
    """Whether the clause has a finite verb or auxiliary."""
    if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" for c in token.children)


def is_relative(clause: Token) -> bool:
    """Whether "that" or "which" is subject or object of the clause: "the claim that he made"."""
    roles = {"nsubj", "nsubjpass", "dobj", "pobj"}
    return any(c.lower_ in {"that", "which", "who"} and c.dep_ in roles for c in clause.children)


def _asks(clause: Token) -> bool:
    first = clause.left_edge
    if first.tag_ in _WH and first.i <= clause.i:
        return True
    return any(c.tag_ in _WH and c.i < clause.i for c in clause.children)
