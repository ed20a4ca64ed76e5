from pathlib import Path

import pytest

from dragoman import compiled
from dragoman.errors import UsageError


def test_what_is_there_is_not_built_again(tmp_path: Path) -> None:
    built: list[Path] = []

    def build(path: Path) -> None:
        built.append(path)
        path.write_text("index")

    key = compiled.digest(["source"])
    first = compiled.ensure("names.db", key, build, tmp_path)
    second = compiled.ensure("names.db", key, build, tmp_path)
    assert first == second
    assert first.read_text() == "index"
    assert len(built) == 1


def test_a_changed_source_replaces_the_older_build(tmp_path: Path) -> None:
    def build(path: Path) -> None:
        path.write_text("index")

    old = compiled.ensure("names.db", compiled.digest(["one"]), build, tmp_path)
    new = compiled.ensure("names.db", compiled.digest(["two"]), build, tmp_path)
    assert new.exists()
    assert not old.exists()


def test_an_interrupted_build_leaves_nothing_behind(tmp_path: Path) -> None:
    def build(path: Path) -> None:
        path.write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compiled.ensure("names.db", compiled.digest(["one"]), build, tmp_path)
    assert not list(tmp_path.glob("names-*"))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(UsageError, match="cannot keep compiled data here"):
        compiled.ensure("names.db", "k" * 16, lambda path: None, file / "below")


def test_parts_do_not_run_into_each_other() -> None:
    assert compiled.digest(["ab", "c"]) != compiled.digest(["a", "bc"])
