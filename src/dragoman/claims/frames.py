"""What a cue says: its complements, sorted into the frames of the lexicon."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.claims.clauses import is_infinitive, is_relative, kind
from dragoman.claims.inflection import noun_forms
from dragoman.claims.lexicon import Cue
from dragoman.claims.spans import Range, minus, tree
from dragoman.claims.words import words

FINITE_TAGS = {"VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD"}
_ATTRIBUTING = frozenset(
    form for noun in words("cues/nouns.tsv", "noun") for form in noun_forms(noun)
)
CONTENTLESS = words("cues/contentless.tsv")


@dataclass(frozen=True, slots=True)
class Complement:
    """What is said (`ranges`), in which frame, and the preposition that belongs to the cue."""

    frame: str
    ranges: list[Range]
    head: Token
    preposition: Token | None = None


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
    return next(_prepositional(noun, cue), None)


def of_adjective(adjective: Token, cue: Cue) -> Complement | None:
    """What "confident that …", "ready to …", "critical of …" hold."""
    beside = [c for c in adjective.head.rights if c.i > adjective.i and c.dep_ == "ccomp"]
    for child in [*adjective.rights, *beside]:
        if child.dep_ in {"ccomp", "xcomp"}:
            frame = kind(child)
            name = cue.takes("that") if frame == "that+" else cue.takes(frame)
            if name:
                return Complement(name, [tree(child)], child)
    return next(_prepositional(adjective, cue), None)


def _of_verb(verb: Token, cue: Cue, passive: bool) -> Iterator[Complement]:
    yield from _clausal(verb, cue)
    if not passive and cue.takes("that"):
        yield from _hung_on_noun(verb)
    if verb.dep_ == "parataxis" and cue.takes("that") and not passive:
        yield Complement("that", minus([tree(verb.head)], [tree(verb)]), verb.head)
    if cue.takes("raise"):
        yield from _raised(verb, cue)
    yield from _with_object(verb, cue, passive)
    for child in verb.rights:
        frame = kind(child) if child.dep_ in {"xcomp", "ccomp"} else ""
        if frame in {"to", "ing"} and cue.takes(frame):
            yield Complement(frame, [tree(child)], child)
    yield from _prepositional(verb, cue)
    thing = _thing(verb, passive)
    if thing is not None and thing.lower_ not in CONTENTLESS:
        if cue.takes("rest") and not passive:
            yield Complement("rest", [_stretch(verb, thing, verb.right_edge)], thing)
        if cue.takes("obj"):
            whole = tree(thing) if passive else _stretch(verb, thing)
            yield Complement("obj", [whole], thing)


def _clausal(verb: Token, cue: Cue) -> Iterator[Complement]:
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and not _is_adjunct(verb, c)]
    for child in sorted(clauses, key=lambda c: (kind(c) != "that+", c.i < verb.i, c.i)):
        frame = kind(child)
        name = _clause_frame(cue, frame, child.i > verb.i)
        if name:
            yield Complement(name, [_beside(verb, child)], child)
    for child in verb.rights:
        if child.dep_ == "advcl" and kind(child) == "obj+to":
            mark = next((c for c in child.children if c.dep_ == "mark"), None)
            name = cue.takes(f"p:{mark.lower_}") if mark is not None else None
            if name and mark is not None:
                yield Complement(name, [(mark.i + 1, tree(child)[1])], child, mark)


def _hung_on_noun(verb: Token) -> Iterator[Complement]:
    """`told them at a dinner that …`: a clause with a conjunction is no relative clause."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "prep", "dative", "npadvmod"}:
            for token in child.subtree:
                if token.dep_ not in {"relcl", "acl"} or kind(token) != "that+":
                    continue
                if not is_relative(token) and token.head.lower_ not in _ATTRIBUTING:
                    yield Complement("that", [tree(token)], token)


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
    if any(c.dep_ == "mark" for c in clause.children) or clause.tag_ not in FINITE_TAGS:
        return True
    end = clause.right_edge.i + 1
    return not any(t.text in {",", '"', "''"} for t in verb.doc[end - 1 : min(end + 2, verb.i)])


def _beside(verb: Token, clause: Token) -> Range:
    start, end = tree(clause)
    if start <= verb.i < end:
        return (verb.i + 1, end) if clause.i > verb.i else (start, verb.i)
    return start, end


def _thing(verb: Token, passive: bool) -> Token | None:
    role = "nsubjpass" if passive else "dobj"
    return next((c for c in verb.children if c.dep_ == role), None)


def _with_object(verb: Token, cue: Cue, passive: bool) -> Iterator[Complement]:
    thing = _thing(verb, passive)
    for child in verb.rights:
        infinitive = child.dep_ in {"xcomp", "advcl"} and is_infinitive(child)
        if child.dep_ == "prep" and (name := cue.takes(f"p:{child.lower_}+to")):
            yield from _with_addressee(verb, child, name)
        if thing is None:
            continue
        if infinitive and child.dep_ == "xcomp" and cue.takes("obj+to"):
            yield Complement("obj+to", [tree(thing), tree(child)], child)
        elif (
            infinitive
            and passive
            and child.dep_ == "xcomp"
            and cue.takes("that")
            and not cue.takes("obj-to")
        ):
            yield Complement("that", [tree(thing), tree(child)], child)
        elif infinitive and child.dep_ == "xcomp" and (name := cue.takes("obj-to", "to")):
            yield Complement(name, [tree(child)], child)
        elif child.dep_ == "prep" and (name := cue.takes(f"obj+{child.lower_}")):
            yield Complement(name, [tree(thing), tree(child)], child)
        elif child.dep_ in {"oprd", "xcomp"} and cue.takes("obj+adj"):
            yield Complement("obj+adj", [tree(thing), tree(child)], child)
    if thing is not None and not passive:
        yield from _inside_object(thing, cue)


def _is_said_of(cue: Cue) -> bool:
    """Whether the passive speaks of its subject: "is said to have", not "was told to"."""
    return cue.takes("that") is not None and cue.takes("obj-to") is None


def _with_addressee(verb: Token, preposition: Token, name: str) -> Iterator[Complement]:
    """`called on the city to repair the road`: who is to act belongs to what is asked."""
    whom = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    act = next((c for c in verb.rights if c.dep_ in {"xcomp", "advcl"} and is_infinitive(c)), None)
    if whom is None:
        return
    act = act or next(
        (c for c in whom.rights if c.dep_ in {"acl", "relcl"} and is_infinitive(c)), None
    )
    if act is not None:
        yield Complement(name, [tree(whom), tree(act)], act, preposition)


def _inside_object(thing: Token, cue: Cue) -> Iterator[Complement]:
    """`accused the media and the campaign of …`: parsers hang the phrase on the nearest noun."""
    start, end = tree(thing)
    if not cue.prepositions:
        return
    for token in thing.doc[thing.i + 1 : end]:
        if token.dep_ == "prep" and (name := cue.takes(f"obj+{token.lower_}")):
            yield Complement(name, [(start, end)], token)
            return


def _raised(verb: Token, cue: Cue) -> Iterator[Complement]:
    """`The army appears to have left`: the subject belongs to what is said."""
    thing = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if thing is None or thing.lower_ in {"it", "there"}:
        return
    for child in verb.rights:
        if child.dep_ in {"xcomp", "acomp", "oprd"}:
            if cue.takes("to") and is_infinitive(child):
                return
            yield Complement("raise", [tree(thing), tree(child)], child)


def _prepositional(governor: Token, cue: Cue) -> Iterator[Complement]:
    if not cue.prepositions:
        return
    for child in governor.rights:
        if child.dep_ in {"prep", "agent", "prt", "dative"} and (
            name := cue.takes(f"p:{child.lower_}")
        ):
            objects = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            if objects and objects[0].lower_ not in CONTENTLESS and not _is_time(child):
                yield Complement(name, [(child.i + 1, child.right_edge.i + 1)], objects[0], child)


def _stretch(verb: Token, thing: Token, last: Token | None = None) -> Range:
    """The object and the phrases behind it up to the next comma, conjunction or clause."""
    start, end = tree(thing)
    if thing.i < verb.i:
        return start, end
    for child in verb.rights:
        if child.i < end:
            continue
        keeps = child.dep_ in {"prep", "acl", "relcl", "oprd", "xcomp"} or last is not None
        if not keeps or child.left_edge.i != end or child.dep_ in {"punct", "cc", "conj", "advcl"}:
            break
        if child.dep_ == "npadvmod" or _is_time(child):
            break
        end = child.right_edge.i + 1
    return start, end


def _is_time(phrase: Token) -> bool:
    return any(t.ent_type_ in {"DATE", "TIME"} and t.dep_ == "pobj" for t in phrase.children)
