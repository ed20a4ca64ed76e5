"""Which words may name the parties of an event: slots of a frame, best first."""

from typing import Protocol

from spacy.tokens import Token

from dragoman.events.effects import Outcome
from dragoman.events.frames import frame_of, is_passive, surface_subjects
from dragoman.events.matching import Match
from dragoman.events.sketches import Group, Sketch
from dragoman.events.words import first_conjunct

VERB_TARGETS = ("against", "on", "upon", "at", "toward", "towards", "to", "into", "with", "over",
                "from", "among", "for", "of", "in", "near", "around")  # fmt: skip
NOUN_TARGETS = ("on", "against", "upon", "at", "toward", "towards", "to", "into", "with", "over",
                "from", "among", "for", "in", "near")  # fmt: skip
_ADJUNCTS = {"after", "following", "in", "during", "through", "with", "by", "amid", "before"}


class Parties(Protocol):
    """What the composition asks of the actors of a document."""

    def is_actor(self, token: Token) -> bool:
        """Whether the words below a token name an actor."""
        ...

    def is_place(self, token: Token) -> bool:
        """Whether a word names a place, and nobody who acts."""
        ...

    def is_state(self, token: Token) -> bool:
        """Whether a word is the name of a state."""
        ...

    def is_head(self, token: Token) -> bool:
        """Whether a noun is the head of an actor's name."""
        ...

    def same(self, one: Group, other: Group) -> bool:
        """Whether two groups of words name the same party."""
        ...


def verb_parties(match: Match) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Sources and targets of a verbal or adjectival predicate."""
    frame, entry = match.frame, match.entry
    standing = frame.passive and "mid" in entry.flags and not frame.subjects
    sources = (tuple(frame.objects if standing else frame.subjects),)
    objects = (tuple(match.objects),)
    taken = {token.i for token in match.words}
    inner = _below(match)
    slots = entry.target or ("obj", "dat", *VERB_TARGETS)
    targets: list[Group] = []
    for slot in slots:
        if slot == "obj":
            targets += objects
        elif slot == "dat":
            targets.append(tuple(frame.datives))
        elif slot == "own":
            targets += [tuple(c for o in match.objects for c in o.children if c.dep_ == "poss")]
        else:
            held = frame.preps.get(slot, []) + inner.get(slot, [])
            targets.append(tuple(token for token in held if token.i not in taken))
    return sources, tuple(group for group in targets if group)


def _preps_of(words: Group) -> dict[str, list[Token]]:
    """What hangs on an agent or on a word of the noun: "by rebels on the town"."""
    found: dict[str, list[Token]] = {}
    for word in words:
        for name, held in _preps(word).items():
            found.setdefault(name, []).extend(held)
    return found


def _below(match: Match) -> dict[str, list[Token]]:
    """The prepositions below the nouns that belong to the predicate: talks *with*."""
    found: dict[str, list[Token]] = {}
    for word in match.words[1:]:
        if word.pos_ in {"NOUN", "PROPN", "ADJ", "ADV", "VERB"}:
            for name, held in _preps(word).items():
                found.setdefault(name, []).extend(held)
    for word in match.objects:
        for name, held in _preps(word).items():
            found.setdefault(name, []).extend(held)
    return found


def _preps(word: Token) -> dict[str, list[Token]]:
    from_word: dict[str, list[Token]] = {}
    for child in word.children:
        if child.dep_ == "prep":
            from_word.setdefault(child.lower_, []).extend(
                noun for noun in child.children if noun.dep_ == "pobj"
            )
    return from_word


def noun_parties(match: Match) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Sources and targets of an event noun."""
    frame, entry = match.frame, match.entry
    preps = frame.preps
    of = tuple(preps.get("of", ()))
    by = tuple(preps.get("by", ())) or tuple(_preps_of(of).get("by", ()))
    owners, modifiers = tuple(frame.owners), tuple(frame.modifiers)
    between = tuple(preps.get("between", ())) + tuple(preps.get("among", ()))
    of_target = bool({"of-target", "patient"} & entry.flags)
    patient = "patient" in entry.flags and not of and (not by or bool(owners))
    sources: list[Group] = [by, between]
    targets: list[Group] = []
    if patient and owners:
        targets.append(owners)
    else:
        sources.append(owners)
    sources.append(modifiers)
    (targets if of_target else sources).append(of)
    if entry.target and "from" not in entry.target:
        sources.append(tuple(preps.get("from", ())))
    below = _preps_of((*by, *match.words))
    for slot in entry.target or NOUN_TARGETS:
        targets.append((*preps.get(slot, ()), *below.get(slot, ())))
    taken = {word.i for word in match.words}
    return _without(taken, sources), _without(taken, targets)


def _without(taken: set[int], groups: list[Group]) -> tuple[Group, ...]:
    left = (tuple(token for token in group if token.i not in taken) for group in groups)
    return tuple(group for group in left if group)


def clause_parties(match: Match) -> tuple[Group, ...]:
    """Who stands in the clause below an operator whose content the lexicon does not know."""
    found: list[Group] = []
    for clause in (*match.frame.clauses, *_thoughts(match)):
        inner = frame_of(clause)
        below = (noun for held in inner.preps.values() for noun in held)
        found += [tuple(inner.subjects), tuple(inner.objects), tuple(inner.datives), tuple(below)]
    return tuple(group for group in found if group)


def _thoughts(match: Match) -> list[Token]:
    """The that-clauses of an entry's nouns: "expressed hope *that ties with Dastan would last*"."""
    return [
        clause
        for word in (*match.words[1:], *match.objects)
        for clause in word.children
        if clause.dep_ in {"acl", "relcl", "ccomp"}
        and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    ]


def condition_subjects(verb: Token) -> tuple[Group, ...]:
    """The subject of an "if" or "unless" clause: whom a threat without addressee means.

    Not of a passive one: "if the president is not freed" threatens who holds him.
    """
    clauses = [c for at in (verb, *verb.children) for c in at.children if c.dep_ == "advcl"]
    return tuple(
        tuple(surface_subjects(clause))
        for clause in clauses
        if any(c.lower_ in {"if", "unless"} for c in clause.children) and not is_passive(clause)
    )


def implied_agent(noun: Token) -> Group:
    """The subject of a clause in which an event noun stands in an adjunct: "after an offensive"."""
    at = first_conjunct(noun)
    if at.dep_ == "pobj" and at.head.lower_ in _ADJUNCTS:
        verb = at.head.head
        if verb.pos_ in {"VERB", "AUX"} and not is_passive(verb):
            return tuple(surface_subjects(verb))
    return ()


def _shares_subject(match: Match) -> bool:
    """ "is to be lifted", "is expected to meet": the subject is that of the clause below."""
    flags, frame = match.entry.flags, match.frame
    return "inf" in flags or ("mid" in flags and frame.passive and not frame.subjects)


def sides(
    match: Match,
    own: tuple[Group, ...],
    loose: tuple[Group, ...],
    content: Sketch,
    outcome: Outcome,
) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Who acts on whom once an operator stands above a content."""
    if outcome.sides == "owner":
        return content.sources, content.targets
    if outcome.sides == "undergo":
        by = tuple(match.frame.preps.get("by", ()))
        return (by, *content.sources, *loose), own
    if content.symmetric and outcome.sides != "content" and _shares_subject(match):
        return content.sources[:1], (*content.sources[1:], *content.targets)
    if outcome.sides == "content" or _shares_subject(match):
        doing = match.entry.effect == "do"
        first, second = (
            (own, content.sources) if doing and content.nominal else (content.sources, own)
        )
        return (*first, *second), (*content.targets, *(loose if content.nominal else ()))
    frame = match.frame
    inside = content.used | {content.head.i} | {t.i for t in content.words}
    addressed = (*match.objects, *frame.datives)
    direct = tuple(t for t in addressed if t.i not in inside)
    thing = (content.head,)
    if match.entry.effect == "dispatch":
        return own, (*loose, *content.targets, thing)
    return own, (direct, *content.sources, *content.targets, *loose, thing)
