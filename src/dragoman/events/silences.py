"""Predicates of which the lexicon says nothing: sketches without a type, for a model to judge."""

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from dragoman.events.frames import frame_of
from dragoman.events.lexicon import Entry, Lexicon
from dragoman.events.matching import Match
from dragoman.events.moods import is_conditional, is_unrealised
from dragoman.events.parties import Parties
from dragoman.events.plain import plain
from dragoman.events.sketches import Sketch
from dragoman.events.words import lemma

UNKNOWN = ""
_MAIN = {"ROOT", "conj", "ccomp"}
_FINITE = {"VBD", "VBZ", "VBP"}
_MODAL = {"MD", "TO"}
_SLOTS = ("obj", "dat", "against", "on", "upon", "at", "toward", "towards", "to", "into", "with",
          "from")  # fmt: skip


def silent(
    sentence: Span, lexicon: Lexicon, coded: Collection[int], parties: Parties
) -> Iterator[Sketch]:
    """The plainly stated verbs of a sentence that no entry fits, as sketches of type `UNKNOWN`.

    Verbs of saying and of mere states, tokens that are `coded` already, and whatever is negated,
    modal, conditional or unfinished are left out: of those a model knows less than the rules.
    """
    for token in sentence:
        if token.pos_ != "VERB" or token.i in coded or _is_deedless(token, lexicon):
            continue
        if _is_plain(token):
            yield _sketch(token, parties)


def known_types(token: Token, lexicon: Lexicon) -> frozenset[str]:
    """The types that the lexicon has for a verb under conditions that do not hold here."""
    return frozenset(entry.type for entry in lexicon.of("verb", lemma(token)))


def _is_deedless(verb: Token, lexicon: Lexicon) -> bool:
    name = lemma(verb)
    phrasal = any(child.dep_ == "prt" for child in verb.children)
    stative = name in lexicon.classes["stative"] and not phrasal
    return stative or name in lexicon.classes["saying"]


def _is_plain(verb: Token) -> bool:
    if verb.dep_ not in _MAIN or (verb.dep_ == "conj" and verb.head.pos_ not in {"VERB", "AUX"}):
        return False
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.tag_ in _MODAL for child in helpers):
        return False
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children):
        return False
    finite = verb.tag_ in _FINITE or any(child.tag_ in _FINITE for child in helpers)
    return finite and not is_conditional(verb) and not is_unrealised(verb)


def _sketch(verb: Token, parties: Parties) -> Sketch:
    frame = frame_of(verb)
    entry = Entry(
        rule=f"no entry for {lemma(verb)}",
        kind="verb",
        words=(lemma(verb),),
        head=0,
        type=UNKNOWN,
        effect="",
        mode=None,
        cameo=None,
        contexts=(),
        object=None,
        subject=None,
        target=_SLOTS,
        flags=frozenset(),
    )
    match = Match(entry, frame, (verb,), (*frame.objects, *frame.datives))
    return plain(match, parties)
