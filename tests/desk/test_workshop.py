import multiprocessing
from pathlib import Path

import pytest

from dragoman.desk.options import ReaderOptions
from dragoman.desk.workshop import _end_with_parent, crew
from dragoman.errors import DataError, UsageError


def test_a_worker_ends_when_the_parent_lets_go() -> None:
    context = multiprocessing.get_context("spawn")
    leash, grip = context.Pipe(duplex=False)
    worker = context.Process(target=_end_with_parent, args=(leash,))
    worker.start()
    grip.close()
    worker.join(60)
    assert worker.exitcode == 1


def test_what_is_wrong_with_the_options_is_said_before_any_document() -> None:
    with (
        pytest.raises(UsageError, match="'en_none' is not installed"),
        crew(ReaderOptions(model="en_none"), workers=2),
    ):
        pytest.fail("documents may be handed out")


def test_a_bad_entry_of_the_users_own_is_named_by_a_worker(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("id\tname\tkind\tfrom\nfog\tFog\tarmed\t2019-99\n", encoding="utf-8")
    with (
        pytest.raises(DataError, match=r"own\.tsv:2: "),
        crew(ReaderOptions(registry=(own,)), workers=2),
    ):
        pytest.fail("documents may be handed out")
