import re

from dragoman.instruments.symbols import bodies
from dragoman.instruments.vicinity import HORIZON, LONGEST, Vicinity

BODIES = {name: body for body in bodies() for name in body.names}
NAME = re.compile("|".join(sorted(BODIES, key=len, reverse=True)))


def around(text: str) -> Vicinity:
    return Vicinity(text, NAME, BODIES)


def test_a_sentence_ends_at_full_stops() -> None:
    text = "One. Resolution 12 was read out. Two."
    at = text.index("Resolution")
    assert around(text).sentence(at, at + 13) == " Resolution 12 was read out"


def test_a_sentence_without_end_is_followed_so_far_and_no_farther() -> None:
    text = "resolution 12 and " * 5_000
    at = text.index("resolution", len(text) // 2)
    assert len(around(text).sentence(at, at + 13)) == 2 * LONGEST + 13


def test_the_last_body_within_the_horizon_is_the_nearest() -> None:
    text = "The Security Council met. The General Assembly met. The United Nations" + " " * HORIZON
    vicinity = around(text)
    assert vicinity.last_named(len("The Security Council met. ")) == "SC"
    assert vicinity.last_named(100) == "GA"
    assert vicinity.last_named(len(text)) == ""
    assert vicinity.names_the_world(0)
    assert not vicinity.names_the_world(len(text))


def test_a_parish_council_is_no_body_of_states() -> None:
    assert not around("The parish council met.").names_the_world(5)
