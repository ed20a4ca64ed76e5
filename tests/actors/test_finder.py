"""What holds of every reading: offsets, identity, order, determinism, hostile text."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.actors import ActorFinder
from dragoman.parsing import Parsed

TEXT = (
    "The Kremlin said its envoy, Pavel Horak, met “rebel leaders” in N'Djamena. "
    "Hayat Tahrir al-Sham (HTS) and other insurgents left. U.S. and French officials said they "
    "“will not pay”. He thanked President Emmanuel Macron’s staff; “We are ready,” Horak added."
)
WORDS = [*TEXT.split(), *"“ ” the of former its ( ) — 🙂".split(" "), "\n\n", "\u00a0"]  # noqa: SIM905


@pytest.fixture(scope="session")
def finder() -> ActorFinder:
    return ActorFinder()


def test_every_mention_slices_its_text(parse: Callable[..., Parsed], finder: ActorFinder) -> None:
    parsed = parse(TEXT, "2024-12-09")
    actors = finder.find(parsed).findings
    assert [actor.id for actor in actors] == [f"a{n}" for n in range(1, len(actors) + 1)]
    for actor in actors:
        assert actor.mentions
        for mention in actor.mentions:
            assert parsed.document.text[mention.start : mention.end] == mention.text
            assert mention.head is not None
            assert mention.start <= mention.head < mention.end
    starts = [actor.mentions[0].start for actor in actors]
    assert starts == sorted(starts)


def test_the_same_text_gives_the_same_actors(
    parse: Callable[..., Parsed], finder: ActorFinder
) -> None:
    assert finder.find(parse(TEXT)) == finder.find(parse(TEXT))


def test_one_entry_is_one_actor(parse: Callable[..., Parsed], finder: ActorFinder) -> None:
    actors = finder.find(parse("Iran protested. Tehran said so. The Islamic Republic of Iran did."))
    assert [a.entry for a in actors.findings if a.entry] == ["irn"]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_odd_text_never_raises(
    parse: Callable[..., Parsed], finder: ActorFinder, text: str
) -> None:
    parsed = parse(text)
    for actor in finder.find(parsed).findings:
        for mention in actor.mentions:
            assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("text", ["", "\n\n", "«»", "the the the", "U.S.", "(" * 500, "of " * 300])
def test_nothing_to_find(parse: Callable[..., Parsed], finder: ActorFinder, text: str) -> None:
    finder.find(parse(text))
