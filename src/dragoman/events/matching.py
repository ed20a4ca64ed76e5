"""Lexicon entries held against a predicate of the text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.events.frames import Frame, frame_of
from dragoman.events.lexicon import Condition, Entry, Lexicon
from dragoman.events.words import lemma, names, pobjs, spelling

_LINKS = {"prt", "advmod", "prep", "dobj", "attr", "acomp", "oprd", "agent", "npadvmod", "dative",
          "nsubjpass", "xcomp", "pobj", "amod", "compound", "nmod", "advcl", "pcomp", "poss"}  # fmt: skip
_MODIFIERS = {"compound", "amod", "nmod", "poss", "npadvmod", "advmod"}


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that fits: the words it covers and the objects it leaves to be filled."""

    entry: Entry
    frame: Frame
    words: tuple[Token, ...]
    objects: tuple[Token, ...]


def kinds_of(token: Token) -> tuple[str, ...]:
    """Under which kinds of entry a token may be looked up."""
    if token.pos_ in {"VERB", "AUX"}:
        return ("noun", "verb") if token.dep_ in {"dobj", "pobj", "nsubj"} else ("verb",)
    if token.pos_ in {"NOUN", "PROPN"}:
        return ("noun",)
    if token.pos_ == "ADJ":
        return ("adj", "verb") if token.tag_ in {"VBN", "VBG"} else ("adj",)
    if token.dep_ in {"prep", "acomp", "advmod"} and token.pos_ in {"ADP", "ADV"}:
        return ("adj",)
    return ()


def matches(
    token: Token, lexicon: Lexicon, is_actor: Callable[[Token], bool]
) -> Iterator[Match]:
    """The entries that fit a token, most specific first."""
    frame: Frame | None = None
    for kind in kinds_of(token):
        for entry in _entries(lexicon, kind, token):
            frame = frame or frame_of(token)
            found = _match(entry, frame, lexicon, is_actor)
            if found is not None:
                yield found


def _entries(lexicon: Lexicon, kind: str, token: Token) -> list[Entry]:
    found = lexicon.of(kind, lemma(token))
    if not found and kind == "noun":
        found = lexicon.of(kind, spelling(token.lower_))
    return found


def _match(
    entry: Entry, frame: Frame, lexicon: Lexicon, is_actor: Callable[[Token], bool]
) -> Match | None:
    if entry.kind == "noun":
        placed = _noun_words(entry, frame.head)
    else:
        placed = _chain(entry.words[1:], frame)
    if placed is None:
        return None
    objects = _objects(frame, placed, entry)
    if not _holds(entry.object, objects, lexicon, is_actor):
        return None
    return Match(entry, frame, (frame.head, *placed), tuple(objects))


def _noun_words(entry: Entry, head: Token) -> tuple[Token, ...] | None:
    before, after = entry.words[: entry.head], entry.words[entry.head + 1 :]
    found = []
    for word in before:
        held = [c for c in head.children if c.dep_ in _MODIFIERS and c.i < head.i]
        inner = [g for c in held for g in c.children if g.dep_ in _MODIFIERS]
        fitting = [c for c in held + inner if word in {lemma(c), spelling(c.lower_)}]
        if not fitting:
            return None
        found.append(fitting[0])
    rest = _chain(after, frame_of(head)) if after else ()
    return None if rest is None else (*found, *rest)


def _chain(words: tuple[str, ...], frame: Frame) -> tuple[Token, ...] | None:
    """Finds each word below the predicate or below a word found before it."""
    found: list[Token] = []
    for word in words:
        holders = [frame.head, *found]
        at = next((c for holder in reversed(holders) for c in holder.children
                   if c not in found and c.dep_ in _LINKS
                   and word in {lemma(c), spelling(c.lower_)}), None)  # fmt: skip
        if at is None:
            at = next((o for o in frame.objects if word == lemma(o) and o not in found), None)
        if at is None:
            return None
        found.append(at)
    return tuple(found)


def _objects(frame: Frame, placed: tuple[Token, ...], entry: Entry) -> list[Token]:
    """What the entry acts on: behind its last preposition, else the object that is left over."""
    if placed and entry.kind != "noun":
        last = placed[-1]
        if last.dep_ in {"prep", "dative", "agent"} and (governed := pobjs(last)):
            return governed
    left = [token for token in frame.objects if token not in placed]
    return left


def _holds(
    condition: Condition | None,
    objects: list[Token],
    lexicon: Lexicon,
    is_actor: Callable[[Token], bool],
) -> bool:
    if condition is None:
        return True
    if condition.absent and objects:
        return False
    if condition.present and not objects:
        return False
    if condition.actor and not any(is_actor(token) for token in objects):
        return False
    if not (condition.wanted or condition.unwanted):
        return True
    named = set().union(*(_unwrapped(token, lexicon) for token in objects)) if objects else set()
    if condition.unwanted & named:
        return False
    return not condition.wanted or bool(condition.wanted & named)


def _unwrapped(token: Token, lexicon: Lexicon) -> set[str]:
    """The names of a noun and, behind "some of" or "a series of", of what it is a part of."""
    found = names(token)
    if lemma(token) in lexicon.classes["part"]:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                found |= set().union(set(), *(names(noun) for noun in pobjs(child)))
    return found
