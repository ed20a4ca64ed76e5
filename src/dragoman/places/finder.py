"""Parsed → PlaceMention: spots, which of them are places, and which places they are."""

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from dragoman.parsing import Parsed
from dragoman.places import containment, placing, ranking, storage
from dragoman.places.context import Context
from dragoman.places.cues import Cues
from dragoman.places.extra import read as own_entries
from dragoman.places.index import Gazetteer
from dragoman.places.place import Candidate, Place
from dragoman.places.ranking import Choice
from dragoman.places.recognising import Recogniser
from dragoman.places.spotting import Spot, spots
from dragoman.places.storage import Progress
from dragoman.places.strangers import strangers
from dragoman.places.twins import twin
from dragoman.records import Found, PlaceMention


class PlaceFinder:
    """Finds toponyms and resolves them against a gazetteer.

    `extra` are the user's own gazetteers (`places.extra`), `cache` the folder of the compiled
    index, `progress(share, what)` hears of a first build, which takes some seconds. Raises
    `DataError` for a bad entry, `UsageError` where the cache cannot be written.
    """

    def __init__(
        self,
        extra: tuple[Path, ...] = (),
        cache: Path | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._cues = Cues()
        self._gazetteer = Gazetteer(storage.path(cache, progress), own_entries(extra))

    def find(self, parsed: Parsed) -> Found[PlaceMention]:
        """The places named in the text, by start."""
        doc = parsed.doc
        context = Context(doc, self._cues)
        seen = list(spots(doc, self._gazetteer, self._cues))
        sure = containment.linked(doc, seen) | _in_dateline(parsed, seen)
        recogniser = Recogniser(doc, self._cues, context)
        known = list(recogniser.accepted(seen, sure))
        unknown = strangers(doc, known, context, self._cues, recogniser.people)
        kept = sorted((*known, *unknown), key=lambda spot: spot.first)
        choices = self._choices(parsed, kept, context)
        places = placing.placed(choices)
        holders = containment.holders(doc, kept)
        found = []
        for number, spot in enumerate(kept, start=1):
            place = places.get(spot.key)
            if place is not None:
                place = twin(spot, place, context.statewide(spot) or spot.first in holders)
            choice = choices.get(spot.key)
            found.append(_mention(f"p{number}", parsed, spot, place, choice))
        return Found(findings=tuple(found))

    def _choices(self, parsed: Parsed, kept: list[Spot], context: Context) -> dict[str, Choice]:
        names: dict[str, tuple[Candidate, ...]] = {
            spot.key: spot.candidates for spot in kept if spot.candidates
        }
        for key, candidate in containment.housed(parsed.doc, kept).items():
            names[key] = (candidate,)
        counts = Counter(spot.key for spot in kept)
        alone = [spot for spot in kept if context.standing_alone(spot)]
        allowed = containment.worldwide(alone) | containment.restricted(parsed.doc, kept)
        return ranking.resolve(names, counts, allowed, self._home(parsed))

    def _home(self, parsed: Parsed) -> str:
        """The country that the top level of the document's address names: `.co.uk` → GBR."""
        host = urlsplit(parsed.document.url or "").hostname or ""
        domain = host[host.rfind(".") :] if "." in host else ""
        found = self._gazetteer.lookup(domain) if domain else ()
        return found[0].place.country if found else ""


def _in_dateline(parsed: Parsed, seen: list[Spot]) -> frozenset[int]:
    """The first token of the first spot inside the document's dateline."""
    start, end = parsed.document.dateline or (0, 0)
    inside = (spot.first for spot in seen if start <= spot.start and spot.end <= end)
    return frozenset([next(inside, -1)])


def _mention(
    identity: str, parsed: Parsed, spot: Spot, place: Place | None, choice: Choice | None
) -> PlaceMention:
    text = parsed.text(spot.start, spot.end)
    if place is None or choice is None:
        return PlaceMention(
            id=identity, start=spot.start, end=spot.end, text=text, name=text, confidence=0.0
        )
    return PlaceMention(
        id=identity,
        start=spot.start,
        end=spot.end,
        text=text,
        name=place.name,
        lat=place.lat,
        lon=place.lon,
        country=place.country or None,
        geonames_id=place.geonames_id,
        precision=place.precision,
        feature=place.feature,
        adjectival=any(
            one.form == "adjective" and one.place.name == place.name for one in spot.candidates
        ),
        confidence=choice.confidence,
    )
