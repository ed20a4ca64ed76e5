"""Pronouns and definite descriptions → who was mentioned before."""

from dataclasses import dataclass
from itertools import islice

from dragoman import resources
from dragoman.actors.binding import is_disjoint
from dragoman.actors.cast import Figure, Mention
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.spelling import words

REACH = 3
"""How many sentences a pronoun may lie behind its antecedent, with few between (Hobbs 1978)."""
FAR = 8
"""The same for definite descriptions, which hold their antecedent longer than pronouns do."""
MOST = 80
"""How many mentions are looked at, from the phrase back: no news text has more within reach."""
_SUBJECT, _ASIDE, _NAMED, _DISTANCE = 2.0, 1.0, 0.5, 1.5
"""Weights of salience: a subject, one of a relative clause ("a charge that X denies"), a name, a
sentence of distance."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a definite description can take up."""

    picks: frozenset[str]
    limits: frozenset[str]


class Coreference:
    """Antecedents by salience: recency, subjects first, agreement in kind, number and gender."""

    def __init__(self) -> None:
        self._descriptions = {
            row["noun"]: Description(
                frozenset(row.values("picks")), frozenset(row.values("limits"))
            )
            for row in resources.table("actors/descriptions.tsv")
        }
        self._genders = {
            row["name"]: row["pronoun"] for row in resources.table("actors/given_names.tsv")
        }

    @property
    def nouns(self) -> frozenset[str]:
        """The nouns of definite descriptions."""
        return frozenset(self._descriptions)

    def pronoun(self, stage: Stage, phrase: Phrase) -> Mention | None:
        """The mention that a third-person pronoun takes up, if any fits within reach."""
        found = self._best(stage, phrase, REACH, lambda m: self._agrees(phrase.word, m))
        if found and phrase.word in {"it", "they"} and self._rivalled(stage, phrase, found):
            return None
        if found and phrase.word in {"he", "she"}:
            found.figure.gender = phrase.word
        return found

    def _rivalled(self, stage: Stage, phrase: Phrase, found: Mention) -> bool:
        """Whether a thing is the likelier antecedent: "the deal is done; it takes effect"."""
        here, best = stage.sentence(phrase), _rank(stage, phrase, found)
        things = stage.things.before(phrase.head.i, phrase.word == "they") if stage.things else []
        for token, subject in things:
            score = _SUBJECT * subject - _DISTANCE * (here - stage.scene.sentences[token.i])
            if (score, token.i, 0) > best:
                return True
        return False

    def description(self, stage: Stage, phrase: Phrase, noun: str) -> Mention | None:
        """The mention that "the group", "the kingdom" takes up, if any fits within reach."""
        description = self._descriptions.get(noun)
        if description is None:
            return None
        return self._best(stage, phrase, FAR, lambda m: _fits(description, m.figure))

    def office(
        self, stage: Stage, phrase: Phrase, seats: tuple[str, ...], country: str | None
    ) -> Mention | None:
        """The person (of a country, if one is given) who was called by the same office before."""
        noun = phrase.role.noun if phrase.role else ""

        def holds(mention: Mention) -> bool:
            figure = mention.figure
            if figure.kind != "person" or country not in {None, figure.country}:
                return False
            said = noun in words(figure.office or "") or figure.noun == noun
            return said or bool(set(figure.seats) & set(seats))

        return self._best(stage, phrase, FAR, holds)

    def _best(self, stage: Stage, phrase: Phrase, reach: int, fits) -> Mention | None:  # type: ignore[no-untyped-def]
        here = stage.sentence(phrase)
        best: tuple[float, int, int] | None = None
        found = None
        for mention in islice(reversed(stage.cast.mentions), MOST):
            distance = here - mention.sentence
            if distance > reach:
                break
            if mention.end > phrase.start or mention.form == "adjective" or not fits(mention):
                continue
            if is_disjoint(mention, phrase.head):
                continue
            rank = _rank(stage, phrase, mention)
            if best is None or rank > best:
                best, found = rank, mention
        return found

    def _agrees(self, word: str, mention: Mention) -> bool:
        figure = mention.figure
        match word:
            case "he" | "she":
                return figure.kind == "person" and self._gender(figure) in {"", word}
            case "person":
                return figure.kind == "person"
            case "they":
                return figure.plural or (figure.kind == "organisation" and not figure.noun)
        return figure.kind in {"organisation", "location"} and not figure.plural

    def _gender(self, figure: Figure) -> str:
        if not figure.gender:
            figure.gender = self._genders.get(figure.name.split()[0], "") or "-"
        return figure.gender.removesuffix("-")


def _rank(stage: Stage, phrase: Phrase, mention: Mention) -> tuple[float, int, int]:
    """How salient a mention is where a phrase stands; of equal ones the last is the likeliest."""
    score = _NAMED * (mention.form != "nominal")
    score += (_ASIDE if mention.aside else _SUBJECT) * mention.subject
    score -= _DISTANCE * (stage.sentence(phrase) - mention.sentence)
    return score, mention.token, -mention.start


def standing_for(stage: Stage, figure: Figure, noun: str) -> Figure:
    """Who is meant where a description takes up a country that was only a place so far.

    "Rebels fought in Syria. The government …": its government, not its ground.
    """
    if figure.kind != "location" or figure.entry is None:
        return figure
    organ = stage.registry.organs.organ(noun)
    entry = stage.registry.organs.entry(f"{figure.entry.id}:{organ}") if organ else None
    return stage.entry_figure((entry or figure.entry,), None)


def _fits(description: Description, figure: Figure) -> bool:
    kind = figure.entry.kind if figure.entry else figure.kind
    if figure.noun == "people":
        kind = "people"
    if description.limits and figure.country not in description.limits:
        return False
    return kind in description.picks or (
        figure.kind in {"organisation", "group"} and f"sector:{figure.sector}" in description.picks
    )
