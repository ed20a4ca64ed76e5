"""Whose an unnamed actor is, where no word of its own phrase says so."""

from dragoman.actors.binding import disjoint, is_disjoint
from dragoman.actors.cast import Figure, Mention
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.vocabulary import vocabulary

STATE = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "SPY"))
"""Sectors of a state: bare officials are those of the state that spoke last."""
_POLICE = frozenset(("COP", "JUD"))
_LOCAL = _POLICE | {"MIL"}
"""Sectors met where things happen: bare police, judges and soldiers are those of the place."""
_BACK = 2


def country_of(stage: Stage, phrase: Phrase, figure: Figure) -> Mention | None:
    """Sets the country of an unnamed figure from the text around; the mention that decided."""
    figure.guessed = True
    if here := _on_the_spot(stage, phrase, figure):
        figure.country = here
        return None
    if figure.sector in STATE - _POLICE and not _indefinite(stage, phrase):
        before = _last_state(stage, phrase)
        if before:
            figure.country = before.figure.country
            return before
    else:
        before = _same_sector(stage, figure)
        if before:
            figure.country = before.figure.country
            return before
    located = figure.sector not in STATE - _LOCAL
    others = _other_governments(stage, phrase) if figure.sector == "GOV" else frozenset()
    figure.country = stage.context.country(stage.sentence(phrase), located, others)
    return None


def _other_governments(stage: Stage, phrase: Phrase) -> frozenset[str]:
    """The countries of the governments that act on a phrase, which is thus none of theirs."""
    acting = (mention.figure for mention in disjoint(stage.cast, phrase.head))
    return frozenset(one.country for one in acting if one.country and one.sector == "GOV")


def _on_the_spot(stage: Stage, phrase: Phrase, figure: Figure) -> str | None:
    """The country of the places in the sentence, for those who are where things happen.

    "Rockets hit Haifa, wounding two soldiers", "health officials there".
    """
    head = phrase.head
    there = head.i + 1 < len(head.doc) and head.nbor(1).lower_ in {"here", "there"}
    if there or figure.sector in _LOCAL:
        return stage.context.scene(stage.sentence(phrase))
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
        state = figure.entry and figure.sector in STATE and figure.country
        if mention.subject and state and not is_disjoint(mention, phrase.head):
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
