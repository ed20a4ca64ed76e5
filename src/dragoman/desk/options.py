"""What a run needs to build a reader, in a form that travels to worker processes."""

from pathlib import Path

import msgspec

from dragoman.parsing import DEFAULT_MODEL
from dragoman.reader import Reader


class ReaderOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The arguments of `Reader`; `build` makes one."""

    model: str = DEFAULT_MODEL
    registry: tuple[Path, ...] = ()
    gazetteer: tuple[Path, ...] = ()
    lexicon: tuple[Path, ...] = ()
    ontology: Path | None = None
    cache: Path | None = None

    def build(self) -> Reader:
        """A reader with these options. Raises what `Reader` raises."""
        return Reader(
            self.model,
            registry=self.registry,
            gazetteer=self.gazetteer,
            lexicon=self.lexicon,
            ontology=self.ontology,
            cache=self.cache,
        )
