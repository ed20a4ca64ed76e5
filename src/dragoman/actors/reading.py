"""The state of one document's resolution: scene, registry, cast, context."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.actors.cast import Cast, Figure, Mention
from dragoman.actors.context import Context
from dragoman.actors.entries import Entry, Phase
from dragoman.actors.hits import Hit
from dragoman.actors.phrase import Phrase
from dragoman.actors.registry import Registry
from dragoman.actors.roles import Roles
from dragoman.actors.scene import Scene
from dragoman.actors.things import Things
from dragoman.actors.vocabulary import words_of
from dragoman.records.actor import MentionForm

LATELY = 365
"""Days for which somebody who left an office is still called by it."""


@dataclass(slots=True)
class Stage:
    """What every step of the resolution of one document shares.

    `hits` are the names of the registry in the text, `things` its nouns for nobody, `aliases`
    acronyms that it introduced, `full_names` its persons by folded surname, `sites` the nouns for
    places without a name, which are looked at when everybody else is known, `consumed` where names
    begin that a role noun has taken in ("the government of Chad").
    """

    scene: Scene
    registry: Registry
    roles: Roles
    context: Context
    hits: tuple[Hit, ...] = ()
    things: Things | None = None
    cast: Cast = field(default_factory=Cast)
    aliases: dict[str, Figure] = field(default_factory=dict)
    full_names: dict[str, str] = field(default_factory=dict)
    sites: list[Phrase] = field(default_factory=list)
    consumed: set[int] = field(default_factory=set)

    @property
    def title_words(self) -> frozenset[str]:
        """Every word that occurs in a title."""
        return self.registry.titles.words

    def held(self, phase: Phase) -> bool:
        """Whether a phase may hold on the day of the report, or held not long before."""
        day = self.scene.day
        if day is None:
            return True
        return phase.interval.holds(day) > 0 or phase.interval.holds(day - LATELY) > 0

    def attest(self, figure: Figure, sector: str = "", seats: tuple[str, ...] = ()) -> None:
        """What the text itself calls somebody wins where the registry had it so until lately."""
        for phase in figure.entry.phases if figure.entry else ():
            so = phase.sector == sector if sector else bool(set(seats) & set(phase.seats))
            if so and self.held(phase):
                figure.sector, figure.office = phase.sector or None, phase.office or None
                figure.country = phase.countries[0] if phase.countries else figure.country
                return

    def sentence(self, phrase: Phrase) -> int:
        """The position of the sentence that a phrase stands in."""
        return self.scene.sentences[phrase.head.i]

    def mention(
        self,
        phrase: Phrase,
        figure: Figure,
        form: MentionForm,
        antecedent: Mention | None = None,
        inferred: bool = False,
    ) -> Mention:
        """Takes a phrase in as a mention of a figure."""
        return self.cast.add(
            Mention(
                start=phrase.start,
                end=phrase.end,
                form=form,
                head=phrase.head.idx,
                token=phrase.head.i,
                sentence=self.sentence(phrase),
                figure=figure,
                subject=_is_subject(phrase.head),
                aside=phrase.head.head.dep_ in {"relcl", "acl"},
                inferred=inferred or antecedent is not None,
                antecedent=antecedent.start if antecedent else None,
            )
        )

    def entry_figure(self, entries: tuple[Entry, ...], near: str | None) -> Figure:
        """The figure of whoever of several bearers of a name is meant."""
        chosen = self.registry.choose(entries, self.scene.day, near)
        entry, on_day = chosen[0]
        return self.cast.known(entry, on_day, self.registry.candidates(chosen))


def _is_subject(head: Token) -> bool:
    """Whether a noun is a subject, or the measured part of one: "hundreds of *supporters*"."""
    of = head.head
    if head.dep_ == "pobj" and of.lower_ == "of" and of.head.lower_ in words_of("measures"):
        head = of.head
    return head.dep_ in {"nsubj", "nsubjpass"}
