"""Vectors of words out of their context, worked out once for each word.

The first layer of a spaCy pipeline's token vectors hashes a word's form, prefix, suffix and shape
into tables and mixes what stands there. It sees each word by itself, so its result is remembered;
the layers behind it, which look at neighbours, run as ever.
"""

from collections.abc import Callable
from typing import Any

import numpy
from spacy.tokens import Doc
from thinc.api import Model

from dragoman.parsing.remembered import Array, Remembered

MOST = 30_000
"""Words that are remembered, some 600 bytes each."""
_LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""The parts of an embedding by hashes alone (`spacy.MultiHashEmbed.v2` without static vectors)."""

Embedding = Model[list[Doc], list[Array]]


def remember(model: Model[Any, Any]) -> None:
    """Puts layers that remember in place of the embeddings in a model, for prediction only.

    Leaves alone what is made otherwise than the embeddings of the small English pipeline.
    """
    for node in model.walk():
        embedding = node.get_ref("embed") if node.has_ref("embed") else None
        if embedding is not None and _parts(embedding) == _LAYERS:
            node.layers[node.layers.index(embedding)] = _remembering(embedding)


def _parts(embedding: Embedding) -> tuple[str, ...]:
    return tuple(layer.name.partition("(")[0] for layer in embedding.layers)


def _remembering(embedding: Embedding) -> Embedding:
    extract, *mix = embedding.layers
    known = Remembered(embedding.get_dim("nO"), numpy.float32, MOST)

    def forward(
        model: Embedding, docs: list[Doc], is_train: bool
    ) -> tuple[list[Array], Callable[[Any], Any]]:
        features: list[Array] = extract.predict(docs)
        words = numpy.concatenate(features)

        def vectors(fresh: Array) -> Array:
            made: Any = [words[fresh]]
            for layer in mix:
                made = layer.predict(made)
            return made[0]  # type: ignore[no-any-return]

        ends = numpy.cumsum([len(doc) for doc in features])
        return numpy.split(known.rows(words, vectors), ends[:-1]), _untrainable

    return Model("remembering", forward, dims={"nO": embedding.get_dim("nO")})


def _untrainable(gradient: Any) -> Any:
    raise NotImplementedError("a layer that remembers cannot be trained")
