"""What an event is about: contexts that the words of its clauses show."""

from collections.abc import Iterable

from spacy.tokens import Token

from dragoman import resources
from dragoman.events.ontology import Ontology
from dragoman.events.words import lemma, spelling

FILE = "composition/contexts.tsv"


class Topics:
    """Finds contexts by cue words. Raises `DataError` for a context the ontology lacks."""

    def __init__(self, ontology: Ontology) -> None:
        self._cues: dict[str, list[str]] = {}
        for row in resources.table(FILE, ("context", "words")):
            if row["context"] not in ontology.contexts:
                continue
            for word in row.values("words"):
                self._cues.setdefault(spelling(word), []).append(row["context"])

    def of(self, given: Iterable[str], words: Iterable[Token]) -> tuple[str, ...]:
        """The contexts that an entry gives, then those that the words show, each once."""
        shown = (context for token in words for context in self._cues.get(lemma(token), ()))
        return tuple(dict.fromkeys((*given, *shown)))
