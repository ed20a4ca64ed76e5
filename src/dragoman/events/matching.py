"""Lexicon entries held against a predicate of the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Token

from dragoman.events.expressions import chained, is_phrasal, noun_words
from dragoman.events.frames import Frame, frame_of
from dragoman.events.lexicon import Condition, Entry, Lexicon
from dragoman.events.words import hyphenated, lemma, names, pobjs, spelling, vocabulary


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that fits: the words it covers and the objects it leaves to be filled."""

    entry: Entry
    frame: Frame
    words: tuple[Token, ...]
    objects: tuple[Token, ...]
    named: int = 0

    @property
    def weight(self) -> int:
        """How specific the match is: the entry's weight and the length of the object's name."""
        return self.entry.weight + self.named


def kinds_of(token: Token) -> tuple[str, ...]:
    """Under which kinds of entry a token may be looked up."""
    if token.dep_ in {"aux", "auxpass"}:
        return ()
    if token.pos_ in {"VERB", "AUX"}:
        return ("noun", "verb") if token.dep_ in {"dobj", "pobj", "nsubj"} else ("verb",)
    if token.pos_ in {"NOUN", "PROPN"}:
        return ("noun",)
    if token.pos_ == "ADJ":
        return ("adj", "verb") if token.tag_ in {"VBN", "VBG"} else ("adj",)
    if token.dep_ in {"prep", "acomp", "advmod"} and token.pos_ in {"ADP", "ADV"}:
        return ("adj",)
    return ()


class Names(Protocol):
    """What conditions ask of the names in a document."""

    def is_actor(self, token: Token) -> bool:
        """Whether a word names an actor."""
        ...

    def is_place(self, token: Token) -> bool:
        """Whether a word names a place, and nobody who acts."""
        ...

    def is_state(self, token: Token) -> bool:
        """Whether a word is the name of a state: "beat Croatia"."""
        ...


PLACE = "town"
"""The word that a place name counts as: what is said of a town is said of Mosul."""


def matches(token: Token, lexicon: Lexicon, names_of: Names) -> Iterator[Match]:
    """The entries that fit a token, most specific first."""
    frame: Frame | None = None
    for kind in kinds_of(token):
        fitting = []
        around = vocabulary(token)
        for entry in _entries(lexicon, kind, token, around):
            if not entry.rest <= around:
                continue
            frame = frame or frame_of(token)
            found = _match(entry, frame, lexicon, names_of)
            if found is not None:
                fitting.append(found)
        yield from sorted(fitting, key=lambda match: -match.weight)


def _entries(lexicon: Lexicon, kind: str, token: Token, around: frozenset[str]) -> list[Entry]:
    joined = hyphenated(token) if "-" in around else ""
    if joined and (found := lexicon.of(kind, joined)):
        return found
    found = lexicon.of(kind, lemma(token))
    if not found and kind == "noun":
        found = lexicon.of(kind, spelling(token.lower_))
    return found


def _match(entry: Entry, frame: Frame, lexicon: Lexicon, names_of: Names) -> Match | None:
    if entry.kind == "noun":
        placed = noun_words(entry, frame.head)
    else:
        placed = chained(entry.words[1:], frame)
    if placed is None:
        return None
    if entry.kind == "verb" and len(entry.words) == 1:
        if frame.phrasal is None:
            frame.phrasal = is_phrasal(frame.head)
        if frame.phrasal:
            return None
    held = _objects(frame, placed, entry, lexicon)
    if held is None:
        return None
    objects, others = held
    if "intr" in entry.flags and (frame.objects or frame.passive):
        return None
    if "pass" in entry.flags and not (frame.passive and frame.clauses):
        return None
    if "bare" in entry.flags and not any(_is_bare(clause) for clause in frame.clauses):
        return None
    if "subj" in entry.flags and frame.clauses:
        return None
    if _holds(entry.subject, frame.subjects, frame, lexicon, names_of) is None:
        return None
    named = _holds(entry.object, objects, frame, lexicon, names_of)
    if named is None and entry.object and entry.object.wanted and others:
        named = _holds(entry.object, others, frame, lexicon, names_of)
        objects = [*others, *objects]
        named = named or None
    if named is None:
        return None
    return Match(entry, frame, (frame.head, *placed), tuple(objects), named)


def _is_bare(clause: Token) -> bool:
    """ "insisted that troops leave": a clause without tense below a verb in the past."""
    if clause.dep_ != "ccomp" or clause.tag_ not in {"VB", "VBP"}:
        return False
    return clause.head.tag_ == "VBD" and not any(c.dep_ == "aux" for c in clause.children)


def _objects(
    frame: Frame, placed: tuple[Token, ...], entry: Entry, lexicon: Lexicon
) -> tuple[list[Token], list[Token]] | None:
    """What the entry acts on, and what else it may: behind its last preposition, left over.

    None where the preposition only gives a time: "called him on Saturday".
    """
    left = [token for token in (*frame.objects, *frame.datives) if token not in placed]
    if entry.kind == "noun":
        return [noun for name in ("of", "to", "on", "in") for noun in frame.preps.get(name, ())], []
    if placed and placed[-1].dep_ in {"prep", "dative", "agent", "prt"}:
        governed = pobjs(placed[-1])
        if governed and all(lemma(noun) in lexicon.classes["time"] for noun in governed):
            return None
        fixed = any(word.pos_ in {"NOUN", "PROPN"} for word in placed)
        small = _small_subjects(placed)
        if small:
            return small, governed
        if governed and left and not (fixed or frame.passive):
            return left, governed
        if governed:
            return governed, left
    return left + _small_subjects(placed), []


def _small_subjects(placed: tuple[Token, ...]) -> list[Token]:
    """Of whom a small clause speaks: "found *the mayor* guilty of fraud"."""
    return [c for word in placed for c in word.children if c.dep_ == "nsubj"]


def _holds(
    condition: Condition | None,
    objects: list[Token],
    frame: Frame,
    lexicon: Lexicon,
    names_of: Names,
) -> int | None:
    """How many words of an object's name meet the condition; None where it does not hold."""
    if condition is None:
        return 0
    if condition.absent and not objects:
        return 0
    if condition.present and not objects:
        return None
    if condition.absent and not (condition.wanted or condition.actor):
        return None
    if condition.stateless and any(names_of.is_state(token) for token in objects):
        return None
    if not (condition.wanted or condition.unwanted or condition.actor):
        return 0
    named: set[str] = set()
    for token in objects:
        if token.i not in frame.named:
            place = {PLACE} if names_of.is_place(token) else set()
            frame.named[token.i] = _unwrapped(token, lexicon) | place
        named |= frame.named[token.i]
    if condition.unwanted & named:
        return None
    met = [len(name.split()) for name in condition.wanted & named]
    if met:
        return 2 * max(met)
    if condition.actor and any(names_of.is_actor(token) for token in objects):
        return 0
    return None if condition.wanted or condition.actor else 0


def _unwrapped(token: Token, lexicon: Lexicon) -> set[str]:
    """The names of a noun and, behind "some of" or "a series of", of what it is a part of."""
    found = names(token)
    if lemma(token) in lexicon.classes["part"]:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "in"}:
                for noun in pobjs(child):
                    found |= names(noun)
    return found
