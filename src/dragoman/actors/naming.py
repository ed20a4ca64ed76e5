"""Names → figures: hits of the registry, persons and organisations that the text names."""

from dataclasses import dataclass

from dragoman.actors.belonging import STATE, country_of
from dragoman.actors.cast import Figure, Mention
from dragoman.actors.entries import Entry
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.spelling import key
from dragoman.actors.vocabulary import LEADING, vocabulary, words_of

_PROMINENT = 8
"""Seats of a rank up to this make a bare surname known without its first name."""


@dataclass(frozen=True, slots=True)
class Title:
    """What stands before a name: seats, a sector, a country, whether it is over."""

    start: int
    seats: tuple[str, ...] = ()
    sector: str | None = None
    country: str | None = None
    former: bool = False
    words: str = ""


def person(stage: Stage, phrase: Phrase, title: Title) -> Figure:
    """The figure that a person's name means, with the title before it."""
    name = stage.scene.parsed.text(phrase.core, phrase.end).strip()
    near = title.country or stage.context.country(stage.sentence(phrase), located=False)
    figure = _said_before(stage, name)
    if figure is None and (whole := stage.full_names.get(key(name))):
        name = whole
    figure = figure or _registered(stage, name, title, near) or _reigning(stage, phrase, name)
    if figure is None:
        figure = stage.cast.figure(f"person:{key(name)}", name, "person")
    appositive(stage, phrase, figure)
    _told(stage, phrase, figure, title)
    return figure


def organisation(stage: Stage, phrase: Phrase) -> Figure:
    """The figure of an organisation that the registry does not know."""
    name = stage.scene.parsed.text(phrase.core, phrase.end)
    somebody = (
        (_said_before(stage, name) or _reigning(stage, phrase, name)) if " " not in name else None
    )
    return somebody or stage.cast.figure(f"organisation:{key(name)}", name, "organisation")


def _reigning(stage: Stage, phrase: Phrase, name: str) -> Figure | None:
    """The head of state or government whose surname stands before "regime", "government" …"""
    at = stage.scene.word_at(phrase.end)
    if at >= len(stage.scene.folded) or stage.scene.folded[at] not in words_of("reigns"):
        return None
    return _registered(stage, name, Title(phrase.core, seats=LEADING), None)


def _said_before(stage: Stage, name: str) -> Figure | None:
    """The person whose full name stood earlier in the text and ends or begins with this one."""
    wanted = key(name).split()
    for mention in reversed(stage.cast.mentions):
        figure = mention.figure
        if figure.kind != "person" or figure.noun:
            continue
        names = [figure.name] + [n.text for n in (figure.entry.names if figure.entry else ())]
        for other in names:
            parts = key(other).split()
            if parts[-len(wanted) :] == wanted or parts[: len(wanted)] == wanted:
                return figure
    return None


def _registered(stage: Stage, name: str, title: Title, near: str | None) -> Figure | None:
    registry = stage.registry
    entries = tuple(e for e in registry.named(name) if e.kind == "person")
    entries = entries or registry.shortened(name)
    if not entries and " " in name:
        roughly = registry.lengthened(name) or registry.alike(name)
        entries = tuple(e for e in roughly if e.kind == "person" and _at_hand(stage, e, title))
    if entries:
        return stage.entry_figure(entries, near)
    bearers = registry.of_surname(name)
    likely = tuple(entry for entry in bearers if _likely(stage, entry, title, near))
    likely = likely or _any_day(stage, bearers, title)
    return stage.entry_figure(likely, near) if likely else None


def _at_hand(stage: Stage, entry: Entry, title: Title) -> bool:
    """Whether the text speaks of the person's country: a safeguard where a name nearly fits."""
    if set(entry.countries) & {title.country, *vocabulary().international}:
        return True
    return stage.context.names(entry.countries)


def _any_day(stage: Stage, bearers: tuple[Entry, ...], title: Title) -> tuple[Entry, ...]:
    """The one bearer of a surname who ever held the seat that the title names, or led a state.

    For reports whose date is wrong or a dummy, and for looks ahead and back.
    """
    wanted = set(title.seats) or set(LEADING)
    found = [
        entry
        for entry in bearers
        if (title.country is None or title.country in entry.countries)
        and (title.seats or _at_hand(stage, entry, title))
        and any(wanted & set(phase.seats) for phase in entry.phases)
    ]
    return tuple(found[:1]) if len(found) == 1 or title.seats else ()


def _likely(stage: Stage, entry: Entry, title: Title, near: str | None) -> bool:
    """Whether a surname alone can mean this person here: by title, or prominent on that day."""
    held = [phase for phase in entry.phases if stage.held(phase)]
    if title.country and title.country not in entry.countries:
        return False
    if title.seats:
        return any(set(phase.seats) & set(title.seats) for phase in held)
    return near in entry.countries and any(phase.rank <= _PROMINENT for phase in held)


def _told(stage: Stage, phrase: Phrase, figure: Figure, title: Title) -> None:
    """What the title says of a person whom the registry does not know, or knows otherwise."""
    if title.words and not figure.office:
        figure.office = title.words
    if title.country and not figure.country:
        figure.country = title.country
    if title.sector not in {None, "UNK"} and not figure.sector:
        figure.sector = "ELI" if title.former and title.sector in STATE else title.sector
    if figure.country is None and figure.sector in STATE and not figure.entry:
        country_of(stage, phrase, figure)
    if title.seats:
        figure.seats = tuple(dict.fromkeys((*figure.seats, *title.seats)))
    if title.seats and not title.former:
        stage.attest(figure, seats=title.seats)
    if title.former and figure.entry and figure.sector in STATE:
        figure.sector, figure.office = vocabulary().former, title.words


def _described(stage: Stage, phrase: Phrase) -> Mention | None:
    """The mention right before a name that may describe it: ", " between, a comma behind."""
    text = stage.scene.text
    last = stage.cast.mentions[-1] if stage.cast.mentions else None
    enclosed = text[phrase.end : phrase.end + 1] in {",", "."}
    if last is not None and enclosed and text[last.end : phrase.start] == ", ":
        return last
    return stage.cast.at(phrase.head.head.i) if phrase.head.dep_ == "appos" else None


def appositive(stage: Stage, phrase: Phrase, figure: Figure) -> None:
    """ "The foreign minister, NAME": the described person before a name is the named one."""
    before = _described(stage, phrase)
    if before and before.figure.noun and before.figure.kind == "person":
        described = before.figure
        described.mentions.remove(before)
        before.figure = figure
        figure.mentions.append(before)
        figure.country = figure.country or described.country
        figure.sector = figure.sector or described.sector
        figure.office = figure.office or described.noun
