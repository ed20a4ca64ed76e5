"""The training sentences: readable, complete, and apart from those that measure."""

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.events.model.settings import Settings
from dragoman.resources import table

TRAINING = Path(__file__).parents[3] / "training"
STATUSES = {"", "occurred", "announced", "hypothetical", "negated"}


@pytest.fixture(scope="module")
def expansion() -> ModuleType:
    name = "training_expansion"
    spec = importlib.util.spec_from_file_location(name, TRAINING / "expansion.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_every_sentence_can_be_filled(expansion: ModuleType) -> None:
    vocabulary = expansion.Vocabulary()
    for frame in expansion.read_frames(TRAINING / "sentences"):
        marked = vocabulary.fill(frame.text, random.Random(frame.line))
        found = expansion.example(marked, frame)
        assert found.text[slice(*found.source)].strip(), (frame.type, frame.line)
        assert found.text[slice(*found.target)].strip(), (frame.type, frame.line)
        assert not set("{}()|[]") & set(found.text), (frame.type, frame.line, found.text)


def test_rows_are_in_order(expansion: ModuleType) -> None:
    frames = expansion.read_frames(TRAINING / "sentences")
    assert {frame.type for frame in frames} == set(Settings.load().plover)
    assert {frame.status for frame in frames} <= STATUSES
    assert len({frame.text for frame in frames}) == len(frames)


def test_what_measures_is_not_taught(expansion: ModuleType) -> None:
    taught = {frame.text for frame in expansion.read_frames(TRAINING / "sentences")}
    folder = Path(__file__).parent
    for name in ("pairs.tsv", "nothing.tsv"):
        assert not taught & {row["text"] for row in table(folder / name)}, name
