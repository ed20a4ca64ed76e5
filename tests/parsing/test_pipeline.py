import itertools

import pytest

from dragoman.errors import UsageError
from dragoman.parsing import Parser, installed_models, pipeline
from dragoman.parsing.pipeline import load
from dragoman.parsing.sentences import LONGEST
from dragoman.records import Document, Furniture


def test_an_unknown_model_is_refused_with_the_installed_ones() -> None:
    with pytest.raises(UsageError, match=f"'en_none'.*{installed_models()[0]}"):
        load("en_none")


def test_a_long_text_is_parsed_in_pieces_with_offsets_of_the_whole(parser: Parser) -> None:
    text = "The envoys met in Geneva.\n\n" * 4_000
    parsed = parser.parse(Document(id="long", text=text))
    assert parsed.doc.text == text
    assert len(parsed.sentences) == 4_000


def test_furniture_yields_no_sentence(parser: Parser) -> None:
    text = "See also  Envoys leave\n\nThe army moved north."
    parsed = parser.parse(
        Document(id="x", text=text), (Furniture(start=0, end=22, kind="related"),)
    )
    assert [s.text for s in parsed.sentences] == ["The army moved north."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?!", "—"])
def test_a_text_without_a_sentence_has_none(parser: Parser, text: str) -> None:
    assert parser.parse(Document(id="x", text=text)).sentences == ()


def test_a_dateline_is_a_sentence_of_its_own(parser: Parser) -> None:
    text = "GENEVA, May 4 (Wire) - Envoys of both sides met on Sunday."
    parsed = parser.parse(Document(id="x", text=text, dateline=(0, 22)))
    assert [s.text for s in parsed.sentences][-1] == "Envoys of both sides met on Sunday."


@pytest.mark.parametrize("text", ["he said that " * 2_000, "Arvenia, " * 3_000])
def test_a_sentence_that_runs_on_is_cut(parser: Parser, text: str) -> None:
    parsed = parser.parse(Document(id="x", text=text))
    assert max(len(sentence) for sentence in parsed.sentences) <= 2 * LONGEST


def test_words_of_past_texts_are_forgotten_in_time(
    parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Parser()
    monkeypatch.setattr(pipeline, "TEXTS", 1)
    own._most_words = len(own._nlp.vocab) + 40
    texts = [f"Envoy Zork{i} met Minister Blat{i} at Port Quell{i}." for i in range(30)]
    learned = []
    for parsed in own.parse_many((Document(id=text, text=text), ()) for text in texts):
        assert [t.tag_ for t in parsed.doc] == [t.tag_ for t in parser.parse(parsed.document).doc]
        learned.append(len(own._nlp.vocab))
    assert any(after < before for before, after in itertools.pairwise(learned))
