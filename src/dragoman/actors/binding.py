"""Who can't be meant: what somebody acts on is somebody else (principle B, Chomsky 1981)."""

from spacy.tokens import Token

from dragoman.actors.cast import Cast, Mention

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
    return mention.token in _rivals(head)


def disjoint(cast: Cast, head: Token) -> list[Mention]:
    """The mentions that a noun or pronoun cannot mean, for the same reason."""
    found = (cast.at(token) for token in sorted(_rivals(head)))
    return [mention for mention in found if mention is not None]


def _rivals(head: Token) -> set[int]:
    if head.dep_ not in _OBJECTS:
        return set()
    above = head.head
    if head.dep_ == "pobj":
        above = above.head
    return _doers(above) if above.pos_ in _VERBS else set()


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
