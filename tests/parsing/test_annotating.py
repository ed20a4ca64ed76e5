"""The faster steps say what spaCy's own components say."""

import random

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.parsing import DEFAULT_MODEL
from dragoman.parsing.annotating import Annotator

TEXTS = [
    "There is no deal yet, and there's little hope. Let's wait, said Prime Minister Ana Kovač.",
    "On 4 May 2031 the Security Council adopted resolution 2901 by 13 votes to none.\n\n"
    "The army of Arvenia\nshelled two villages near Port Ellis at dawn; 12 people died.",
    "She ain't going to sign; you gotta ask her. They don't know what it is. IT DID NOT.",
    "",
    " ",
    "\n\n \t",
    "No",
    "1,200 troops from the 3rd Brigade left the U.S. base in the Gulf of Sirte for $3.4 million",
    "“We have done nothing,” he told Radio Free Dunmark. But who had? All but one of them did.",
    "the the the " * 150 + "Kofi Annan " * 90,
    "🙂 café naïve «Вечер» 北京 \u0301\u0301 x\u200by",
]
NAMES = ("text", "tag_", "pos_", "lemma_", "dep_", "ent_type_", "ent_iob_", "is_sent_start")


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def own() -> Language:
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def annotator(own: Language) -> Annotator:
    return Annotator(own)


def said(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (*(getattr(token, name) for name in NAMES), str(token.morph), token.head.i) for token in doc
    ]


def test_every_token_is_annotated_as_by_the_pipeline_itself(
    plain: Language, own: Language, annotator: Annotator
) -> None:
    docs = annotator.annotate([own.make_doc(text) for text in TEXTS])
    for doc, other in zip(docs, plain.pipe(TEXTS), strict=True):
        assert said(doc) == said(other)
        assert [(e.start, e.end, e.label_) for e in doc.ents] == [
            (e.start, e.end, e.label_) for e in other.ents
        ]


def test_neighbours_and_what_came_before_change_nothing(
    own: Language, annotator: Annotator
) -> None:
    alone = [said(annotator.annotate([own.make_doc(text)])[0]) for text in TEXTS]
    order = list(range(len(TEXTS)))
    random.Random(7).shuffle(order)
    together = annotator.annotate([own.make_doc(TEXTS[i]) for i in order])
    assert [said(doc) for doc in together] == [alone[i] for i in order]


def test_vectors_are_the_same_to_the_bit(
    plain: Language, own: Language, annotator: Annotator
) -> None:
    docs = annotator.annotate([own.make_doc(text) for text in TEXTS])
    for doc, other in zip(docs, plain.pipe(TEXTS), strict=True):
        assert numpy.array_equal(doc.tensor, other.tensor)


def test_no_text_is_no_work(annotator: Annotator, own: Language) -> None:
    assert annotator.annotate([]) == []
    assert [len(doc) for doc in annotator.annotate([own.make_doc("")] * 2)] == [0, 0]
