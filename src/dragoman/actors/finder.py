"""Parsed → Actor: phrases are collected, then resolved from the first word to the last."""

import re
from pathlib import Path

from dragoman.actors.cast import Mention
from dragoman.actors.context import Context, Sighting
from dragoman.actors.coreference import Coreference, standing_for
from dragoman.actors.describing import describe, labelled
from dragoman.actors.entries import Entry
from dragoman.actors.grounds import ground
from dragoman.actors.hits import Hit, between, scan
from dragoman.actors.metonymy import Metonymy
from dragoman.actors.naming import Title, organisation, person
from dragoman.actors.nesting import (
    behind,
    elsewhere,
    full_names,
    is_person,
    labels,
    mere_noun,
    not_elsewhere,
    outermost,
    predicate,
)
from dragoman.actors.owners import held_by
from dragoman.actors.phrase import Phrase
from dragoman.actors.phrases import Collector
from dragoman.actors.reading import Stage
from dragoman.actors.registry import Registry
from dragoman.actors.roles import ACTING, GROUND, Roles
from dragoman.actors.scene import Scene
from dragoman.actors.sources import is_agents
from dragoman.actors.speakers import first_person
from dragoman.actors.starred import is_starred, meant
from dragoman.actors.things import Things
from dragoman.actors.titling import title_before
from dragoman.actors.vocabulary import vocabulary
from dragoman.parsing import Parsed
from dragoman.records import Actor, Found, PlaceMention


class ActorFinder:
    """Finds who is mentioned and resolves it against the registry as of the day of the report."""

    def __init__(self, extra: tuple[Path, ...] = (), cache: Path | None = None) -> None:
        self.registry = Registry.load(extra, cache)
        self._roles = Roles(tuple(path for path in extra if is_agents(path)))
        self._metonymy = Metonymy()
        self._coreference = Coreference()
        self._collector = Collector(self._roles, self._coreference.nouns)

    def find(self, parsed: Parsed, places: tuple[PlaceMention, ...] = ()) -> Found[Actor]:
        """The actors of the text with all their mentions, by first mention."""
        scene = Scene(parsed)
        named = not_elsewhere(scan(scene, self.registry), places)
        starred = frozenset(hit.start for hit in named if is_starred(hit))
        firm = tuple(hit for hit in named if hit.start not in starred)
        context = Context(self._sightings(scene, firm, places))
        organs = self.registry.organs
        hits = tuple(
            hit for hit in named if hit.start not in starred or meant(hit, scene, context, organs)
        )
        stage = Stage(scene, self.registry, self._roles, context, hits)
        stage.full_names = full_names(scene)
        phrases = elsewhere(self._collector.collect(scene, hits), places)
        stage.things = Things(scene.doc, phrases)
        titles = {
            id(phrase): title_before(stage, phrase) for phrase in phrases if is_person(phrase)
        }
        labelling = labels(phrases)
        for phrase in outermost(phrases, titles):
            if id(phrase) not in labelling:
                self._resolve(stage, phrase, titles.get(id(phrase)))
        for phrase in phrases:
            if phrase.word in {"i", "we"}:
                first_person(stage, phrase)
        ground(stage, places)
        return Found(stage.cast.actors(parsed.document.text))

    def _sightings(
        self, scene: Scene, hits: tuple[Hit, ...], places: tuple[PlaceMention, ...]
    ) -> list[Sighting]:
        found = []
        for hit in hits:
            code = next((code for entry in hit.entries for code in entry.countries), None)
            if code and code not in vocabulary().international:
                head = scene.head(hit.start, hit.end)
                place = hit.sort != "demonym" and not self._metonymy.acts(head, hit.sort != "name")
                found.append(Sighting(hit.start, code, place, scene.sentences[head.i]))
        covered = {(hit.start, hit.end) for hit in hits}
        for mention in places:
            if mention.country and (mention.start, mention.end) not in covered:
                sentence = scene.sentences[scene.token(mention.start).i]
                place = not mention.adjectival
                found.append(Sighting(mention.start, mention.country, place, sentence))
        return found

    def _resolve(self, stage: Stage, phrase: Phrase, title: Title | None) -> None:
        if title is not None:
            phrase.start = title.start
            figure = person(stage, phrase, title)
            stage.mention(phrase, figure, "title" if title.words else "name")
        elif phrase.sort == "pronoun":
            if phrase.word not in {"i", "we"}:
                self._pronoun(stage, phrase)
        elif phrase.sort == "role":
            self._role(stage, phrase)
        elif phrase.sort == "alias":
            self._alias(stage, phrase)
        elif phrase.sort == "description":
            self._description(stage, phrase)
        elif phrase.hit and phrase.hit.start in stage.consumed:
            return
        elif phrase.hit is None:
            figure = organisation(stage, phrase)
            labelled(stage, phrase, figure)
            stage.mention(phrase, figure, "name")
        elif phrase.hit.sort == "demonym":
            self._people(stage, phrase, phrase.hit)
        else:
            self._named(stage, phrase, phrase.hit)

    def _named(self, stage: Stage, phrase: Phrase, hit: Hit) -> None:
        near = stage.context.country(stage.sentence(phrase), located=False)
        metonym = hit.sort == "metonym"
        if held_by(stage, hit) or _in_dateline(stage, hit):
            return
        entry = stage.registry.choose(hit.entries, stage.scene.day, near)[0][0]
        if entry.kind == "region":
            return
        if entry.kind == "state" and not self._metonymy.acts(phrase.head, metonym):
            if not metonym:
                self._ground(stage, phrase, entry)
            return
        figure = stage.entry_figure(hit.entries, near)
        labelled(stage, phrase, figure)
        stage.mention(phrase, figure, "metonym" if metonym else "name")

    def _ground(
        self, stage: Stage, phrase: Phrase, entry: Entry, before: Mention | None = None
    ) -> None:
        """A country as the ground on which something happens: a place that may be a target."""
        figure = stage.cast.figure(f"place:{entry.id}", entry.name, "location")
        figure.country = entry.countries[0] if entry.countries else None
        figure.entry = entry
        stage.mention(phrase, figure, "nominal" if before else "name", before)

    def _alias(self, stage: Stage, phrase: Phrase) -> None:
        """An acronym stands for what stood before the bracket that introduced it."""
        if phrase.alias not in stage.aliases:
            before = stage.cast.mentions[-1] if stage.cast.mentions else None
            if before is None or not 0 < phrase.start - before.end <= 3:
                return
            stage.aliases[phrase.alias] = before.figure
        stage.mention(phrase, stage.aliases[phrase.alias], "name")

    def _people(self, stage: Stage, phrase: Phrase, hit: Hit) -> None:
        """ "Syrians" are people of Syria; "Syrian" before a noun is an adjective of it."""
        entry, on_day = stage.registry.choose(hit.entries, stage.scene.day, None)[0]
        noun = phrase.head.pos_ in {"NOUN", "PROPN"}
        noun = noun and phrase.head.dep_ not in {"amod", "compound", "nmod"}
        kind = "people" if noun else "adjective"
        key = f"{kind}:{entry.id}"
        figure = stage.cast.figure(key, hit.text, "group" if noun else "nationality")
        figure.country = on_day.country
        if noun and (on_day.country is None or _ethnic(stage, phrase)):
            figure.country = stage.context.country(stage.sentence(phrase), located=True)
        if noun:
            figure.sector, figure.plural, figure.noun = "CVL", True, "people"
        stage.mention(phrase, figure, "nominal" if noun else "adjective")

    def _role(self, stage: Stage, phrase: Phrase) -> None:
        assert phrase.role is not None
        if mere_noun(phrase):
            return
        if phrase.role.form in (*GROUND, *ACTING):
            acts = self._metonymy.acts(phrase.head, capital=True)
            if not acts or phrase.role.form in GROUND:
                self._unnamed_ground(stage, phrase, acts)
                return
        inside = between(stage.hits, phrase.start, phrase.core)
        describe(stage, self._coreference, phrase, inside, behind(stage, phrase))

    def _description(self, stage: Stage, phrase: Phrase) -> None:
        before = self._coreference.description(stage, phrase, phrase.word)
        if before is None:
            return
        if self._metonymy.acts(phrase.head, capital=False):
            figure = standing_for(stage, before.figure, phrase.word)
            stage.mention(phrase, figure, "nominal", before)
        elif before.figure.entry and before.figure.entry.kind == "state":
            self._ground(stage, phrase, before.figure.entry, before)

    def _unnamed_ground(self, stage: Stage, phrase: Phrase, acts: bool) -> None:
        """Keeps a noun for ground for later, unless nothing is done to it: craft, and whoever acts.

        "The town fell" is about ground, "the town hopes" is not.
        """
        form = phrase.role.form if phrase.role else ""
        doing = acts and phrase.head.dep_ == "nsubj"
        if form != "craft" and not doing and not predicate(phrase):
            stage.sites.append(phrase)

    def _pronoun(self, stage: Stage, phrase: Phrase) -> None:
        before = self._coreference.pronoun(stage, phrase)
        if before:
            mention = stage.mention(phrase, before.figure, "pronoun", before)
            mention.apart = phrase.word in {"he", "she"}


def _ethnic(stage: Stage, phrase: Phrase) -> bool:
    """ "Ethnic Albanians" are at home where the text places them, not in Albania."""
    at = stage.scene.word_at(phrase.start)
    return at > 0 and stage.scene.folded[at - 1] == "ethnic"


_AFTER_DATELINE = re.compile(r"(?:, [^\n()–—-]{2,24})?(?: \([^)\n]{2,24}\))? ?[-–—] ")


def _in_dateline(stage: Stage, hit: Hit) -> bool:
    """Whether a name in capitals opens a paragraph as its dateline: "LONDON (Agency) - "."""
    text = stage.scene.text
    opens = hit.start == 0 or text[hit.start - 1] == "\n"
    return opens and hit.text.isupper() and bool(_AFTER_DATELINE.match(text, hit.end))
