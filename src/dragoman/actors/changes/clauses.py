"""How far what a cue states reaches in its sentence."""

from spacy.tokens import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_TURNS = frozenset(
    ("who", "which", "whose", "but", "while", "because", "when", "although", "where")
)
_REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves", "myself", "yourself"))
_STOPS = frozenset((";", ":", '"', "(", "—", "–"))


def reach(last: Token) -> int:
    """The offset at which the clause ends: before the next finite verb, "who", or semicolon."""
    doc = last.doc
    for token in doc[last.i + 1 : last.sent.end]:
        finite = token.tag_ in _FINITE and token.pos_ in {"VERB", "AUX"}
        if finite or token.lower_ in _TURNS or token.text in _STOPS:
            return int(token.idx)
    return int(last.sent.end_char)


def has_reflexive(verb: Token) -> bool:
    """Whether somebody does it to himself: "resigned himself to a long wait"."""
    if verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in _REFLEXIVE:
        return True
    return any(
        child.lower_ in _REFLEXIVE and child.dep_ in {"dobj", "pobj", "npadvmod"}
        for child in verb.children
    )
