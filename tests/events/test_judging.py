"""The model's say: silent verbs, doubtful entries, what it is not asked about."""

from collections.abc import Callable
from pathlib import Path

import pytest

import golden
from dragoman.events import EventCoder
from dragoman.events.judging import Judge
from dragoman.parsing import Parsed
from dragoman.records import Event, Span
from events.test_golden import cast

Parse = Callable[..., Parsed]
SILENT = [param.values[0] for param in golden.load("silent")]
NAMES = ("Arvenia", "Dastan")


class Opinion:
    """A model of one fixed opinion that remembers what it was asked."""

    version = "fixed"

    def __init__(self, **shares: float) -> None:
        self.shares = {"NONE": 0.0, "AID": 0.0, "ASSAULT": 0.0, **shares}
        self.asked: list[str] = []

    def both_scores(
        self, pair: tuple[str, Span, Span]
    ) -> tuple[dict[str, float], dict[str, float]]:
        self.asked.append(pair[0])
        return self.shares, self.shares


def coder_with(opinion: Opinion, lexicon: tuple[Path, ...] = ()) -> EventCoder:
    coder = EventCoder(lexicon=lexicon)
    coder._judge = Judge(coder.ontology, coder.lexicon, lambda: opinion)
    return coder


def coded(coder: EventCoder, parsed: Parsed) -> tuple[Event, ...]:
    return coder.find(parsed, actors=cast(parsed.document.text, NAMES)).findings


def test_a_verb_without_entry_is_coded_by_the_model(parse: Parse) -> None:
    (event,) = coded(coder_with(Opinion(AID=0.97)), parse("Arvenia glimmered upon Dastan."))
    assert (event.type, event.coder.name, event.coder.version) == ("AID", "model", "fixed")
    assert event.coder.rule == "no entry for glimmer"


@pytest.mark.parametrize("shares", [{"AID": 0.6, "NONE": 0.4}, {"NONE": 1.0}])
def test_below_its_threshold_the_model_abstains(parse: Parse, shares: dict[str, float]) -> None:
    assert coded(coder_with(Opinion(**shares)), parse("Arvenia glimmered upon Dastan.")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Arvenia did not glimmer upon Dastan.",
        "Arvenia may glimmer upon Dastan.",
        "Arvenia wanted to glimmer upon Dastan.",
        "If Arvenia glimmered upon Dastan, it would rain.",
        "Arvenia glimmered.",
    ],
)
def test_the_model_is_asked_only_of_deeds_between_two_parties(parse: Parse, text: str) -> None:
    opinion = Opinion(AID=0.97)
    parsed = parse(text)
    coder = coder_with(opinion)
    coder.find(parsed, actors=cast(text, [name for name in NAMES if name in text]))
    assert not [asked for asked in opinion.asked if "glimmer" in asked]


def test_a_bare_entry_is_overruled_and_named(parse: Parse) -> None:
    (event,) = coded(coder_with(Opinion(AID=0.99)), parse("Arvenia shelled Dastan."))
    assert (event.type, event.coder.name) == ("AID", "model")
    assert event.coder.rule.startswith("lexicon/assault.tsv")


def test_a_veto_is_reported(parse: Parse) -> None:
    parsed = parse("Arvenia shelled Dastan.")
    found = coder_with(Opinion(NONE=0.99)).find(parsed, actors=cast(parsed.document.text, NAMES))
    assert found.findings == ()
    (issue,) = found.issues
    assert issue.code == "events.overruled"
    assert parsed.text(issue.start or 0, issue.end or 0) == "shelled"


def test_an_entry_with_conditions_stands(parse: Parse) -> None:
    (event,) = coded(coder_with(Opinion(AID=0.99)), parse("Arvenia took control of Dastan."))
    assert (event.type, event.coder.name) == ("ASSAULT", "rules")


def test_agreement_makes_sure_and_doubt_unsure(parse: Parse) -> None:
    parsed = parse("Arvenia shelled Dastan.")
    (agreed,) = coded(coder_with(Opinion(ASSAULT=0.95, NONE=0.05)), parsed)
    (doubted,) = coded(coder_with(Opinion(ASSAULT=0.05, NONE=0.6, AID=0.35)), parsed)
    assert agreed.confidence > 0.8 > doubted.confidence


def test_the_users_own_entries_are_not_judged(parse: Parse, tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("form\tkind\ttype\nglimmer upon\tverb\tASSAULT\n")
    opinion = Opinion(NONE=1.0)
    (event,) = coded(coder_with(opinion, (own,)), parse("Arvenia glimmered upon Dastan."))
    assert (event.type, event.coder.name, opinion.asked) == ("ASSAULT", "rules", [])


def test_without_the_model_the_rules_stand_alone(parse: Parse) -> None:
    coder = EventCoder(learned=False)
    assert coded(coder, parse("Arvenia glimmered upon Dastan.")) == ()


def test_silent_verbs_are_seldom_coded_wrongly(parse: Parse) -> None:
    """Of own sentences with rare verbs: more right than the rules alone, few invented."""
    learned, rules = EventCoder(), EventCoder(learned=False)

    def types(coder: EventCoder, case: dict[str, str]) -> list[str]:
        actors = cast(case["text"], [case["source"], case["target"]])
        return [event.type for event in coder.find(parse(case["text"]), actors=actors).findings]

    events = [case for case in SILENT if case["type"] != "NONE"]
    quiet = [case for case in SILENT if case["type"] == "NONE"]
    right = [sum(case["type"] in types(c, case) for case in events) for c in (learned, rules)]
    invented = [sum(bool(types(c, case)) for case in quiet) for c in (learned, rules)]
    assert right[0] > right[1]
    assert invented[0] - invented[1] <= 2
