"""Whose an unnamed actor is, where no word of its own phrase says so."""

from dragoman.actors.cast import Figure, Mention
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.vocabulary import vocabulary

STATE = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "SPY"))
"""Sectors of a state: bare officials are those of the state that spoke last."""
_BACK = 2


def country_of(stage: Stage, phrase: Phrase, figure: Figure) -> Mention | None:
    """Sets the country of an unnamed figure from the text around; the mention that decided."""
    figure.guessed = True
    if figure.sector in STATE and not _indefinite(stage, phrase):
        before = _last_state(stage, phrase)
        if before:
            figure.country = before.figure.country
            return before
    else:
        before = _same_sector(stage, figure)
        if before:
            figure.country = before.figure.country
            return before
    located = figure.sector not in STATE
    figure.country = stage.context.country(stage.sentence(phrase), located)
    return None


def _indefinite(stage: Stage, phrase: Phrase) -> bool:
    """Whether "a", "an", "any" or "some" makes the phrase new to the text."""
    return stage.scene.token(phrase.start).lower_ in {"a", "an", "any", "some"}


def _last_state(stage: Stage, phrase: Phrase) -> Mention | None:
    """The state or organ of one that acted last, in this sentence or the two before."""
    here = stage.sentence(phrase)
    for mention in reversed(stage.cast.mentions):
        if here - mention.sentence > _BACK:
            return None
        figure = mention.figure
        if mention.subject and figure.entry and figure.sector in STATE and figure.country:
            return mention
    return None


def _same_sector(stage: Stage, figure: Figure) -> Mention | None:
    """An earlier actor of the same sector: the insurgents of the last paragraph."""
    if figure.sector not in {"REB", "PRM", "OPP", "CRM"}:
        return None
    for mention in reversed(stage.cast.mentions):
        other = mention.figure
        state = other.country and other.country not in vocabulary().international
        if other is not figure and other.sector == figure.sector and state:
            return mention
    return None
