import datetime
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import DocumentError, UsageError
from dragoman.reader import Reader

STORY = "The army of Chad attacked the rebels on Sunday."


def test_plain_text_and_a_file_give_the_same_findings(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    from_text = dragoman.read(STORY, "2024-12-09", reader=reader)
    for source in (path, str(path)):
        from_file = dragoman.read(source, datetime.date(2024, 12, 9), reader=reader)
        assert from_file.events == from_text.events
        assert from_file.document.published_basis == "given"


def test_a_path_that_is_not_there_is_not_taken_for_text(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(UsageError, match="no such file"):
        dragoman.read(tmp_path / "gone.txt", reader=reader)


def test_a_date_that_is_none_is_named(reader: Reader) -> None:
    with pytest.raises(UsageError, match="'soon' is not a date"):
        dragoman.read(STORY, published="soon", reader=reader)


def test_a_corpus_is_not_one_document(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text('{"id":"a","text":"One."}\n{"id":"b","text":"Two."}\n')
    with pytest.raises(UsageError, match="holds 2 documents"):
        dragoman.read(path, reader=reader)


def test_what_was_odd_about_the_file_is_among_the_issues(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Le président a dit « oui » à la télévision française hier.".encode("cp1252"))
    codes = [issue.code for issue in dragoman.read(path, reader=reader).issues]
    assert "documents.encoding-guessed" in codes


def test_a_binary_file_is_a_document_error(tmp_path: Path, reader: Reader) -> None:
    path = tmp_path / "tool"
    path.write_bytes(b"\x7fELF\x00\x00")
    with pytest.raises(DocumentError, match="looks like binary data"):
        dragoman.read(path, reader=reader)


def test_the_public_names_are_there() -> None:
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonesuch'"):
        _ = dragoman.nonesuch  # type: ignore[attr-defined]
