"""Which words may name the parties of an event: slots of a frame, best first."""

from spacy.tokens import Token

from dragoman.events.frames import Frame, surface_subjects
from dragoman.events.matching import Match
from dragoman.events.sketches import Group
from dragoman.events.words import first_conjunct

VERB_TARGETS = ("against", "on", "upon", "at", "toward", "towards", "to", "into", "with", "over",
                "from", "among", "for", "of", "in", "near", "around")  # fmt: skip
NOUN_TARGETS = ("on", "against", "upon", "at", "toward", "towards", "to", "into", "with", "over",
                "from", "among", "for", "in", "near")  # fmt: skip
_ADJUNCTS = {"after", "following", "in", "during", "through", "with", "by", "amid", "before"}


def verb_parties(match: Match) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Sources and targets of a verbal or adjectival predicate."""
    frame, entry = match.frame, match.entry
    sources = (tuple(frame.subjects),)
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
    by = tuple(preps.get("by", ()))
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
    for slot in entry.target or NOUN_TARGETS:
        targets.append(tuple(preps.get(slot, ())))
    return tuple(g for g in sources if g), tuple(g for g in targets if g)


def implied_agent(noun: Token) -> Group:
    """The subject of a clause in which an event noun stands in an adjunct: "after an offensive"."""
    at = first_conjunct(noun)
    if at.dep_ == "pobj" and at.head.lower_ in _ADJUNCTS:
        verb = at.head.head
        if verb.pos_ in {"VERB", "AUX"}:
            return tuple(surface_subjects(verb))
    return ()
