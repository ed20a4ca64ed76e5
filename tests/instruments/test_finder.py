"""What the finder hands back beside symbol and stance: issues, provisions, speakers, bounds."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.instruments import InstrumentFinder
from dragoman.parsing import Parsed, Parser
from dragoman.records import Actor, ActorMention, Claim, Document, Span

Parse = Callable[..., Parsed]


@pytest.fixture(scope="module")
def finder() -> InstrumentFinder:
    return InstrumentFinder()


def test_an_unknown_number_is_an_issue_and_gets_no_year(
    finder: InstrumentFinder, parse: Parse
) -> None:
    found = finder.find(parse("He waved Security Council resolution 7123 at the cameras."))
    assert [citation.symbol for citation in found.findings] == ["S/RES/7123"]
    assert [issue.code for issue in found.issues] == ["instruments.unknown-resolution"]


def test_a_wrong_year_is_an_issue_and_the_rule_decides(
    finder: InstrumentFinder, parse: Parse
) -> None:
    found = finder.find(parse("Security Council resolution 1701 (2005) was quoted."))
    assert [citation.symbol for citation in found.findings] == ["S/RES/1701(2006)"]
    assert [issue.code for issue in found.issues] == ["instruments.year-differs"]


def test_provisions_come_from_the_sentence_and_what_follows_it(
    finder: InstrumentFinder, parse: Parse
) -> None:
    text = (
        "Envoys still rely on resolution 2254. They want a new constitution. "
        "Aid convoys are blocked.\n\nElections are another matter."
    )
    (citation,) = finder.find(parse(text)).findings
    assert citation.provisions == (
        "S/RES/2254(2015)#constitution",
        "S/RES/2254(2015)#humanitarian-access",
    )


def test_an_article_has_provisions_of_its_own(finder: InstrumentFinder, parse: Parse) -> None:
    text = "The strike was self-defence under Article 51 of the UN Charter."
    (citation,) = finder.find(parse(text)).findings
    assert citation.provisions == ("un-charter/art-51#self-defence",)
    assert citation.title is not None
    assert "self-defence" in citation.title


def test_a_claim_names_the_accuser(finder: InstrumentFinder, parse: Parse) -> None:
    text = "The raid violated UNSCR 1701. So the ministry in Beirut says."
    mention = ActorMention(start=34, end=56, text=text[34:56])
    actor = Actor(id="a1", name="ministry", kind="organisation", mentions=(mention,))
    spans = (Span(start=0, end=28),)
    claim = Claim(id="c1", actor="a1", content=spans, form="indirect", stance="states")
    (citation,) = finder.find(parse(text), (actor,), (claim,)).findings
    assert (citation.stance, citation.actor) == ("accuses-of-breach", "a1")
    (alone,) = finder.find(parse(text), (actor,)).findings
    assert alone.actor is None


def test_back_references_are_inferred(finder: InstrumentFinder, parse: Parse) -> None:
    text = "Oman hailed UN Resolution 2216. Sanaa fears the UN resolution."
    first, second = finder.find(parse(text)).findings
    assert first.symbol == second.symbol == "S/RES/2216(2015)"
    assert (first.inferred, second.inferred) == (False, True)
    assert (first.id, second.id) == ("i1", "i2")


def test_dots_quotes_and_line_breaks_do_not_hide_a_name(
    finder: InstrumentFinder, parse: Parse
) -> None:
    text = "The U.N. Security Council’s resolution 2118, the “Rome\nStatute” and the U.N. Charter."
    symbols = [citation.symbol for citation in finder.find(parse(text)).findings]
    assert symbols == ["S/RES/2118(2013)", "rome-statute", "un-charter"]


def test_a_name_does_not_run_over_a_paragraph(finder: InstrumentFinder, parse: Parse) -> None:
    assert not finder.find(parse("He went to Oslo\n\nAccords are rare.")).findings


WORDS = [
    "Resolution", "resolution", "2254", "242", "(1967)", "and", "Article", "51", "UN", "Charter",
    "the", "deal", "JCPOA", "S/RES/", "A/RES/77/1", "ES-11/1", "\n\n", ",", "of", "Iran",
    "violated", "Chapter", "VII", "“", "”", "Security", "Council", "99999", "(XV)", "/", "٣", "№",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_text_gives_spans_that_slice_it(
    finder: InstrumentFinder, parser: Parser, words: list[str]
) -> None:
    text = " ".join(words)
    found = finder.find(parser.parse(Document(id="x", text=text)))
    for citation in found.findings:
        assert 0 <= citation.start < citation.end <= len(text)
        assert citation.text == text[citation.start : citation.end]
    starts = [citation.start for citation in found.findings]
    assert starts == sorted(starts)
