from dragoman.parsing import Parser
from dragoman.records import Document

TEXT = "Envoys of  Chad's army met\n\nin Geneva."


def test_spans_and_tokens_are_those_that_spacy_finds(parser: Parser) -> None:
    parsed = parser.parse(Document(id="x", text=TEXT))
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1):
            ours = parsed.span(start, end)
            theirs = parsed.doc.char_span(start, end, alignment_mode="expand")
            covered = TEXT[start:end].strip(" ")
            if covered:
                assert ours is not None
                assert theirs is not None
                assert ours.text.strip() == theirs.text.strip()


def test_a_blank_between_words_is_no_token(parser: Parser) -> None:
    parsed = parser.parse(Document(id="x", text=TEXT))
    assert parsed.token_at(TEXT.index(" of")) is None
    token = parsed.token_at(TEXT.index("my met"))
    assert token is not None
    assert token.text == "army"
