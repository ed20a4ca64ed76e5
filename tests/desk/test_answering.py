"""Records in, answers out: what is odd about a record is said with its line, the rest goes on."""

import json
from pathlib import Path

import pytest

from dragoman.desk.answering import Record, answer
from dragoman.documents import Failure
from dragoman.errors import UsageError


def echo(record: Record) -> dict[str, str]:
    return {"id": record["id"]}


def answered(source: Path, target: Path) -> tuple[list[str], list[str]]:
    failures: list[Failure] = []
    answer(str(source), target, echo, report=failures.append)
    lines = target.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["id"] for line in lines], [failure.reason for failure in failures]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{no json", "invalid JSON"),
        (b'{"id": "caf\xe9"}', "invalid JSON"),
        (b'{"id": "deep", "a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "invalid JSON"),
        (b"[]", "list; allowed: a JSON object"),
        (b'{"id": 5.5}', "id is 5.5; allowed: a string or a whole number"),
        (b'{"id": true}', "id is True; allowed: a string or a whole number"),
        (b'{"id": "one"}', "id 'one' came before"),
    ],
    ids=["broken", "latin-1", "deep", "array", "fraction", "boolean", "twice"],
)
def test_a_bad_line_is_reported_and_the_rest_answered(
    line: bytes, reason: str, tmp_path: Path
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(b'\xef\xbb\xbf{"id": "one"}\n' + line + b'\n\n{"id": "two"}\r\n')
    ids, reasons = answered(source, tmp_path / "out.jsonl")
    assert ids == ["one", "two"]
    assert len(reasons) == 1
    assert reasons[0].startswith(f"{source}:2: {reason}")


def test_a_whole_number_is_an_id_as_it_is_for_documents(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": 5}\n{"id": "5"}\n', encoding="utf-8")
    ids, reasons = answered(source, tmp_path / "out.jsonl")
    assert ids == ["5"]
    assert len(reasons) == 1
    assert "id '5' came before" in reasons[0]


def test_a_second_run_reports_the_same_and_adds_nothing(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "one"}\n{"id": "one"}\n', encoding="utf-8")
    assert answered(source, target) == answered(source, target)


def test_a_source_that_cannot_be_used_leaves_the_output_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text('{"id": "one"}\n', encoding="utf-8")
    for source in (tmp_path, tmp_path / "gone.jsonl"):
        with pytest.raises(UsageError, match="no such file; give JSON Lines"):
            answer(str(source), target, echo, fresh=True, report=lambda failure: None)
    assert target.read_text(encoding="utf-8") == '{"id": "one"}\n'
