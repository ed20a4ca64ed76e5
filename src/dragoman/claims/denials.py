"""Denials in other words: "The ministry said it was not involved"."""

from spacy.tokens import Token

from dragoman.claims.speaker import Speaker
from dragoman.claims.words import verbs

_OWN = {"it", "he", "she", "they", "we", "i"}


def is_denial(said: Token, speaker: Speaker | None) -> bool:
    """Whether what is said is that the speaker did not do what one is accused of."""
    if speaker is None or said.lower_ not in verbs("denials"):
        return False
    if not any(c.dep_ == "neg" or c.lower_ == "never" for c in said.children):
        return False
    subject = next((c for c in said.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or any(c.lower_ in {"will", "would"} for c in said.children):
        return False
    return subject.lower_ in _OWN or subject.lower_ == speaker.head.lower_
