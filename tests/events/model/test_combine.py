"""The pool of rules and model, and the choice made from it."""

import pytest

from dragoman.events.model import combine, decide

MODEL = {"AID": 0.5, "AGREE": 0.4, "NONE": 0.1}


def test_silent_rules_leave_the_model_as_it_is() -> None:
    assert combine({}, MODEL) == MODEL
    assert combine({"AID": 0.0}, MODEL) == MODEL


def test_rules_can_turn_a_close_call() -> None:
    pooled = combine({"AGREE": 2.0}, MODEL)
    assert max(pooled, key=pooled.__getitem__) == "AGREE"
    assert sum(pooled.values()) == pytest.approx(1)


def test_the_scale_of_the_rules_does_not_matter() -> None:
    one = combine({"AGREE": 1.0, "AID": 1.0}, MODEL)
    assert one == pytest.approx(combine({"AGREE": 7.0, "AID": 7.0}, MODEL))


def test_no_opinion_is_a_veto() -> None:
    pooled = combine({"SANCTION": 1.0}, MODEL)
    assert pooled["SANCTION"] > 0
    assert all(share > 0 for share in pooled.values())


def test_a_pair_always_gets_a_type() -> None:
    found = decide({"NONE": 0.9, "AID": 0.07, "AGREE": 0.03})
    assert found.type == "AID"
    assert found.scores == pytest.approx({"AID": 0.7, "AGREE": 0.3})


def test_the_halves_of_yielding_stand_together_in_the_contest() -> None:
    found = decide({"CONCEDE": 0.3, "RETREAT": 0.25, "AID": 0.4, "NONE": 0.05})
    assert found.type == "CONCEDE"
