"""Who can't be meant: what somebody acts on is somebody else (principle B, Chomsky 1981)."""

from spacy.tokens import Token

from dragoman.actors.cast import Mention

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OBJECTS = frozenset(("dobj", "dative", "pobj"))
_SHARING = frozenset(("xcomp", "conj", "advcl", "ccomp"))
_LEVELS = 6
_VERBS = frozenset(("VERB", "AUX"))


def is_disjoint(mention: Mention, head: Token) -> bool:
    """Whether a mention is the subject of the very verb that has a noun or pronoun as its object.

    "France recognised the authorities": not those of France. "France said the authorities …" may
    be, and so may "its authorities".
    """
    if head.dep_ not in _OBJECTS:
        return False
    above = head.head
    if head.dep_ == "pobj":
        above = above.head
    if above.pos_ not in _VERBS:
        return False
    return mention.token in _doers(above)


def _doers(verb: Token) -> set[int]:
    """The subjects of a verb, shared ones included, and whom a pronoun subject takes up."""
    found: set[int] = set()
    for _ in range(_LEVELS):
        subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
        found |= {subject.i for subject in subjects}
        named = any(subject.pos_ != "PRON" for subject in subjects)
        if named or verb.dep_ not in _SHARING or verb.head == verb:
            break
        verb = verb.head
    return found
