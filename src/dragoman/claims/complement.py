"""What is said, as a complement of the word that says it."""

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.claims.spans import Range


@dataclass(frozen=True, slots=True)
class Complement:
    """What is said (`ranges`), in which frame, and the preposition that belongs to the cue."""

    frame: str
    ranges: list[Range]
    head: Token
    preposition: Token | None = None


def is_time(phrase: Token) -> bool:
    """Whether a prepositional phrase names a time: "on Friday"."""
    return any(t.ent_type_ in {"DATE", "TIME"} and t.dep_ == "pobj" for t in phrase.children)
