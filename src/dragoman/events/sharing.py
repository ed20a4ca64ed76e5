"""Whose word is whose: the words of a sentence parted among the events that it tells."""

from spacy.tokens import Span, Token

from dragoman.events.merging import Draft
from dragoman.events.moods import climbing
from dragoman.events.words import lemma

_EMPTY = {"PUNCT", "DET", "ADP", "SPACE", "CCONJ", "SCONJ", "PRON", "PART"}
"""Parts of speech that show neither a number nor a topic."""


def shared_words(sentence: Span, drafts: list[Draft]) -> list[list[Token]]:
    """For each draft the words of its clauses: what hangs on it before it hangs on another.

    A word that hangs on no event goes to each event noun whose clause or toll it tells of.
    """
    held: list[list[Token]] = [[] for _ in drafts]
    if not drafts:
        return held
    owners = _owners(drafts)
    clauses = [(held[at], _clause(draft.sketch.head)) for at, draft in enumerate(drafts)]
    for token in sentence:
        if token.pos_ in _EMPTY:
            continue
        above = list(climbing(token))
        owner = next((owners[at.i] for at in above if at.i in owners), None)
        if owner is not None:
            held[owner].append(token)
            continue
        on = {at.i for at in above}
        for words, clause in clauses:
            if clause in on:
                words.append(token)
    return held


def _owners(drafts: list[Draft]) -> dict[int, int]:
    owners = {head.i: at for at, draft in enumerate(drafts) for head in draft.heads}
    for at, draft in enumerate(drafts):
        for used in draft.sketch.used:
            owners.setdefault(used, at)
    return owners


def _clause(noun: Token) -> int | None:
    """The verb in whose clause an event noun is the subject: "left six dead".

    So too behind a toll: "the death toll from the attack rose to 61".
    """
    if noun.dep_ == "pobj" and lemma(noun.head.head) == "toll":
        noun = noun.head.head
    return noun.head.i if noun.dep_ in {"nsubj", "nsubjpass"} else None
