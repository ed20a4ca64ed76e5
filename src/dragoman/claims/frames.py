"""What a cue says: its complements, tried frame by frame of the lexicon."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.claims.clauses import is_relative, kind
from dragoman.claims.complement import Complement
from dragoman.claims.lexicon import Cue
from dragoman.claims.objects import bare_object, prepositional, raised, with_object
from dragoman.claims.reported import reported
from dragoman.claims.spans import tree


def of_verb(verb: Token, cue: Cue, passive: bool) -> Complement | None:
    """The complement that holds what is said: a clause before an object before a phrase."""
    return next(_of_verb(verb, cue, passive), None)


def of_noun(noun: Token, cue: Cue) -> Complement | None:
    """What "the claim that …", "a call for …", "a promise to …" hold."""
    for child in noun.rights:
        frame = kind(child) if child.dep_ in {"acl", "ccomp", "relcl", "xcomp", "advcl"} else ""
        if frame == "that+" and not is_relative(child) and cue.takes("that"):
            return Complement("that", [tree(child)], child)
        if frame == "wh" and child.dep_ != "relcl" and cue.takes("wh"):
            return Complement(frame, [tree(child)], child)
        if frame == "to" and cue.takes("to"):
            return Complement("to", [tree(child)], child)
    return next(prepositional(noun, cue), None)


def of_adjective(adjective: Token, cue: Cue) -> Complement | None:
    """What "confident that …", "ready to …", "critical of …" hold."""
    beside = [c for c in adjective.head.rights if c.i > adjective.i and c.dep_ == "ccomp"]
    for child in [*adjective.rights, *beside]:
        if child.dep_ in {"ccomp", "xcomp"}:
            frame = kind(child)
            name = cue.takes("that") if frame == "that+" else cue.takes(frame)
            if name:
                return Complement(name, [tree(child)], child)
    return next(prepositional(adjective, cue), None)


def _of_verb(verb: Token, cue: Cue, passive: bool) -> Iterator[Complement]:
    yield from reported(verb, cue, passive)
    yield from raised(verb, cue)
    yield from with_object(verb, cue, passive)
    for child in verb.rights:
        frame = kind(child) if child.dep_ in {"xcomp", "ccomp"} else ""
        if frame in {"to", "ing"} and cue.takes(frame):
            yield Complement(frame, [tree(child)], child)
    yield from prepositional(verb, cue)
    yield from bare_object(verb, cue, passive)
