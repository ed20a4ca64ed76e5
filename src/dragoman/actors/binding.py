"""Who can't be meant: what somebody acts on is somebody else (principle B, Chomsky 1981)."""

from spacy.tokens import Token

from dragoman.actors.cast import Mention

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OBJECTS = frozenset(("dobj", "dative", "pobj"))
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
    subjects = [child for child in above.children if child.dep_ in _SUBJECTS]
    while not subjects and above.dep_ in {"xcomp", "conj", "advcl"} and above.head != above:
        above = above.head
        subjects = [child for child in above.children if child.dep_ in _SUBJECTS]
    return mention.token in {subject.i for subject in subjects}
