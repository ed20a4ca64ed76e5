"""The actors of one document while it is being read."""

from dataclasses import dataclass, field

from dragoman.actors.entries import Entry
from dragoman.actors.standing import Standing
from dragoman.actors.vocabulary import vocabulary
from dragoman.records import Actor, ActorMention, Candidate
from dragoman.records.actor import ActorKind, MentionForm


@dataclass(slots=True)
class Figure:
    """One actor. `noun` is the role noun of an unnamed one, `seats` what a person holds,
    `guessed` tells that the country was taken from the text around and gives way to better."""

    key: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    secondary: tuple[str, ...] = ()
    entry: Entry | None = None
    office: str | None = None
    candidates: tuple[Candidate, ...] = ()
    noun: str = ""
    seats: tuple[str, ...] = ()
    gender: str = ""
    plural: bool = False
    guessed: bool = False
    mentions: list["Mention"] = field(default_factory=list)


@dataclass(slots=True)
class Mention:
    """A mention, and the index of its head token and sentence. `aside` tells that it stands in a
    relative clause; `apart` ones are reported although another mention lies around them."""

    start: int
    end: int
    form: MentionForm
    head: int
    token: int
    sentence: int
    figure: Figure
    subject: bool = False
    aside: bool = False
    inferred: bool = False
    antecedent: int | None = None
    apart: bool = False


class Cast:
    """Figures by key, and all mentions in the order in which they were made."""

    def __init__(self) -> None:
        self.figures: dict[str, Figure] = {}
        self.mentions: list[Mention] = []
        self._by_token: dict[int, Mention] = {}

    def figure(self, key: str, name: str, kind: ActorKind) -> Figure:
        """The figure of that key, new with this name and kind if there is none yet."""
        if key not in self.figures:
            self.figures[key] = Figure(key, name, kind)
        return self.figures[key]

    def known(
        self, entry: Entry, on_day: Standing, candidates: tuple[Candidate, ...] = ()
    ) -> Figure:
        """The figure of a registry entry as it stands on the day."""
        if entry.id in self.figures:
            return self.figures[entry.id]
        figure = self.figure(entry.id, entry.name, _record_kind(entry))
        figure.entry = entry
        figure.country, figure.sector = on_day.country, on_day.sector
        figure.secondary, figure.office = on_day.secondary, on_day.office
        figure.candidates = candidates
        if on_day.phase:
            figure.seats = on_day.phase.seats
        return figure

    def add(self, mention: Mention) -> Mention:
        """Takes a mention in."""
        mention.figure.mentions.append(mention)
        self.mentions.append(mention)
        self._by_token.setdefault(mention.token, mention)
        return mention

    def at(self, token: int) -> Mention | None:
        """The mention whose head is that token, if there is one."""
        return self._by_token.get(token)

    def actors(self, text: str) -> tuple[Actor, ...]:
        """The records, by first mention, ids `a1`, `a2` … in that order."""
        present = [figure for figure in self.figures.values() if figure.mentions]
        nested = self._nested()
        for figure in present:
            whole = [mention for mention in figure.mentions if id(mention) not in nested]
            figure.mentions = whole or figure.mentions[:1]
            figure.mentions.sort(key=lambda mention: (mention.start, -mention.end))
        present.sort(key=lambda figure: (figure.mentions[0].start, -figure.mentions[0].end))
        return tuple(_actor(f"a{number}", figure, text) for number, figure in enumerate(present, 1))

    def _nested(self) -> set[int]:
        """Mentions that only modify the one around them: the group in "its fighters".

        The second party of "French and German ministers" is apart, and so is the person in "his
        deputy": they are somebody else than whom the words around them mention.
        """
        found, reach = set(), 0
        for mention in sorted(self.mentions, key=lambda m: (m.start, -m.end)):
            if mention.end <= reach and not mention.apart:
                found.add(id(mention))
            reach = max(reach, mention.end)
        return found


def _record_kind(entry: Entry) -> ActorKind:
    kind: ActorKind = vocabulary().kinds[entry.kind].record  # type: ignore[assignment]
    return kind


def _actor(ident: str, figure: Figure, text: str) -> Actor:
    seen: dict[tuple[int, int], ActorMention] = {}
    for mention in figure.mentions:
        record = ActorMention(
            start=mention.start,
            end=mention.end,
            text=text[mention.start : mention.end],
            form=mention.form,
            head=mention.head,
            inferred=mention.inferred,
            antecedent=mention.antecedent,
        )
        seen.setdefault((mention.start, mention.end), record)
    return Actor(
        id=ident,
        name=figure.name,
        kind=figure.kind,
        country=figure.country,
        sector=figure.sector,
        secondary=figure.secondary,
        entry=figure.entry.id if figure.entry else None,
        office=figure.office,
        mentions=tuple(seen.values()),
        candidates=figure.candidates if len(figure.candidates) > 1 else (),
    )
