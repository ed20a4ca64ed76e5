"""What holds for every claim of every text."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.claims import ClaimFinder
from dragoman.parsing import Parsed, Parser
from dragoman.records import Actor, ActorMention, Claim, Document, Furniture

FINDER = ClaimFinder()
PIECES = [
    "The envoy said that",
    "“We will leave,”",
    "he told reporters.",
    "According to",
    "the ministry",
    "''No,''",
    "denied",
    "allegedly",
    ": ",
    "\n\n",
    "the claim that",
    "Torvo (K-Sel)",
    "as X put it,",
    "“",
    "”",
    '"',
    "who",
    "called for",
    "(",
    ")",
    "—",
    "quoted as saying",
]


def sound(parsed: Parsed, claims: tuple[Claim, ...]) -> None:
    """Every span slices the text it stands in, every reference has its target."""
    length = len(parsed.document.text)
    ids = [claim.id for claim in claims]
    assert ids == [f"c{number}" for number in range(1, len(claims) + 1)]
    for claim in claims:
        assert claim.content
        spans = [*claim.content, claim.source, claim.cue, claim.medium, claim.audience]
        for span in spans:
            assert span is None or 0 <= span.start < span.end <= length
        for one, other in zip(claim.content, claim.content[1:], strict=False):
            assert one.end <= other.start
        for hedge in claim.hedges:
            assert parsed.text(hedge.start, hedge.end) == hedge.text
        assert 0.0 <= claim.firmness <= 1.0
        assert claim.within is None or (claim.within in ids and claim.within != claim.id)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_claims_of_broken_news_are_sound(parser: Parser, pieces: list[str]) -> None:
    parsed = parser.parse(Document(id="any", text=" ".join(pieces)))
    sound(parsed, FINDER.find(parsed).findings)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=120))
def test_any_text_is_read_without_a_failure(parser: Parser, text: str) -> None:
    parsed = parser.parse(Document(id="any", text=text))
    sound(parsed, FINDER.find(parsed).findings)


def test_furniture_makes_no_claim(parser: Parser) -> None:
    menu = "Premier says he will resign. Read more: Envoy: Talks have failed."
    text = f"{menu}\n\nThe dam broke on Monday."
    furniture = (Furniture(start=0, end=len(menu), kind="menu"),)
    parsed = parser.parse(Document(id="page", text=text), furniture)
    assert FINDER.find(parsed).findings == ()


def test_the_same_text_gives_the_same_claims(parse: Callable[..., Parsed]) -> None:
    text = "“We agree,” Torvo said. Marek denied that he knew of the plan, according to the daily."
    assert FINDER.find(parse(text)) == FINDER.find(parse(text))


ACTORS = [
    ("The ministry said the road was open.", "The ministry", "ministry"),
    ("He denied the charge.", "He", "He"),
    ("“We are ready,” Colonel Arno said.", "Colonel Arno", "Arno"),
    ("The statement emphasized that the border was final.", "The statement", "statement"),
    ("The bridge fell, according to the harbour police.", "the harbour police", "police"),
    ("The premier, who said that he was ill, left.", "The premier", "premier"),
    ("The premier’s claim that he was ill was false.", "The premier", "premier"),
    ("The premier of Arvenia, a former judge, said he was ill.", "premier of Arvenia", "premier"),
]


@pytest.mark.parametrize(("text", "words", "head"), ACTORS, ids=[case[1] for case in ACTORS])
def test_the_speaker_is_the_actor_mentioned(
    parse: Callable[..., Parsed], text: str, words: str, head: str
) -> None:
    start = text.index(words)
    mention = ActorMention(
        start=start, end=start + len(words), text=words, head=start + words.index(head)
    )
    other = ActorMention(start=len(text) - 2, end=len(text) - 1, text=text[-2], head=len(text) - 2)
    actors = (
        Actor(id="a1", name="other", kind="group", mentions=(other,)),
        Actor(id="a2", name=words, kind="group", mentions=(mention,)),
    )
    claims = FINDER.find(parse(text), actors).findings
    assert claims[0].actor == "a2"


def test_a_pronoun_that_is_somebody_else_keeps_its_claim(parse: Callable[..., Parsed]) -> None:
    text = "Marek said that he had denied taking bribes."
    marek, he = text.index("Marek"), text.index("he had")
    mentions = (
        ActorMention(start=marek, end=marek + 5, text="Marek", head=marek),
        ActorMention(start=he, end=he + 2, text="he", form="pronoun", head=he),
    )
    same = (Actor(id="a1", name="Marek", kind="person", mentions=mentions),)
    two = tuple(
        Actor(id=f"a{n}", name="x", kind="person", mentions=(mention,))
        for n, mention in enumerate(mentions, start=1)
    )
    assert len(FINDER.find(parse(text), same).findings) == 1
    outer, inner = FINDER.find(parse(text), two).findings
    assert (inner.actor, inner.within) == ("a2", outer.id)


def test_ground_accuses_nobody(parse: Callable[..., Parsed]) -> None:
    text = "The new bridge links Belmoria with the coast. The clinic linked the firm to the leak."
    bridge = ActorMention(start=0, end=14, text="The new bridge", head=8)
    actors = (Actor(id="a1", name="The new bridge", kind="location", mentions=(bridge,)),)
    (claim,) = FINDER.find(parse(text), actors).findings
    assert claim.cue is not None
    assert text[claim.cue.start : claim.cue.end] == "linked"
