"""Named entities of many sentences at once.

spaCy's recogniser labels token after token, each in the light of the entity that is open, and asks
for each token which of its 74 moves are allowed; in the built packages of 3.8 that question costs
more than all the arithmetic. No entity reaches over the end of a sentence, so all sentences can
take their steps together, as rows of an array. Same weights, same arithmetic, same entities.
"""

from collections.abc import Iterator, Sequence

import numpy
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from dragoman.parsing.remembered import Array

Entity = tuple[int, int, str]
"""First token, token behind the last, label."""
_MOVES = "BLUIO"
_BEGIN, _LAST, _UNIT, _INSIDE, _OUT = range(5)
_FEATURES = 3
"""The token, the first of the open entity, and the one before: what the model looks at."""


class Entities:
    """An entity recogniser that takes whole sentences."""

    def __init__(self, recogniser: EntityRecognizer) -> None:
        model = recogniser.model
        self._vectors, self._lower = model.get_ref("tok2vec"), model.get_ref("lower")
        upper = model.get_ref("upper")
        self._ops = upper.ops
        self._pieces: int = self._lower.get_dim("nP")
        self._hidden_bias = self._lower.get_param("b").reshape(-1)
        self._weights, self._bias = upper.get_param("W"), upper.get_param("b")
        names = [recogniser.moves.get_class_name(i) for i in range(recogniser.moves.n_moves)]
        self._labels = sorted({name[2:] for name in names if name[2:]})
        self._kinds = numpy.array([_MOVES.index(name[0]) for name in names])
        self._labelled = numpy.array(
            [self._labels.index(name[2:]) if name[2:] else -1 for name in names]
        )
        self._barred = self._barred_moves()

    @staticmethod
    def fits(recogniser: EntityRecognizer) -> bool:
        """Whether a recogniser is greedy and made like that of the English pipelines."""
        attributes = recogniser.model.attrs
        return (
            recogniser.cfg["beam_width"] == 1
            and attributes["has_upper"]
            and not attributes["unseen_classes"]
            and recogniser.model.get_ref("lower").get_dim("nF") == _FEATURES
        )

    def annotate(self, docs: list[Doc]) -> list[Doc]:
        """Sets the entities of texts that have their sentences, and returns the texts."""
        filled = [doc for doc in docs if len(doc)]
        if not filled:
            return docs
        found = sorted(self._find(filled))
        at = start = 0
        for doc in filled:
            end, spans = start + len(doc), []
            while at < len(found) and found[at][0] < end:
                first, behind, label = found[at]
                spans.append(Span(doc, first - start, behind - start, label=label))
                at += 1
            doc.set_ents(spans)
            start = end
        return docs

    def _find(self, docs: Sequence[Doc]) -> Iterator[Entity]:
        """The entities of several texts, numbered through from token to token."""
        features = self._lower.predict(self._vectors.predict(docs))
        rows = features.reshape(*features.shape[:2], -1)
        tokens = numpy.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
        blank = tokens[:, 1].astype(numpy.intp)
        begins, lengths = _sentences(docs, tokens[:, 0])
        label, first = numpy.full(len(begins), -1), numpy.zeros(len(begins), dtype=numpy.intp)
        for step in range(lengths[0]):
            going = slice(0, numpy.searchsorted(-lengths, -step))
            here, is_open = begins[going] + step, label[going] >= 0
            situation = numpy.where(is_open, 4 + 2 * label[going], 2 * blank[here])
            situation += lengths[going] == step + 1
            # Row 0 stands for "no such token". The order of the sum is that of the recogniser.
            states = rows[here + 1, 0]
            states += rows[numpy.where(is_open, first[going] + 1, 0), 1]
            states += rows[numpy.where(is_open, here, 0), 2]
            yield from self._moved(self._best(states, situation), here, label, first)

    def _best(self, states: Array, situation: Array) -> Array:
        """The best move of those that each situation allows."""
        states += self._hidden_bias
        hidden, _ = self._ops.maxout(states.reshape(len(states), -1, self._pieces))
        scores = self._ops.gemm(hidden, self._weights, trans2=True)
        scores += self._bias
        scores += self._barred[situation]
        return scores.argmax(axis=1)  # type: ignore[no-any-return]

    def _moved(self, moves: Array, here: Array, label: Array, first: Array) -> Iterator[Entity]:
        """Takes one move in each sentence and hands out the entities that it closes."""
        kinds = self._kinds[moves]
        for lane in numpy.flatnonzero(kinds < _INSIDE).tolist():
            kind, at = kinds[lane], int(here[lane])
            if kind == _LAST:
                yield int(first[lane]), at + 1, self._labels[label[lane]]
                label[lane] = -1
                continue
            label[lane], first[lane] = self._labelled[moves[lane]], at
            if kind == _UNIT:
                yield at, at + 1, self._labels[label[lane]]
                label[lane] = -1

    def _barred_moves(self) -> Array:
        """Nought for the moves that a situation allows, minus infinity for the others.

        Situations 0 to 3: no entity is open, at a word or (2, 3) white space, 1 and 3 at the end of
        the sentence. Behind them, two by two: an entity of that label is open, not at the end or
        at it. An entity never begins with white space.
        """
        allowed = numpy.zeros((4 + 2 * len(self._labels), len(self._kinds)), dtype=bool)
        allowed[:4, self._kinds == _OUT] = True
        named = self._labelled >= 0
        allowed[:2, named & (self._kinds == _UNIT)] = True
        allowed[0, named & (self._kinds == _BEGIN)] = True
        for number in range(len(self._labels)):
            own = self._labelled == number
            allowed[4 + 2 * number, own & (self._kinds == _INSIDE)] = True
            allowed[4 + 2 * number : 6 + 2 * number, own & (self._kinds == _LAST)] = True
        return numpy.where(allowed, 0, -numpy.inf).astype(numpy.float32)


def _sentences(docs: Sequence[Doc], starts: Array) -> tuple[Array, Array]:
    """First token and number of tokens of each sentence, the longest first."""
    begin = starts == 1
    begin[numpy.cumsum([0, *(len(doc) for doc in docs[:-1])])] = True
    begins = numpy.flatnonzero(begin)
    lengths = numpy.diff(begins, append=len(starts))
    order = numpy.argsort(-lengths, kind="stable")
    return begins[order], lengths[order]
