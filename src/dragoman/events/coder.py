"""Parsed → Event: sketches put to names, dates, places and numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
from spacy.tokens import Span as Words
from spacy.tokens import Token

from dragoman.events import model
from dragoman.events.composing import Composer
from dragoman.events.dating import Dating
from dragoman.events.effects import load_effects
from dragoman.events.judging import Judge
from dragoman.events.lexicon import load_lexicon
from dragoman.events.magnitudes import Magnitudes
from dragoman.events.meetings import hosted
from dragoman.events.merging import Draft, merged
from dragoman.events.modality import Moods
from dragoman.events.moods import load_auxiliaries
from dragoman.events.naming import Naming
from dragoman.events.ontology import load_ontology
from dragoman.events.placing import Placing
from dragoman.events.sharing import shared_words
from dragoman.events.silences import silent
from dragoman.events.sketches import Sketch
from dragoman.events.standing import Standing
from dragoman.events.topics import Topics
from dragoman.events.weighing import alternatives, confidence, final_status, is_told, parties
from dragoman.parsing import Parsed
from dragoman.records import Actor, Claim, Coder, Event, Found, Issue, PlaceMention, Span, Timex

VERSION = "1"
NEAR = 8
"""Words between the parts of a trigger, at most."""


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What one document holds for its events."""

    parsed: Parsed
    naming: Naming
    dating: Dating
    placing: Placing
    standing: Standing
    countries: dict[str, str | None]

    def country(self, place: str | None) -> str | None:
        """The country of a place of the document."""
        return None if place is None else self.countries.get(place)


class EventCoder:
    """Codes who did what to whom in PLOVER terms.

    `ontology` is the user's own ontology file (docs/events.md), `lexicon` are files of entries
    that go before the shipped ones. The relation model judges what the rules leave in doubt
    (docs/events.md); it is loaded when first needed, and left out where `learned` is false. Raises
    `DataError` for a bad entry.
    """

    def __init__(
        self, ontology: Path | None = None, lexicon: tuple[Path, ...] = (), *, learned: bool = True
    ) -> None:
        self.ontology = load_ontology(ontology)
        self.lexicon = load_lexicon(self.ontology, lexicon)
        self.effects = load_effects(self.ontology)
        self._saying = self.lexicon.classes["saying"]
        self._moods = Moods(self.effects, load_auxiliaries(), self._saying)
        self._topics = Topics(self.ontology)
        self._magnitudes = Magnitudes(
            self.lexicon.classes["people"], self.lexicon.classes["person"]
        )
        self._judge = (
            Judge(self.ontology, self.lexicon, lambda: model.RelationModel.load())
            if learned
            else None
        )

    def find(
        self,
        parsed: Parsed,
        times: tuple[Timex, ...] = (),
        places: tuple[PlaceMention, ...] = (),
        actors: tuple[Actor, ...] = (),
        claims: tuple[Claim, ...] = (),
    ) -> Found[Event]:
        """The events of the text, by trigger."""
        standing = Standing(claims)
        occasion = _Occasion(
            parsed,
            Naming(parsed, actors, places, self._saying, standing.speaker),
            Dating(parsed, times, self._saying),
            Placing(parsed, places),
            standing,
            {place.id: place.country for place in places},
        )
        composer = self.composer(occasion.naming)
        events: list[Event] = []
        issues: list[Issue] = []
        for sentence in parsed.sentences:
            drafts = self._drafts(sentence, composer, occasion.naming)
            if self._judge is not None:
                drafts, overruled = self._judge.sift(drafts, occasion.naming)
                issues += [_overruled(draft) for draft in overruled]
            around = shared_words(sentence, drafts)
            events += [self._event(one, around[at], occasion) for at, one in enumerate(drafts)]
        events.sort(key=lambda event: (event.trigger.start, event.trigger.end))
        return Found(
            tuple(
                msgspec.structs.replace(event, id=f"e{number}")
                for number, event in enumerate(events, start=1)
            ),
            tuple(issues),
        )

    def composer(self, naming: Naming) -> Composer:
        """A composer of sketches for one document, with this coder's lexicon."""
        return Composer(self.lexicon, self.effects, self._moods, naming)

    def _drafts(self, sentence: Words, composer: Composer, naming: Naming) -> list[Draft]:
        drafts = []
        for sketch in composer.sketches(sentence):
            source, target = parties(sketch, naming)
            fitting = composer.fitting.get(sketch.head.i, ())
            draft = Draft(sketch, source, target, final_status(sketch), fitting=fitting)
            required = self.ontology.types[sketch.type].recipient == "required"
            if is_told(draft, required, self.lexicon.classes["instrument"]):
                drafts.append(draft)
        told = [draft for draft in merged(drafts) if draft.source or draft.target]
        if self._judge is None:
            return told
        unknown = self._unknown(sentence, composer, naming)
        return sorted([*told, *unknown], key=lambda draft: draft.sketch.head.i)

    def _unknown(self, sentence: Words, composer: Composer, naming: Naming) -> Iterator[Draft]:
        """What plain verbs without an entry may tell of two named parties."""
        for sketch in silent(sentence, self.lexicon, composer.coded, naming):
            source, target = parties(sketch, naming)
            if source and target:
                yield Draft(sketch, source, target, sketch.status)

    def _event(self, draft: Draft, around: list[Token], occasion: _Occasion) -> Event:
        sketch = draft.sketch
        kind = self.ontology.types[sketch.type]
        mode = sketch.mode or next((also.mode for also in draft.also if also.mode), None)
        cameo = sketch.cameo or self.ontology.cameo(sketch.type, mode)
        date, precision, basis = occasion.dating.of(sketch, draft.status)
        claims, hedges = occasion.standing.of(sketch.head)
        place = occasion.placing.of(sketch)
        mode, source, target = hosted(draft, mode, occasion.naming, occasion.country(place))
        return Event(
            id="e0",
            type=sketch.type,
            mode=mode,
            contexts=self._topics.of(sketch.contexts, around),
            cameo=cameo,
            quad=kind.quad,
            goldstein=self.ontology.goldstein(cameo),
            source=source,
            target=target,
            status=draft.status,
            date=date,
            date_precision=precision,
            date_basis=basis,
            place=place,
            magnitudes=self._magnitudes.of(sketch, around, occasion.parsed),
            trigger=_trigger(sketch),
            sentence=Span(start=sketch.head.sent.start_char, end=sketch.head.sent.end_char),
            claims=claims,
            hedges=hedges,
            coder=self._made_by(draft),
            confidence=confidence(draft, kind.recipient == "required"),
            alternatives=draft.verdict.alternatives
            if draft.verdict and draft.verdict.decided
            else alternatives(sketch, draft.fitting),
        )

    def _made_by(self, draft: Draft) -> Coder:
        rule = " < ".join(draft.sketch.rules)
        if self._judge is None or draft.verdict is None or not draft.verdict.decided:
            return Coder(name="rules", version=VERSION, rule=rule)
        return Coder(name="model", version=self._judge.model.version, rule=rule)


def _overruled(draft: Draft) -> Issue:
    trigger = _trigger(draft.sketch)
    share = draft.verdict.share if draft.verdict else 1.0
    rule = draft.sketch.rules[0]
    message = f"{draft.sketch.type} by {rule} left out: the model sees no relation ({share:.2f})"
    return Issue(code="events.overruled", message=message, start=trigger.start, end=trigger.end)


def _trigger(sketch: Sketch) -> Span:
    words = [w for w in (*sketch.words, sketch.head) if abs(w.i - sketch.head.i) <= NEAR]
    return Span(
        start=min(word.idx for word in words),
        end=max(word.idx + len(word) for word in words),
    )
