"""Objects and what is said of them: "accused X of …", "urged X to …", "condemned the raid"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.claims.clauses import is_infinitive
from dragoman.claims.complement import Complement, is_time
from dragoman.claims.lexicon import Cue
from dragoman.claims.spans import Range, tree
from dragoman.claims.words import contentless


def with_object(verb: Token, cue: Cue, passive: bool) -> Iterator[Complement]:
    """An object and a further phrase that together are what is said."""
    thing = _thing(verb, passive)
    for child in verb.rights:
        if child.dep_ == "prep" and (name := cue.takes(f"p:{child.lower_}+to")):
            yield from _with_addressee(verb, child, name)
        if thing is not None and (name := _joint(child, cue, passive)):
            ranges = [tree(child)] if name in {"obj-to", "to"} else [tree(thing), tree(child)]
            yield Complement(name, ranges, child)
    if thing is not None:
        yield from _behind_agent(verb, thing, cue) if passive else _inside_object(thing, cue)


def bare_object(verb: Token, cue: Cue, passive: bool) -> Iterator[Complement]:
    """An object by itself, with the phrases behind it."""
    thing = _thing(verb, passive)
    if thing is None or thing.lower_ in contentless():
        return
    if cue.takes("rest") and not passive:
        yield Complement("rest", [_stretch(verb, thing, to_end=True)], thing)
    if cue.takes("obj"):
        yield Complement("obj", [tree(thing) if passive else _stretch(verb, thing)], thing)


def raised(verb: Token, cue: Cue) -> Iterator[Complement]:
    """`The army appears to have left`: the subject belongs to what is said."""
    thing = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if thing is None or thing.lower_ in {"it", "there"} or not cue.takes("raise"):
        return
    for child in verb.rights:
        if child.dep_ in {"xcomp", "acomp", "oprd"}:
            if cue.takes("to") and is_infinitive(child):
                return
            yield Complement("raise", [tree(thing), tree(child)], child)


def prepositional(governor: Token, cue: Cue) -> Iterator[Complement]:
    """The object of a preposition that the cue governs: "called for calm"."""
    if not cue.prepositions:
        return
    for child in governor.rights:
        name = cue.takes(f"p:{child.lower_}")
        if name and child.dep_ in {"prep", "agent", "prt", "dative"}:
            objects = [c for c in child.children if c.dep_ in {"pobj", "pcomp"}]
            if objects and objects[0].lower_ not in contentless() and not is_time(child):
                start, end = _stretch(governor, child)
                yield Complement(name, [(max(start, child.i + 1), end)], objects[0], child)


def _thing(verb: Token, passive: bool) -> Token | None:
    role = "nsubjpass" if passive else "dobj"
    return next((c for c in verb.children if c.dep_ == role), None)


def _joint(child: Token, cue: Cue, passive: bool) -> str | None:
    """The frame that a phrase behind the object fills together with it."""
    if child.dep_ == "prep":
        return cue.takes(f"obj+{child.lower_}")
    if child.dep_ == "xcomp" and is_infinitive(child):
        said_of = passive and cue.takes("that") and not cue.takes("obj-to")
        return cue.takes("obj+to") or ("that" if said_of else cue.takes("obj-to", "to"))
    return cue.takes("obj+adj") if child.dep_ in {"oprd", "xcomp"} else None


def _behind_agent(verb: Token, thing: Token, cue: Cue) -> Iterator[Complement]:
    """`was accused by the army of spying`: the phrase hangs on the agent."""
    for child in verb.rights:
        if child.dep_ == "agent":
            for token in child.subtree:
                if token.dep_ == "prep" and (name := cue.takes(f"obj+{token.lower_}")):
                    yield Complement(name, [tree(thing), tree(token)], token)
                    return


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


def _stretch(verb: Token, thing: Token, to_end: bool = False) -> Range:
    """The object and the phrases behind it up to the next comma, conjunction or clause."""
    start, end = tree(thing)
    for child in verb.rights:
        if child.i < end:
            continue
        keeps = to_end or child.dep_ in {"prep", "acl", "relcl", "oprd", "xcomp"}
        if not keeps or child.left_edge.i != end or is_time(child):
            break
        if child.dep_ in {"punct", "cc", "conj", "advcl", "npadvmod"}:
            break
        end = child.right_edge.i + 1
    return start, end
