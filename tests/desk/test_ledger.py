import os
from pathlib import Path

import pytest

from dragoman.desk.ledger import Ledger
from dragoman.errors import UsageError


def test_a_second_run_knows_what_the_first_one_wrote(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with Ledger(path) as ledger:
        ledger.write(b'{"id":"one"}')
    with Ledger(path) as ledger:
        assert ledger.done == {"one"}
        ledger.write(b'{"id":"two"}')
    assert path.read_bytes().count(b"\n") == 2


def test_a_line_that_was_cut_off_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b'{"id":"one"}\n{"id":"tw')
    with Ledger(path) as ledger:
        assert ledger.done == {"one"}
        ledger.write(b'{"id":"two"}')
    assert path.read_bytes() == b'{"id":"one"}\n{"id":"two"}\n'


def test_fresh_starts_anew(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"something else\n")
    with Ledger(path, fresh=True) as ledger:
        assert ledger.done == set()


@pytest.mark.parametrize("notes", [b"my notes\n", b"my notes"])
def test_a_file_that_holds_something_else_is_not_touched(tmp_path: Path, notes: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(notes)
    with pytest.raises(UsageError, match=r"notes\.txt:1: not a record with an id"):
        Ledger(path)
    assert path.read_bytes() == notes


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write here"):
        Ledger(tmp_path / "no" / "out.jsonl")


def test_the_input_is_never_written_to(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(b'{"id":"one"}\n')
    for fresh in (False, True):
        with pytest.raises(UsageError, match="is the input"):
            Ledger(tmp_path / "." / "corpus.jsonl", fresh=fresh, source=str(path))
    assert path.read_bytes() == b'{"id":"one"}\n'


@pytest.mark.parametrize("fresh", [False, True])
def test_a_device_is_written_to_and_stays(fresh: bool) -> None:
    with Ledger(Path(os.devnull), fresh=fresh) as ledger:
        ledger.write(b'{"id":"one"}')
        assert ledger.done == set()
    assert Path(os.devnull).exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_a_full_disk_is_named() -> None:
    with pytest.raises(UsageError, match="cannot write here"), Ledger(Path("/dev/full")) as ledger:
        ledger.write(b'{"id":"one"}')
