"""The sketch of a predicate that stands alone, with nothing below it to operate on."""

from dragoman.events.matching import Match
from dragoman.events.parties import (
    Parties,
    clause_parties,
    condition_subjects,
    implied_agent,
    noun_parties,
    verb_parties,
)
from dragoman.events.sketches import Group, Sketch

IF_TARGETS = {"THREATEN"}
"""Types whose addressee may stand as the subject of an "if" clause."""


def plain(match: Match, parties: Parties) -> Sketch:
    """The event that a matched entry tells by itself."""
    entry = match.entry
    nominal = entry.kind == "noun"
    sources, targets = noun_parties(match) if nominal else verb_parties(match)
    implied = _implied(match, sources, parties) if nominal else ()
    sources = (*sources, implied) if implied else sources
    if "rev" in entry.flags:
        sources, targets = targets, sources
    if "sym" in entry.flags:
        sources, targets = (*sources, *targets), ()
    if entry.type in IF_TARGETS:
        targets = (*targets, *condition_subjects(match.frame.head))
    if entry.effect:
        targets = (*targets, *clause_parties(match))
    return Sketch(
        type=entry.type,
        head=match.frame.head,
        words=match.words,
        sources=sources,
        targets=targets,
        mode=entry.mode,
        cameo=entry.cameo,
        contexts=entry.contexts,
        symmetric="sym" in entry.flags,
        scope=(match.frame.head,),
        rules=(entry.rule,),
        used=_covered(match),
        nominal=nominal,
        weak="weak" in entry.flags,
        effect=entry.effect,
        own=entry.own,
        bare=entry.bare,
        suffered="rev" in entry.flags and not nominal,
        implied=bool(implied),
    )


def _implied(match: Match, sources: tuple[Group, ...], parties: Parties) -> Group:
    """Who does what an event noun without a doer of its own tells in somebody's clause."""
    if {"patient", "of-target"} & match.entry.flags:
        return ()
    if any(parties.is_actor(token) for group in sources for token in group):
        return ()
    return implied_agent(match.frame.head)


def _covered(match: Match) -> frozenset[int]:
    """The tokens that are coded with a plain event and tell no event of their own."""
    entry = match.entry
    used = {token.i for token in match.words}
    if entry.object and entry.object.wanted:
        used |= {token.i for token in match.objects}
    if entry.kind == "noun" and "of-target" in entry.flags:
        used |= {token.i for token in match.frame.preps.get("of", ())}
    return frozenset(used)
