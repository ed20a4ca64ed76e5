"""Document → Reading: pure, deterministic, without network or database."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from dragoman.actors import ActorFinder
from dragoman.claims import ClaimFinder
from dragoman.documents import FurnitureFinder
from dragoman.events import EventCoder
from dragoman.instruments import InstrumentFinder
from dragoman.parsing import DEFAULT_MODEL, Parsed, Parser
from dragoman.places import PlaceFinder
from dragoman.records import Document, Found, Issue, Reading
from dragoman.times import TimeFinder
from dragoman.version import package_version

T = TypeVar("T")


class Reader:
    """Reads documents. Building one loads the model and the data; read many with one reader.

    `model` names an installed spaCy pipeline, `registry` and `gazetteer` the user's own files,
    `cache` the folder for compiled data (the platform's cache folder by default). Raises
    `UsageError` for a model that is not installed, `DataError` for a bad entry in a data file.
    """

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        *,
        registry: tuple[Path, ...] = (),
        gazetteer: tuple[Path, ...] = (),
        cache: Path | None = None,
    ) -> None:
        self._parser = Parser(model)
        self._furniture = FurnitureFinder()
        self._times = TimeFinder()
        self._places = PlaceFinder(gazetteer, cache)
        self._actors = ActorFinder(registry, cache)
        self._claims = ClaimFinder()
        self._instruments = InstrumentFinder()
        self._events = EventCoder()
        self.version = f"dragoman-{package_version()}+{self._parser.version}"

    def read(self, document: Document) -> Reading:
        """The reading of one document. The same document gives the same bytes."""
        return next(self.read_many([document]))

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The readings of many documents, in order; memory stays flat."""
        pairs = ((document, self._furniture.find(document)) for document in documents)
        return (self._reading(parsed) for parsed in self._parsed(pairs))

    def _parsed(self, pairs: Iterable[tuple[Document, Found]]) -> Iterator[Parsed]:  # type: ignore[type-arg]
        return self._parser.parse_many((document, found.findings) for document, found in pairs)

    def _reading(self, parsed: Parsed) -> Reading:
        issues: list[Issue] = []

        def attempt(room: str, find: Callable[[], Found[T]]) -> tuple[T, ...]:
            try:
                found = find()
            except Exception as error:
                message = f"{room} failed: {type(error).__name__}: {error}"
                issues.append(Issue(code=f"{room}.failed", message=message))
                return ()
            issues.extend(found.issues)
            return found.findings

        times = attempt("times", lambda: self._times.find(parsed))
        places = attempt("places", lambda: self._places.find(parsed))
        actors = attempt("actors", lambda: self._actors.find(parsed, places))
        claims = attempt("claims", lambda: self._claims.find(parsed, actors))
        instruments = attempt("instruments", lambda: self._instruments.find(parsed, actors, claims))
        events = attempt("events", lambda: self._events.find(parsed, times, places, actors, claims))
        return Reading(
            id=parsed.document.id,
            document=parsed.document,
            furniture=parsed.furniture,
            times=times,
            places=places,
            actors=actors,
            claims=claims,
            events=events,
            instruments=instruments,
            issues=tuple(issues),
            version=self.version,
        )
