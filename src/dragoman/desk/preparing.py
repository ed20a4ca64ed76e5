"""What must be compiled once before the first reading."""

from collections.abc import Callable

from dragoman.desk.options import ReaderOptions
from dragoman.desk.own import check_own, require_files
from dragoman.events.lexicon import load_lexicon
from dragoman.events.ontology import load_ontology
from dragoman.parsing import require
from dragoman.places import compile_gazetteer


def prepare(options: ReaderOptions, tell: Callable[[float, str], None]) -> None:
    """Compiles the gazetteer into the cache unless it is there; `tell` hears the share done, 0..1.

    Readers do the same by themselves, in silence. Raises, before it compiles, `UsageError` for a
    model that is not installed, for own files that are not there and for a folder that cannot be
    written to, `DataError` for a bad row in the own files.
    """
    require(options.model)
    check_own(options.registry, options.gazetteer)
    own_types = (options.ontology,) if options.ontology else ()
    require_files((*options.lexicon, *own_types))
    if options.lexicon or own_types:
        load_lexicon(load_ontology(options.ontology), options.lexicon)
    compile_gazetteer(options.cache, tell)
