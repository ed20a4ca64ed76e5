"""Corpora and records: every document comes out or is reported with its place."""

import datetime
import gzip
import io
import json
import os
import threading
from pathlib import Path

import pytest

from dragoman.documents import Failure, Made, corpus, day_of, document_from_record
from dragoman.errors import DocumentError, UsageError

TEXT = "Troops left the harbour on Monday."


def record(**keys: object) -> str:
    return json.dumps({"text": TEXT, **keys}) + "\n"


def ids(items: object) -> list[str]:
    return [item.document.id if isinstance(item, Made) else item.reason for item in items]  # type: ignore[attr-defined]


def test_a_record_keeps_what_it_is_given() -> None:
    given = {
        "id": "r1",
        "text": TEXT,
        "title": "T",
        "published": "2031-05-06T10:00:00Z",
        "url": "https://example.org/a",
        "source": "Selda Post",
        "language": "en",
        "score": 3,
        "tags": ["x"],
    }
    document, issues = document_from_record(given, "c.jsonl", 7)
    assert document.published == datetime.date(2031, 5, 6)
    assert document.published_basis == "given"
    assert (document.title, document.source, document.language) == ("T", "Selda Post", "en")
    assert document.extra == {"score": 3, "tags": ["x"]}
    assert not issues


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"text": 5}, "c.jsonl:7: text is 5; allowed: a string"),
        ({"text": TEXT, "title": ["x"]}, "c.jsonl:7: title is ['x']; allowed: a string"),
        ({"text": TEXT, "id": 1.5}, "c.jsonl:7: id is 1.5; allowed: a string or a whole number"),
        ({"text": TEXT, "id": True}, "c.jsonl:7: id is True"),
        ({"id": "x"}, "c.jsonl:7: neither text nor html"),
        ({"text": None}, "c.jsonl:7: neither text nor html"),
        ({"text": " \n"}, "c.jsonl:7: empty"),
        ({"html": "<script>1</script>"}, "c.jsonl:7: no text in the page"),
        ([1, 2], "c.jsonl:7: list; allowed: a JSON object"),
        (
            {"text": TEXT, "published": "2024-13-01"},
            "c.jsonl:7: published '2024-13-01' is not a date; allowed: ISO 8601 such as 2024-12-09",
        ),
        ({"text": TEXT, "published": 2024}, "c.jsonl:7: published is 2024; allowed: a string"),
    ],
)
def test_records_that_cannot_be_used(given: object, reason: str) -> None:
    with pytest.raises(DocumentError) as error:
        document_from_record(given, "c.jsonl", 7)
    assert str(error.value).startswith(reason)


def test_half_a_surrogate_pair_is_replaced_and_reported() -> None:
    document, issues = document_from_record({"text": "a \ud800 b"}, "c", 1)
    assert document.text == "a \ufffd b"
    assert [issue.code for issue in issues] == ["documents.surrogates"]


@pytest.mark.parametrize("value", ["2024-13-01", "yesterday", "", "2024", "12/09/2024"])
def test_a_date_that_is_none(value: str) -> None:
    with pytest.raises(UsageError, match="is not a date; allowed: ISO 8601 such as 2024-12-09"):
        day_of(value)


def test_no_date_is_made_of_a_dateline() -> None:
    text = "PORT SELDA, May 5, 2031 (Agency) - Troops left."
    document, _ = document_from_record({"text": text}, "c", 1)
    assert document.published is None
    assert document.published_basis == "none"
    assert document.dateline == (0, len("PORT SELDA, May 5, 2031 (Agency)"))


def test_lines_fail_alone(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    lines = [record(id="a"), "{not json}\n", "\n", record(id="b"), record(id="a"), record(), "[1]"]
    path.write_text("".join(lines), encoding="utf-8")
    items = list(corpus(path))
    assert [type(item) for item in items] == [Made, Failure, Made, Failure, Made, Failure]
    failures = [item for item in items if isinstance(item, Failure)]
    assert [failure.line for failure in failures] == [2, 5, 7]
    assert failures[0].reason.startswith("c.jsonl:2: invalid JSON")
    assert failures[1].reason == "c.jsonl:5: id 'a' came before"
    assert ids(items)[4] == "c.jsonl:6"


def test_hostile_lines(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    deep = '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}\n"
    bad = b'{"text": "\xff\xfe"}\n'
    path.write_bytes(deep.encode() + bad + record(id="z").encode())
    items = list(corpus(path))
    assert [isinstance(item, Made) for item in items] == [False, False, True]


def test_a_folder_is_read_to_its_depth_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b" / "many.jsonl").write_text(record() + record(id="r"), encoding="utf-8")
    (tmp_path / "a.html").write_text(f"<p>{TEXT}</p>", encoding="utf-8")
    (tmp_path / "z.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "notes.csv").write_bytes(b"a,b")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    found = ids(corpus(tmp_path))
    assert found[:4] == ["a.html", "b/many.jsonl:1", "r", "b/two.txt"]
    assert found[4].endswith("empty.txt: empty")
    assert found[5:] == ["z.txt.gz"]


def test_sources_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        corpus(tmp_path / "none")
    with pytest.raises(UsageError, match="no documents in this folder"):
        corpus(tmp_path)
    with pytest.raises(UsageError, match="no standard input"):
        corpus("-")


def test_single_files(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert ids(corpus(path)) == ["one.txt"]
    empty = tmp_path / "none.jsonl"
    empty.write_bytes(b"\n\n")
    assert ids(corpus(empty))[0].endswith("none.jsonl: empty")
    damaged = tmp_path / "c.jsonl.gz"
    damaged.write_bytes(gzip.compress(record(id="a").encode() * 50)[:-12])
    assert "damaged gzip data" in ids(corpus(damaged))[-1]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TEXT.encode(), ["-"]),
        ((record() + record(id="r")).encode(), ["-:1", "r"]),
        (b"\n\n" + record(id="r").encode(), ["r"]),
        (b"", ["-: empty"]),
        (b"\x00\x01", ["-: looks like binary data (NUL bytes); give text, HTML or JSON Lines"]),
    ],
)
def test_standard_input(content: bytes, expected: list[str]) -> None:
    assert ids(corpus("-", io.BytesIO(content))) == expected


def test_a_long_corpus_is_not_read_ahead(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("".join(record(id=str(n)) for n in range(1000)), encoding="utf-8")
    with path.open("a", encoding="utf-8") as file:
        file.write("{broken")
    items = corpus(path)
    assert isinstance(next(items), Made)
    assert sum(isinstance(item, Failure) for item in items) == 1


def test_a_file_whose_name_is_no_text_is_read_under_a_name_that_is(tmp_path: Path) -> None:
    try:
        (tmp_path / "odd\udcff.txt").write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes no such name")
    assert ids(corpus(tmp_path)) == ["odd\\udcff.txt"]


def test_what_is_no_gzip_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "fake.jsonl.gz").write_bytes(b"not packed")
    assert ids(corpus(tmp_path)) == [
        f"{tmp_path / 'fake.jsonl.gz'}: cannot be read (damaged gzip data)"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize(
    ("content", "expected"), [(record(id="p1"), ["p1"]), (TEXT, ["pipe"])], ids=["lines", "text"]
)
def test_a_named_pipe_is_opened_once(tmp_path: Path, content: str, expected: list[str]) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(content,), daemon=True)
    writer.start()
    found = ids(corpus(pipe))
    writer.join(10)
    assert [Path(one).name for one in found] == expected
