"""The fixed words of an entry, found around its predicate: "take … control … of"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.events.frames import Frame, frame_of, is_infinitive
from dragoman.events.lexicon import Entry
from dragoman.events.words import hyphenated, lemma, spelling

_LINKS = frozenset(
    [
        "prt",
        "advmod",
        "prep",
        "dobj",
        "attr",
        "acomp",
        "oprd",
        "agent",
        "npadvmod",
        "dative",
        "nsubjpass",
        "xcomp",
        "pobj",
        "amod",
        "compound",
        "nmod",
        "advcl",
        "pcomp",
        "poss",
    ]
)
_PARTICLES = {"up", "down", "off", "out", "away", "back", "over"}
_NOMINAL = {"pobj", "dobj", "attr", "nsubjpass"}
_MODIFIERS = {"compound", "amod", "nmod", "poss", "npadvmod", "advmod"}


def noun_words(entry: Entry, head: Token) -> tuple[Token, ...] | None:
    """The words beside the head of an event noun; None where one is missing."""
    before, after = entry.words[: entry.head], entry.words[entry.head + 1 :]
    found = []
    for word in before:
        held = [c for c in head.children if c.dep_ in _MODIFIERS and c.i < head.i]
        inner = [g for c in held for g in c.children if g.dep_ in _MODIFIERS]
        fitting = [c for c in held + inner if word in {lemma(c), spelling(c.lower_)}]
        if not fitting:
            return None
        found.append(fitting[0])
    rest = chained(after, frame_of(head)) if after else ()
    return None if rest is None else (*found, *rest)


def chained(words: tuple[str, ...], frame: Frame) -> tuple[Token, ...] | None:
    """Finds each word below the predicate or below a word found before it."""
    found: list[Token] = []
    for word in words:
        holders = [frame.head, *found]
        below = (child for holder in reversed(holders) for child in _below(holder))
        at = next((c for c in below if c not in found and word in _called(c)), None)
        if at is None:
            at = next((o for o in frame.objects if word == lemma(o) and o not in found), None)
        if at is None:
            behind = (
                c for o in frame.objects for c in o.children if c.dep_ == "amod" and c.i > o.i
            )
            at = next((c for c in behind if word == lemma(c)), None)
        if at is None and word == "to":
            continue  # of an infinitive, whose verb the next word names
        if at is None:
            return None
        found.append(at)
    if len(found) < len(words) and not any(is_infinitive(word) for word in found):
        return None
    return None if found and _is_stray(found[-1], frame) else tuple(found)


def _called(token: Token) -> set[str]:
    return {lemma(token), spelling(token.lower_), hyphenated(token)}


def _below(holder: Token) -> Iterator[Token]:
    """What hangs on a word closely enough to be one expression with it."""
    for child in holder.children:
        if child.dep_ in _LINKS or (child.dep_ == "ccomp" and child.pos_ == "ADJ"):
            yield child
            if child.dep_ in _NOMINAL:
                yield from (c for c in child.children if c.dep_ in _MODIFIERS)


def _is_stray(word: Token, frame: Frame) -> bool:
    """A preposition where the entry means a particle: "control be taken … in the government"."""
    if word.dep_ != "prep" or word.head != frame.head or word.lower_ not in _PARTICLES:
        return False
    return any(token.i < word.i for token in frame.objects)


def is_phrasal(verb: Token) -> bool:
    """Whether a particle makes another verb of it: "struck down the claim"."""
    return any(
        c.lower_ in _PARTICLES
        and (c.dep_ == "prt" or (c.dep_ == "advmod" and c.i == verb.i + 1 and c.lower_ == "away"))
        for c in verb.children
    )
