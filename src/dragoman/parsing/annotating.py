"""The components of a spaCy pipeline, run over many texts at once.

The result is that of the pipeline itself, to the bit. Three of its steps are taken faster where
they are made as in the English pipelines; any other component runs as it is.
"""

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer, Lemmatizer, TrainablePipe
from spacy.tokens import Doc

from dragoman.parsing.embedding import remember
from dragoman.parsing.entities import Entities
from dragoman.parsing.forms import WordForms

Step = Callable[[list[Doc]], list[Doc]]


class Annotator:
    """Tags, parses and names. Takes the pipeline over: its embeddings remember from now on."""

    def __init__(self, nlp: Language) -> None:
        for _, component in nlp.pipeline:
            if isinstance(component, TrainablePipe):
                remember(component.model)
        self._steps = tuple(_steps(nlp))

    def annotate(self, docs: list[Doc]) -> list[Doc]:
        """The texts, annotated. What is said of one never depends on the others."""
        for step in self._steps:
            docs = step(docs)
        return docs


def _steps(nlp: Language) -> Iterator[Step]:
    components = [component for _, component in nlp.pipeline]
    while components:
        component = components.pop(0)
        behind = components[0] if components else None
        if (
            isinstance(component, AttributeRuler)
            and isinstance(behind, Lemmatizer)
            and WordForms.fits(component, behind)
        ):
            del components[0]
            yield WordForms(nlp.vocab, component, behind).annotate
        elif isinstance(component, EntityRecognizer) and Entities.fits(component):
            yield Entities(component).annotate
        else:
            yield _as_it_is(component)


def _as_it_is(component: Callable[[Doc], Doc]) -> Step:
    pipe = getattr(component, "pipe", None)
    if pipe is None:
        return lambda docs: [component(doc) for doc in docs]
    # Parsers divide a batch by four, and work best when they take all texts together.
    return lambda docs: list(pipe(docs, batch_size=4 * len(docs)))
