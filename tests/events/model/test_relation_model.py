"""The shipped model: same in, same out; floors on sentences that it was not trained on."""

import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from dragoman.errors import DataError, UsageError
from dragoman.events.model import Pair, Relater, RelationModel
from dragoman.events.model.settings import Settings
from dragoman.records import Span
from dragoman.resources import table

PAIRS = Path(__file__).parent / "pairs.tsv"
NOTHING = Path(__file__).parent / "nothing.tsv"
LEAST_RIGHT = 0.80
LEAST_RIGHT_OF_A_TYPE = 0.50
LEAST_NOTHING = 0.75


@cache
def model() -> RelationModel:
    return RelationModel.load()


def pair(marked: str) -> Pair:
    """The plain text of a marked sentence, and its two spans."""
    plain, places, last = "", {}, 0
    for mark in re.finditer(r"\[(/?[ST])\]", marked):
        plain += marked[last : mark.start()]
        places[mark[1]] = len(plain)
        last = mark.end()
    return (
        plain + marked[last:],
        Span(start=places["S"], end=places["/S"]),
        Span(start=places["T"], end=places["/T"]),
    )


CASES = [(row["type"], row["text"]) for row in table(PAIRS, ("type", "text", "reason"))]


def test_there_are_enough_cases_of_every_type() -> None:
    counts = Counter(type for type, _ in CASES)
    assert len(CASES) >= 200
    assert set(counts) == set(Settings.load().plover)


def test_floors_on_unseen_sentences() -> None:
    relater = Relater(model(), scheme="plover")
    right: Counter[str] = Counter()
    asked = [(type, text) for type, text in CASES if type != "NONE"]
    for type, text in asked:
        found = relater.relate(*pair(text)).type
        same = found == type or {found, type} == {"CONCEDE", "RETREAT"}
        right[type] += same
    counts = Counter(type for type, _ in asked)
    assert sum(right.values()) >= LEAST_RIGHT * len(asked)
    assert {t for t in counts if right[t] < LEAST_RIGHT_OF_A_TYPE * counts[t]} == set()


def test_ordinary_sentences_mostly_tell_nothing() -> None:
    scores = model().scores([pair(row["text"]) for row in table(NOTHING, ("text", "reason"))])
    none = sum(max(shares, key=shares.__getitem__) == "NONE" for shares in scores)
    assert none >= LEAST_NOTHING * len(scores)
    assert sum(model().best(shares) is None for shares in scores) >= 0.85 * len(scores)


def test_alone_or_among_others_and_twice_the_scores_are_the_same() -> None:
    pairs = [pair(text) for _, text in CASES[::20]]
    together = model().scores(pairs)
    assert together == [model().scores([one])[0] for one in pairs]
    assert together == RelationModel.load().scores(pairs)


def test_scores_are_probabilities_of_all_types() -> None:
    scores = model().scores([pair(CASES[0][1])])[0]
    assert set(scores) == set(Settings.load().plover)
    assert sum(scores.values()) == pytest.approx(1)
    assert min(scores.values()) >= 0


def test_it_abstains_below_its_threshold_and_on_none() -> None:
    sure, unsure = {"AID": 0.99, "NONE": 0.01}, {"AID": 0.2, "AGREE": 0.2, "NONE": 0.1}
    assert model().best(sure) == "AID"
    assert model().best(unsure) is None
    assert model().best({"AID": 0.1, "NONE": 0.9}) is None


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(UsageError):
        model().scores([("Selda agreed.", Span(start=0, end=5), Span(start=6, end=60))])


def test_the_version_names_the_weights() -> None:
    assert re.fullmatch(r"[0-9a-f]{12}", model().version)


def test_the_coder_does_not_pay_for_the_model() -> None:
    code = "import sys, dragoman.events; sys.exit('onnxruntime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_schemes_differ_only_where_the_ontologies_do() -> None:
    text = "[S]The palace[/S] apologised to [T]the tribes[/T]."
    plover = model().scores([pair(text)])[0]
    cameo = model().scores([pair(text)], "cameo")[0]
    assert plover["CONCEDE"] > cameo["CONCEDE"]
    assert cameo["SUPPORT"] > plover["SUPPORT"]
    assert plover["AID"] == cameo["AID"]


OUTPUT = '[[outputs]]\nplover = "AID"\ncameo = "AID"\n'


@pytest.mark.parametrize(
    "text",
    [
        "threshold = 0.5\n" + OUTPUT,
        "temperature = 0\nthreshold = 0.5\n" + OUTPUT,
        "temperature = 1\nthreshold = 3\n" + OUTPUT,
        'temperature = "warm"\nthreshold = 0.5\n' + OUTPUT,
        "temperature = 1\nthreshold = 0.5\noutputs = []",
    ],
)
def test_odd_settings_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "relation.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError):
        Settings.load(path)
