"""Spans to marks: order, overlap, long texts, spans that do not exist."""

import pytest
from tokenizers import Tokenizer

from dragoman import resources
from dragoman.errors import UsageError
from dragoman.events.model.encoding import LONGEST, MARKS, encode
from dragoman.events.model.relation_model import TOKENIZER
from dragoman.records import Span

TOKENS = Tokenizer.from_str(resources.blob(TOKENIZER).decode("utf-8"))
TOKENS.no_padding()
TOKENS.no_truncation()


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def words(ids: tuple[int, ...]) -> str:
    names = dict(zip(MARKS, ("<s>", "</s>", "<t>", "</t>"), strict=True))
    return " ".join(names.get(i) or str(TOKENS.id_to_token(i)) for i in ids)


def test_marks_stand_round_the_pair() -> None:
    text = "Selda rebuffed the envoy."
    encoded = encode(TOKENS, text, find(text, "Selda"), find(text, "the envoy"))
    assert words(encoded.ids).endswith("</s> re ##bu ##ffed <t> the envoy </t> . [SEP]")
    assert encoded.ids[encoded.source] == MARKS[0]
    assert encoded.ids[encoded.target] == MARKS[2]


def test_target_may_come_first_or_lie_inside_the_source() -> None:
    text = "The envoy of Selda was rebuffed."
    inside = encode(TOKENS, text, find(text, "The envoy of Selda"), find(text, "Selda"))
    assert [i for i in inside.ids if i in MARKS] == [1, 3, 4, 2] or set(MARKS) < set(inside.ids)
    first = encode(TOKENS, text, find(text, "Selda"), find(text, "The envoy"))
    assert first.target < first.source


@pytest.mark.parametrize("gap", [0, 60, 300])
def test_long_texts_are_cut_around_the_pair(gap: int) -> None:
    text = "alpha " * 200 + "Selda " + "rain " * gap + "thanked Dravik" + " omega" * 200
    encoded = encode(TOKENS, text, find(text, "Selda"), find(text, "Dravik"))
    assert len(encoded.ids) <= LONGEST
    assert set(MARKS) <= set(encoded.ids)
    assert encoded.ids.index(MARKS[1]) < encoded.ids.index(MARKS[2])


def test_a_whole_document_as_a_span_still_fits() -> None:
    text = "Dravik " * 400
    encoded = encode(TOKENS, text, Span(start=0, end=len(text)), Span(start=0, end=6))
    assert len(encoded.ids) <= LONGEST


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (2, 2), (0, 99), (5, 3)])
def test_spans_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(UsageError, match="is not a span of the text"):
        encode(TOKENS, "Selda agreed.", Span(start=start, end=end), Span(start=0, end=5))
