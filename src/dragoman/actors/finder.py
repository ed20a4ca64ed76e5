"""Parsed → Actor: phrases are collected, then resolved from the first word to the last."""

from pathlib import Path

from dragoman.actors import coreference, describing, naming
from dragoman.actors.cast import Mention
from dragoman.actors.context import Context, Sighting
from dragoman.actors.hits import Hit, scan
from dragoman.actors.metonymy import Metonymy
from dragoman.actors.phrases import PRONOUNS, Phrase, collect
from dragoman.actors.reading import Stage
from dragoman.actors.registry import Registry
from dragoman.actors.roles import Roles
from dragoman.actors.scene import Scene
from dragoman.actors.titling import title_before
from dragoman.parsing import Parsed
from dragoman.records import Actor, Found, PlaceMention


class ActorFinder:
    """Finds who is mentioned and resolves it against the registry as of the day of the report."""

    def __init__(self, extra: tuple[Path, ...] = (), cache: Path | None = None) -> None:
        self.registry = Registry.load(extra, cache)
        self._roles = Roles()
        self._metonymy = Metonymy()

    def find(self, parsed: Parsed, places: tuple[PlaceMention, ...] = ()) -> Found[Actor]:
        """The actors of the text with all their mentions, by first mention."""
        scene = Scene(parsed)
        hits = scan(scene, self.registry)
        sentences = {sent.start: at for at, sent in enumerate(parsed.doc.sents)}
        context = Context(self._sightings(scene, hits, places, sentences))
        stage = Stage(scene, self.registry, self._roles, context, sentence_of=sentences)
        phrases = collect(scene, hits, self._roles)
        self._resolve(stage, phrases)
        return Found(stage.cast.actors(parsed.document.text))

    def _sightings(
        self,
        scene: Scene,
        hits: tuple[Hit, ...],
        places: tuple[PlaceMention, ...],
        sentences: dict[int, int],
    ) -> list[Sighting]:
        found = []
        for hit in hits:
            code = next((code for entry in hit.entries for code in entry.countries), None)
            if code:
                head = scene.span(hit.start, hit.end).root
                place = hit.sort == "metonym" and not self._metonymy.acts(head, True)
                at = sentences.get(head.sent.start, 0)
                found.append(Sighting(hit.start, code, place, at))
        covered = {(hit.start, hit.end) for hit in hits}
        for mention in places:
            if mention.country and (mention.start, mention.end) not in covered:
                sent = sentences.get(scene.token(mention.start).sent.start, 0)
                found.append(Sighting(mention.start, mention.country, not mention.adjectival, sent))
        return found

    def _resolve(self, stage: Stage, phrases: list[Phrase]) -> None:
        hits = [phrase.hit for phrase in phrases if phrase.hit]
        titles: list[tuple[int, int]] = []
        for phrase in phrases:
            if phrase.sort in {"person", "hit"} and _is_person(phrase):
                title = title_before(stage, phrase, hits)
                titles.append((title.start, phrase.core))
                phrase.start = title.start
        for phrase in phrases:
            if phrase.sort == "role" and any(s <= phrase.core < e for s, e in titles):
                continue
            self._one(stage, phrase, hits)

    def _one(self, stage: Stage, phrase: Phrase, hits: list[Hit]) -> None:
        match phrase.sort:
            case "pronoun":
                self._pronoun(stage, phrase)
            case "role":
                self._role(stage, phrase, hits)
            case "person":
                title = title_before(stage, phrase, hits)
                figure = naming.person(stage, phrase, title)
                stage.mention(phrase, figure, "title" if title.words else "name")
            case "organisation":
                name = stage.scene.parsed.text(phrase.start, phrase.end)
                figure = stage.cast.figure(f"organisation:{name.lower()}", name, "organisation")
                stage.mention(phrase, figure, "name")
            case "hit":
                self._hit(stage, phrase, hits)

    def _hit(self, stage: Stage, phrase: Phrase, hits: list[Hit]) -> None:
        assert phrase.hit is not None
        hit, near = phrase.hit, stage.context.country(stage.sentence(phrase), False)
        if _is_person(phrase):
            title = title_before(stage, phrase, hits)
            figure = naming.person(stage, phrase, title)
            stage.mention(phrase, figure, "title" if title.words else "name")
            return
        if hit.sort == "demonym":
            self._people(stage, phrase)
            return
        figure = stage.entry_figure(hit.entries, near)
        metonym = hit.sort == "metonym"
        if figure.kind == "location" and not self._metonymy.acts(phrase.head, metonym):
            return
        stage.mention(phrase, figure, "metonym" if metonym else "name")

    def _people(self, stage: Stage, phrase: Phrase) -> None:
        """ "Syrians" are people of Syria; "Syrian" before a noun is an adjective of it."""
        assert phrase.hit is not None
        entry, on_day = stage.registry.choose(phrase.hit.entries, stage.scene.day, None)[0]
        noun = phrase.head.pos_ in {"NOUN", "PROPN"} and phrase.head.dep_ not in {
            "amod",
            "compound",
        }
        kind = "people" if noun else "adjective"
        figure = stage.cast.figure(
            f"{kind}:{entry.id}", phrase.hit.text, "group" if noun else "nationality"
        )
        figure.country = on_day.country
        if noun:
            figure.sector, figure.plural, figure.noun = "CVL", True, "people"
        stage.mention(phrase, figure, "nominal" if noun else "adjective")

    def _role(self, stage: Stage, phrase: Phrase, hits: list[Hit]) -> None:
        inside = [hit for hit in hits if phrase.start <= hit.start and hit.end <= phrase.core]
        figure = describing.described(stage, phrase, inside, _behind(stage, phrase, hits))
        inferred = False
        if figure.country is None and not figure.entry:
            located = figure.sector not in {"GOV", "MIL", "LEG"}
            figure.country = stage.context.country(stage.sentence(phrase), located)
            inferred = True
        stage.mention(phrase, figure, "name" if figure.entry else "nominal", inferred=inferred)

    def _pronoun(self, stage: Stage, phrase: Phrase) -> None:
        word = PRONOUNS[phrase.head.lower_]
        if word in {"i", "we"}:
            kind = "person" if word == "i" else "organisation"
            figure = stage.cast.figure(f"pronoun:{word}", phrase.head.text, kind)  # type: ignore[arg-type]
            stage.mention(phrase, figure, "pronoun", inferred=True)
            return
        before: Mention | None = coreference.antecedent(stage, phrase)
        if before:
            stage.mention(phrase, before.figure, "pronoun", before)


def _is_person(phrase: Phrase) -> bool:
    return phrase.sort == "person" or bool(
        phrase.hit and phrase.hit.sort == "name" and phrase.hit.entries[0].kind == "person"
    )


def _behind(stage: Stage, phrase: Phrase, hits: list[Hit]) -> Hit | None:
    """The name behind "of", "from", "for" or "in" right after a role noun."""
    text = stage.scene.doc.text
    for hit in hits:
        between = text[phrase.end : hit.start].lower().split() if hit.start >= phrase.end else []
        if between and between[0] in {"of", "from", "for", "in"} and len(between) <= 2:
            return hit if between[1:] in ([], ["the"]) else None
    return None
