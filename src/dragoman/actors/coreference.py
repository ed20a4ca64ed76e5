"""Pronouns and definite descriptions → who was mentioned before."""

from dragoman.actors.cast import Figure, Mention
from dragoman.actors.phrases import PRONOUNS, Phrase
from dragoman.actors.reading import Stage

REACH = 3
"""How many sentences an antecedent may lie back."""
_SUBJECT, _NAMED, _DISTANCE = 2.0, 0.5, 1.5


def antecedent(stage: Stage, phrase: Phrase) -> Mention | None:
    """The mention that a third-person pronoun takes up, if any fits within reach."""
    word = PRONOUNS[phrase.head.lower_]
    here = stage.sentence(phrase)
    best: tuple[float, int] | None = None
    found = None
    for mention in reversed(stage.cast.mentions):
        distance = here - mention.sentence
        if distance > REACH:
            break
        if mention.end > phrase.start or not _fits(word, mention.figure, mention):
            continue
        score = _SUBJECT * mention.subject + _NAMED * (mention.form != "nominal")
        score -= _DISTANCE * distance
        if best is None or (score, mention.start) > best:
            best, found = (score, mention.start), mention
    return found


def _fits(word: str, figure: Figure, mention: Mention) -> bool:
    if mention.form == "adjective":
        return False
    if word in {"he", "she"}:
        return figure.kind == "person" and figure.gender in {"", word}
    if word == "they":
        return figure.plural or (figure.kind == "organisation" and not figure.noun)
    return figure.kind in {"organisation", "location"} and not figure.plural
