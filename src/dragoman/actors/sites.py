"""Ground without a name → figures: "the town", "a hospital", "ISIL headquarters"."""

from dragoman.actors.cast import Figure, Mention
from dragoman.actors.coreference import FAR
from dragoman.actors.hits import between
from dragoman.actors.owners import owner_among
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.records import PlaceMention

_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_OWNED = frozenset(("", "MIL"))
"""Sectors of a site that say less than its owner does: a rebel base is the rebels'."""


class Sites:
    """Takes unnamed places into the cast. `named` are the named ones so far, with their mention."""

    def __init__(self, stage: Stage, places: tuple[PlaceMention, ...]) -> None:
        self.named: list[tuple[PlaceMention, Mention]] = []
        self._stage = stage
        self._starts = {place.start: place for place in places if not place.adjectival}
        self._ends = {place.end for place in self._starts.values()}
        self._unnamed: dict[str, Mention] = {}

    def take(self, phrase: Phrase) -> None:
        """Takes a phrase in, unless it only says what kind of place a name stands for."""
        role = phrase.role
        assert role is not None
        if role.form == "settlement" and self._labels(phrase):
            return
        before = self._before(phrase)
        figure = before.figure if before else self._new(phrase)
        mention = self._stage.mention(phrase, figure, "nominal", before, inferred=True)
        self._unnamed[role.noun] = mention

    def _labels(self, phrase: Phrase) -> bool:
        """Whether a name stands right beside the noun: "Hama province", "the town of Daraa"."""
        text = self._stage.scene.text
        behind = text[phrase.end : phrase.end + 4]
        return phrase.core - 1 in self._ends or (
            behind == " of " and phrase.end + 4 in self._starts
        )

    def _before(self, phrase: Phrase) -> Mention | None:
        """What a bare definite noun takes up: the last such place, by name or by noun."""
        words = self._stage.scene.text[phrase.start : phrase.core].lower().split()
        if phrase.role is None or words not in [[word] for word in _DEFINITE]:
            return None
        here = self._stage.sentence(phrase)
        found = self._unnamed.get(phrase.role.noun)
        for place, mention in reversed(self.named):
            if here - mention.sentence > FAR or (found and mention.start < found.start):
                break
            if place.precision in phrase.role.takes:
                return mention
        return found if found and here - found.sentence <= FAR else None

    def _new(self, phrase: Phrase) -> Figure:
        stage, role = self._stage, phrase.role
        assert role is not None
        name = stage.scene.parsed.text(phrase.start, phrase.end)
        figure = stage.cast.figure(f"site:{phrase.core}", name, "location")
        owner = owner_among(stage, between(stage.hits, phrase.start, phrase.core))
        country = stage.context.country(stage.sentence(phrase), located=True)
        figure.country = owner.country if owner and owner.country else country
        sector = stage.roles.sector(role, []) or None
        figure.sector = owner.sector if owner and role.sector in _OWNED else sector
        figure.noun, figure.plural = role.noun, role.plural
        return figure
