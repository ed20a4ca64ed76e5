"""What a verb says: its complements, sorted into the frames of the lexicon."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.claims.lexicon import Cue
from dragoman.claims.spans import Range, minus, tree

_WH = {"WDT", "WP", "WP$", "WRB"}
_EMPTY = {
    "it",
    "that",
    "this",
    "so",
    "them",
    "him",
    "her",
    "me",
    "us",
    "you",
    "what",
    "which",
    "everything",
    "something",
    "anything",
    "nothing",
    "one",
    "themselves",
    "himself",
    "herself",
    "itself",
}


@dataclass(frozen=True, slots=True)
class Complement:
    """What is said (`ranges`), in which frame, and the preposition that belongs to the cue."""

    frame: str
    ranges: list[Range]
    head: Token
    preposition: Token | None = None


def complement(verb: Token, cue: Cue, passive: bool) -> Complement | None:
    """The complement that holds what is said, by the first frame of the cue that fits."""
    return next(_complements(verb, cue, passive), None)


def _complements(verb: Token, cue: Cue, passive: bool) -> Iterator[Complement]:
    below = list(verb.children)
    for child in below:
        frame = clause_frame(child)
        if frame and _allowed(frame, cue):
            yield Complement(frame, _clause_ranges(verb, child, frame), child)
    if verb.dep_ == "parataxis" and "that" in cue.frames and not passive:
        yield Complement("that", minus([tree(verb.head)], [tree(verb)]), verb.head)
    yield from _with_object(verb, cue, passive)
    for child in below:
        frame = "to" if _is_infinitive(child) else "ing" if _is_gerund(child) else ""
        if frame and child.dep_ in {"xcomp", "ccomp"} and frame in cue.frames:
            yield Complement(frame, [tree(child)], child)
    yield from _prepositional(verb, cue)
    if "obj" in cue.frames and not passive:
        for child in below:
            if child.dep_ == "dobj" and child.lower_ not in _EMPTY:
                yield Complement("obj", [tree(child)], child)
    if "obj" in cue.frames and passive:
        for child in below:
            if child.dep_ == "nsubjpass" and child.lower_ not in _EMPTY:
                yield Complement("obj", [tree(child)], child)


def of_noun(noun: Token, cue: Cue) -> Complement | None:
    """What "the claim that …", "a call for …", "a promise to …" hold."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        frame = clause_frame(child, {"acl", "ccomp", "relcl"})
        if frame == "that+" and not _relative(child) and _allowed(frame, cue):
            return Complement(frame, [tree(child)], child)
        if frame == "wh" and "wh" in cue.frames:
            return Complement(frame, [tree(child)], child)
        if child.dep_ in {"acl", "xcomp", "advcl"} and _is_infinitive(child) and "to" in cue.frames:
            return Complement("to", [tree(child)], child)
    return next(_prepositional(noun, cue), None)


def of_adjective(adjective: Token, cue: Cue) -> Complement | None:
    """What "confident that …", "ready to …", "critical of …" hold."""
    for child in adjective.children:
        if child.i < adjective.i:
            continue
        frame = clause_frame(child)
        if frame and _allowed(frame, cue):
            return Complement(frame, [tree(child)], child)
        if child.dep_ == "xcomp" and _is_infinitive(child) and "to" in cue.frames:
            return Complement("to", [tree(child)], child)
    return next(_prepositional(adjective, cue), None)


def _relative(clause: Token) -> bool:
    """Whether "that" is the subject or object of the clause: "the claim that he made"."""
    return any(
        c.lower_ in {"that", "which", "who"} and c.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
        for c in clause.children
    )


def clause_frame(child: Token, roles: Set[str] = frozenset({"ccomp"})) -> str:
    """`that+`, `that`, `wh`, `obj+to`, `obj+ing`, `obj+adj`, or nothing for other children."""
    if child.dep_ not in roles:
        return ""
    marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
    if "that" in marks:
        return "that+"
    if marks & {"whether", "if"} or _asks(child):
        return "wh"
    has_subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for c in child.children)
    if _is_infinitive(child):
        return "obj+to" if has_subject else ""
    if _is_gerund(child):
        return "obj+ing" if has_subject else ""
    if has_subject and not _finite(child):
        return "obj+adj"
    return "that"


def _allowed(frame: str, cue: Cue) -> bool:
    if frame == "that+":
        return "that" in cue.frames or "that+" in cue.frames
    if frame == "obj+to":
        return bool({"obj+to", "obj-to", "p:for"} & cue.frames)
    return frame in cue.frames


def _clause_ranges(verb: Token, child: Token, frame: str) -> list[Range]:
    start, end = tree(child)
    if start <= verb.i < end:
        start, end = (verb.i + 1, end) if child.i > verb.i else (start, verb.i)
    if frame == "wh" and child.i > verb.i:
        start = max(start, verb.i + 1)
    return [(start, end)]


def _with_object(verb: Token, cue: Cue, passive: bool) -> Iterator[Complement]:
    role = "nsubjpass" if passive else "dobj"
    thing = next((c for c in verb.children if c.dep_ == role), None)
    if thing is None:
        return
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ in {"xcomp", "advcl"} and _is_infinitive(child) and "obj+to" in cue.frames:
            if child.dep_ == "xcomp":
                yield Complement("obj+to", [tree(thing), tree(child)], child)
        elif child.dep_ in {"xcomp"} and _is_infinitive(child) and {"obj-to", "to"} & cue.frames:
            yield Complement("to", [tree(child)], child)
        elif child.dep_ == "prep" and cue.after_object(child.lower_):
            yield Complement(f"obj+{child.lower_}", [tree(thing), tree(child)], child)
        elif child.dep_ in {"oprd", "xcomp"} and "obj+adj" in cue.frames:
            yield Complement("obj+adj", [tree(thing), tree(child)], child)


def _prepositional(verb: Token, cue: Cue) -> Iterator[Complement]:
    wanted = cue.prepositions
    if not wanted:
        return
    for child in verb.children:
        if child.dep_ in {"prep", "agent", "prt", "dative"} and child.lower_ in wanted:
            objects = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            if objects and objects[0].lower_ not in _EMPTY:
                after = (child.i + 1, child.right_edge.i + 1)
                yield Complement(f"p:{child.lower_}", [after], objects[0], child)


def _is_infinitive(token: Token) -> bool:
    return any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.children)


def _is_gerund(token: Token) -> bool:
    return token.tag_ == "VBG" and not any(c.dep_ == "aux" for c in token.children)


def _finite(token: Token) -> bool:
    if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" for c in token.children)


def _asks(clause: Token) -> bool:
    first = clause.left_edge
    if first.tag_ in _WH and first.i <= clause.i:
        return True
    return any(c.tag_ in _WH and c.i < clause.i for c in clause.children)
