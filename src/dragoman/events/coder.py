"""Parsed → Event: sketches put to names, dates and places."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from spacy.tokens import Token

from dragoman.events.composing import Composer
from dragoman.events.effects import load_effects
from dragoman.events.lexicon import load_lexicon
from dragoman.events.modality import Moods
from dragoman.events.moods import is_conditional, is_unrealised, load_auxiliaries
from dragoman.events.naming import Naming
from dragoman.events.ontology import load_ontology
from dragoman.events.sketches import Group, Sketch
from dragoman.parsing import Parsed
from dragoman.records import Actor, Claim, Coder, Event, Found, PlaceMention, Span, Timex
from dragoman.records.event import Status

VERSION = "1"


class EventCoder:
    """Codes who did what to whom in PLOVER terms.

    `ontology` is the user's own ontology file (docs/events.md), `lexicon` are files of entries
    that go before the shipped ones. Raises `DataError` for a bad entry.
    """

    def __init__(self, ontology: Path | None = None, lexicon: tuple[Path, ...] = ()) -> None:
        self.ontology = load_ontology(ontology)
        self.lexicon = load_lexicon(self.ontology, lexicon)
        self.effects = load_effects(self.ontology)
        saying = self.lexicon.classes["saying"]
        self._moods = Moods(self.effects, load_auxiliaries(), saying)

    def find(
        self,
        parsed: Parsed,
        times: tuple[Timex, ...] = (),
        places: tuple[PlaceMention, ...] = (),
        actors: tuple[Actor, ...] = (),
        claims: tuple[Claim, ...] = (),
    ) -> Found[Event]:
        """The events of the text, by trigger."""
        naming = Naming(parsed, actors, places, self.lexicon.classes["saying"])
        composer = self.composer(naming)
        events: list[Event] = []
        for sentence in parsed.sentences:
            for sketch in composer.sketches(sentence):
                event = self._event(sketch, naming, sentence)
                if event is not None:
                    events.append(event)
        events = list(_merged(events))
        events.sort(key=lambda event: (event.trigger.start, event.trigger.end))
        return Found(
            tuple(
                msgspec.structs.replace(event, id=f"e{number}")
                for number, event in enumerate(events, start=1)
            )
        )

    def composer(self, naming: Naming) -> Composer:
        """A composer of sketches for one document, with this coder's lexicon."""
        return Composer(self.lexicon, self.effects, self._moods, naming)

    def _event(self, sketch: Sketch, naming: Naming, sentence: object) -> Event | None:
        source, target = parties(sketch, naming)
        if not source and (not target or sketch.nominal):
            return None
        if sketch.nominal and not target and not sketch.symmetric and len(sketch.scope) < 2:
            return None
        status = final_status(sketch)
        if status == "hypothetical" and is_unrealised(sketch.head):
            return None
        kind = self.ontology.types[sketch.type]
        cameo = sketch.cameo or self.ontology.cameo(sketch.type, sketch.mode)
        return Event(
            id="e0",
            type=sketch.type,
            mode=sketch.mode,
            contexts=sketch.contexts,
            cameo=cameo,
            quad=kind.quad,
            goldstein=self.ontology.goldstein(cameo),
            source=source,
            target=target,
            status=status,
            trigger=_trigger(sketch),
            sentence=Span(start=sketch.head.sent.start_char, end=sketch.head.sent.end_char),
            coder=Coder(name="rules", version=VERSION, rule=" < ".join(sketch.rules)),
        )


def final_status(sketch: Sketch) -> Status:
    """The status of a sketch in the clauses that it stands in."""
    settled = sketch.status != "occurred" or sketch.kept
    if not settled and (is_conditional(sketch.head) or is_unrealised(sketch.head)):
        return "hypothetical"
    return sketch.status


def parties(sketch: Sketch, naming: Naming) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The actors who act and who are acted upon."""
    if sketch.symmetric:
        everybody = [id for group in sketch.sources for id in naming.ids(group)]
        return tuple(dict.fromkeys(everybody)), ()
    source = _first(sketch.sources, naming, ())
    return source, _first(sketch.targets, naming, source)


def _first(groups: tuple[Group, ...], naming: Naming, without: tuple[str, ...]) -> tuple[str, ...]:
    for group in groups:
        found = tuple(id for id in naming.ids(group) if id not in without)
        if found:
            return found
    return ()


def _trigger(sketch: Sketch) -> Span:
    words: list[Token] = [w for w in sketch.words if abs(w.i - sketch.head.i) <= 8]
    words.append(sketch.head)
    return Span(
        start=min(word.idx for word in words),
        end=max(word.idx + len(word) for word in words),
    )


def _merged(events: list[Event]) -> Iterator[Event]:
    """One event where a sentence tells the same thing of the same parties twice."""
    kept: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = (event.sentence.start, event.type, event.source, event.target, event.status)
        if key not in kept:
            kept[key] = event
            yield event
