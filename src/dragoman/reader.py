"""Document → Reading: pure, deterministic, without network or database."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ParamSpec, TypeVar

from dragoman import compiled, resources
from dragoman.actors import ActorFinder, ProposalFinder
from dragoman.claims import ClaimFinder
from dragoman.documents import FurnitureFinder
from dragoman.events import EventCoder
from dragoman.instruments import InstrumentFinder
from dragoman.parsing import DEFAULT_MODEL, Parsed, Parser
from dragoman.places import PlaceFinder
from dragoman.records import Document, Found, Furniture, Issue, Reading
from dragoman.times import TimeFinder
from dragoman.version import package_version

P = ParamSpec("P")
T = TypeVar("T")


class Reader:
    """Reads documents. Building one loads the model and the data; read many with one reader.

    `model` names an installed spaCy pipeline, `registry`, `gazetteer`, `lexicon` and `ontology` the
    user's own files, `cache` the folder for compiled data (the platform's cache folder by default).
    Raises `UsageError` for a model that is not installed, `DataError` for a bad entry in a data
    file.
    """

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        *,
        registry: tuple[Path, ...] = (),
        gazetteer: tuple[Path, ...] = (),
        lexicon: tuple[Path, ...] = (),
        ontology: Path | None = None,
        cache: Path | None = None,
    ) -> None:
        self._parser = Parser(model)
        self._furniture = FurnitureFinder()
        self._times = TimeFinder()
        self._places = PlaceFinder(gazetteer, cache)
        self._actors = ActorFinder(registry, cache)
        self._claims = ClaimFinder()
        self._instruments = InstrumentFinder()
        self._events = EventCoder(ontology, lexicon)
        self._proposals = ProposalFinder(self._actors.registry)
        own = _own_data((*registry, *gazetteer, *lexicon, *((ontology,) if ontology else ())))
        self.version = f"dragoman-{package_version()}+{self._parser.version}{own}"

    def read(self, document: Document) -> Reading:
        """The reading of one document. The same document gives the same bytes."""
        return next(self.read_many([document]))

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The readings of many documents, in order; memory stays flat."""
        waiting: deque[_Attempts] = deque()

        def furnished() -> Iterator[tuple[Document, tuple[Furniture, ...]]]:
            for document in documents:
                attempts = _Attempts()
                waiting.append(attempts)
                yield document, attempts.make("furniture", self._furniture.find, document)

        for parsed in self._parser.parse_many(furnished()):
            yield self._reading(parsed, waiting.popleft())

    def _reading(self, parsed: Parsed, attempts: "_Attempts") -> Reading:
        make = attempts.make
        times = make("times", self._times.find, parsed)
        places = make("places", self._places.find, parsed)
        actors = make("actors", self._actors.find, parsed, places)
        claims = make("claims", self._claims.find, parsed, actors)
        events = make("events", self._events.find, parsed, times, places, actors, claims)
        instruments = make("instruments", self._instruments.find, parsed, actors, claims, events)
        proposals = make(
            "proposals", self._proposals.find, parsed, times, places, actors, claims, events
        )
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
            proposals=proposals,
            issues=tuple(attempts.issues),
            version=self.version,
        )


class _Attempts:
    """Calls the rooms for one document; a room that fails costs its findings and no others."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []

    def make(
        self, room: str, find: Callable[P, Found[T]], *given: P.args, **named: P.kwargs
    ) -> tuple[T, ...]:
        """What `find` finds, and nothing where it fails; issues are kept."""
        try:
            found = find(*given, **named)
        except Exception as error:
            message = f"{room} failed: {type(error).__name__}: {error}"
            self.issues.append(Issue(code=f"{room}.failed", message=message))
            return ()
        self.issues.extend(found.issues)
        return found.findings


def _own_data(files: tuple[Path, ...]) -> str:
    """A mark for the user's own files, since they change what a reading says."""
    if not files:
        return ""
    return f"+own-{compiled.digest(resources.blob(path) for path in files)}"
