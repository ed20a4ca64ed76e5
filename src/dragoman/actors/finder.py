"""Parsed → Actor: phrases are collected, then resolved from the first word to the last."""

from pathlib import Path

from dragoman.actors.context import Context, Sighting
from dragoman.actors.coreference import Coreference
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
from dragoman.actors.roles import GROUND, Roles
from dragoman.actors.scene import Scene
from dragoman.actors.sources import is_agents
from dragoman.actors.speakers import first_person
from dragoman.actors.spelling import key
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
        hits = not_elsewhere(scan(scene, self.registry), places)
        context = Context(self._sightings(scene, hits, places))
        stage = Stage(scene, self.registry, self._roles, context, hits)
        stage.full_names = full_names(scene)
        phrases = elsewhere(self._collector.collect(scene, hits), places)
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
            before = self._coreference.description(stage, phrase, phrase.word)
            if before and self._metonymy.acts(phrase.head, capital=False):
                stage.mention(phrase, before.figure, "nominal", before)
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
        if held_by(stage, hit) or not _meant(stage, hit):
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

    def _ground(self, stage: Stage, phrase: Phrase, entry: Entry) -> None:
        """A country as the ground on which something happens: a place that may be a target."""
        figure = stage.cast.figure(f"place:{entry.id}", entry.name, "location")
        figure.country = entry.countries[0] if entry.countries else None
        figure.entry = entry
        stage.mention(phrase, figure, "name")

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
        form = phrase.role.form
        idle = form in {"site", "craft"} and not self._metonymy.acts(phrase.head, capital=True)
        if idle or form in GROUND:
            if form != "craft" and not predicate(phrase):
                stage.sites.append(phrase)
            return
        inside = between(stage.hits, phrase.start, phrase.core)
        describe(stage, self._coreference, phrase, inside, behind(stage, phrase))

    def _pronoun(self, stage: Stage, phrase: Phrase) -> None:
        before = self._coreference.pronoun(stage, phrase)
        if before:
            mention = stage.mention(phrase, before.figure, "pronoun", before)
            mention.apart = phrase.word in {"he", "she"}


def _ethnic(stage: Stage, phrase: Phrase) -> bool:
    """ "Ethnic Albanians" are at home where the text places them, not in Albania."""
    at = stage.scene.word_at(phrase.start)
    return at > 0 and stage.scene.folded[at - 1] == "ethnic"


def _meant(stage: Stage, hit: Hit) -> bool:
    """Whether a name that many bear (starred) can be meant: only where a bearer's country is named.

    "The Conservatives" are British in a text about Britain and nobody we know in one about Norway.
    """
    shape = key(hit.text)
    for entry in hit.entries:
        starred = all(name.starred for name in entry.names if key(name.text) == shape)
        starred = starred and any(key(name.text) == shape for name in entry.names)
        international = set(entry.countries) <= vocabulary().international
        if not starred or international or stage.context.names(entry.countries):
            return True
    return False
