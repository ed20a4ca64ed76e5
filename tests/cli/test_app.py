"""The command line as a person meets it: what it prints, what it refuses, how it exits."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.app import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "grain-deal.txt"
SOURCE = Path(__file__).parents[2] / "src"
STORY = "Arvenia's army attacked Iraq on Sunday. “We regret it,” President Lula da Silva said."


def corpus(path: Path, *lines: str) -> str:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(path)


def record(key: str, text: str = STORY, **more: str) -> str:
    return json.dumps({"id": key, "text": text, **more})


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "no-such-file.txt"], "no-such-file.txt: no such file"),
        (["read", "{tmp}"], "no documents in this folder"),
        (["read", "{empty}"], "empty"),
        (["read", "{binary}"], "looks like binary data"),
        (["read", "{pdf}"], "looks like binary data (a PDF); give text, HTML or JSON Lines"),
        (["read", "{text}", "--published", "2024-13-01"], "'2024-13-01' is not a date"),
        (["read", "{text}", "--model", "en_none"], "'en_none' is not installed; installed: en_"),
        (["read", "{text}", "--by", "nobody"], "--by is 'nobody'; allowed: speaker"),
        (["read"], "Missing argument"),
        (["read", "{text}", "--frob"], "No such option"),
        (["frob"], "No such command 'frob'"),
        (["code", "--in", "{text}"], "Missing option '--out'"),
        (["code", "--in", "no.jsonl", "--out", "{out}"], "no.jsonl: no such file"),
        (["code", "--in", "{jsonl}", "--out", "{tmp}/no/out.jsonl"], "cannot write here"),
        (["code", "--in", "{jsonl}", "--out", "{text}"], "not a record with an id"),
        (["code", "--in", "{jsonl}", "--out", "{out}", "--workers", "0"], "--workers is '0'"),
        (
            ["code", "--in", "{jsonl}", "--out", "{out}", "--workers", "abc"],
            "--workers is 'abc'; allowed: a whole number from 1 to 256",
        ),
        (["read", "{text}", "--registry", "{tmp}"], "no registry files in this folder"),
        (["read", "{text}", "--gazetteer", "no.tsv"], "no.tsv: no such file"),
        (["read", "{text}", "--lexicon", "no.tsv"], "no.tsv: no such file"),
        (
            ["code", "--in", "{jsonl}", "--out", "{out}", "--ontology", "no.toml"],
            "no.toml: no such",
        ),
        (["who", "Lula", "--registry", "no.tsv"], "no.tsv: no such file"),
        (["registry", "propose", "no.jsonl"], "no.jsonl': no such file; give readings"),
        (["registry", "propose", "{jsonl}", "--least", "2"], "allowed: a number from 0 to 1"),
        (["registry", "propose", "{jsonl}", "--out", "{jsonl}"], "is the input"),
        (["registry", "accept", "no.tsv", "--out", "{out}"], "no.tsv: no such file; give a sheet"),
        (["registry", "accept", "{text}", "--out", "o.tsv"], "missing column verdict"),
        (["registry", "check", "no.tsv"], "no.tsv: no such file"),
        (["registry", "export", "--format", "xml"], "allowed: actors, agents, entries, terms"),
        (["registry", "import", "{jsonl}"], "not a dictionary of actors"),
        (["who"], "who takes a NAME"),
        (["who", "Lula", "--on", "yesterday"], "--on 'yesterday' is not a date"),
        (["read", "ftp://example.org/a"], "addresses start with http:// or https://"),
        (["read", ""], "'' names no file"),
        (["code", "--in", "", "--out", "{out}"], "'' names no file"),
        (["read", "a" * 5000], "File name too long"),
        (["code", "--in", "a" * 5000 + ".jsonl", "--out", "{out}"], "File name too long"),
        (["code", "--in", "{jsonl}", "--out", "{jsonl}", "--fresh"], "is the input"),
        (["extract", "--in", "{tmp}", "--out", "{out}"], "no such file; give JSON Lines"),
        (["read", "http://127.0.0.1:9/"], "cannot be fetched"),
        (["read", "{text}", "--registry", "no.tsv"], "no.tsv"),
    ],
)
def test_an_unusable_call_is_one_line_and_exit_2(
    arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "empty-folder"
    folder.mkdir()
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "tool.txt").write_bytes(b"\x7fELF\x00\x00\x01")
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.7 and so on")
    (tmp_path / "notes.txt").write_text(STORY)
    places = {
        "tmp": str(folder),
        "empty": str(tmp_path / "empty.txt"),
        "binary": str(tmp_path / "tool.txt"),
        "pdf": str(tmp_path / "page.pdf"),
        "text": str(tmp_path / "notes.txt"),
        "jsonl": corpus(tmp_path / "in.jsonl", record("one")),
        "out": str(tmp_path / "out.jsonl"),
    }
    code = run([argument.format(**places) for argument in arguments])
    printed = capsys.readouterr()
    assert code == 2
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith("dragoman: ")
    assert said in printed.err


def test_a_report_for_people_names_events_speakers_and_furniture(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["read", str(EXAMPLE), "--published", "2023-07-17", "--why"]) == 0
    page = capsys.readouterr().out
    for said in ("Who did what to whom", "Who says what", "according to", "why:", "subscribe"):
        assert said in page
    assert "\x1b" not in page, "no colour where nobody sees it"
    assert not any(line.endswith(" ") for line in page.splitlines())


def test_own_verbs_and_types_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lexicon, ontology, text = (tmp_path / name for name in ("own.tsv", "own.toml", "a.txt"))
    lexicon.write_text("form\tkind\ttype\nserenade\tverb\tCOURT\n")
    ontology.write_text("extends = true\n[types.COURT]\nquad = 1\nscore = 2.0\n")
    text.write_text("Brazil serenaded Iran.")
    own = ["--lexicon", str(lexicon), "--ontology", str(ontology)]
    assert run(["read", str(text), "--json", *own]) == 0
    (event,) = json.loads(capsys.readouterr().out)["events"]
    assert (event["type"], event["quad"]) == ("COURT", 1)
    assert event["coder"]["rule"] == f"{lexicon}:2 serenade"


def test_by_speaker_groups_what_each_one_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(EXAMPLE), "--published", "2023-07-17", "--by", "speaker"]) == 0
    lines = capsys.readouterr().out.splitlines()
    peskov = next(i for i, line in enumerate(lines) if line.startswith("Dmitry Peskov"))
    assert lines[peskov + 1].startswith("    c")


def test_json_is_one_line_a_document(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["read", str(EXAMPLE), "--json"]) == 0
    printed = capsysbinary.readouterr().out
    assert printed.count(b"\n") == 1
    assert json.loads(printed)["events"]


def test_one_bad_source_among_several_is_reported_and_the_rest_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(EXAMPLE), str(tmp_path / "gone.txt")]) == 1
    printed = capsys.readouterr()
    assert "Who did what to whom" in printed.out
    assert "gone.txt: no such file" in printed.err


def test_bad_records_are_reported_counted_and_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = corpus(
        tmp_path / "in.jsonl",
        record("one"),
        "{not json",
        '{"id": "two"}',
        record("three", published="2024-02-31"),
        record("one"),
        record("four"),
    )
    out = tmp_path / "out.jsonl"
    assert run(["code", "--in", source, "--out", str(out)]) == 1
    assert [line["id"] for line in lines_of(out)] == ["one", "four"]
    said = capsys.readouterr().err
    for line in (2, 3, 4, 5):
        assert f"in.jsonl:{line}: " in said
    assert "2 written, 4 failed" in said


def test_a_second_run_goes_on_where_the_first_one_stopped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = corpus(tmp_path / "in.jsonl", *(record(str(n)) for n in range(5)))
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    assert run(["code", "--in", source, "--out", str(whole)]) == 0
    lines = whole.read_bytes().splitlines(keepends=True)
    out.write_bytes(b"".join(lines[:2]) + lines[2][:50])
    assert run(["code", "--in", source, "--out", str(out)]) == 0
    assert out.read_bytes() == whole.read_bytes()
    assert "3 written, 2 there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    "refused", [["--in", "gone.jsonl"], ["--in", "{jsonl}", "--model", "en_none"]]
)
def test_a_call_that_is_refused_leaves_the_output_alone(refused: list[str], tmp_path: Path) -> None:
    source, out = corpus(tmp_path / "in.jsonl", record("one")), tmp_path / "out.jsonl"
    out.write_text('{"id": "old"}\n')
    arguments = [argument.format(jsonl=source) for argument in refused]
    assert run(["code", *arguments, "--out", str(out), "--fresh"]) == 2
    assert out.read_text() == '{"id": "old"}\n'


def test_what_nobody_foresaw_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*arguments: object) -> None:
        raise KeyError("lost\nand found")

    monkeypatch.setattr("dragoman.desk.open_registry", fail)
    assert run(["who", "Lula"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("dragoman: a defect of Dragoman: KeyError: ")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("shell", "status"),
    [
        ("{dragoman} read {report} | head -1; exit ${{PIPESTATUS[0]}}", 0),
        ("{dragoman} read {report} --json | head -c 9; exit ${{PIPESTATUS[0]}}", 0),
        ("PYTHONIOENCODING=ascii {dragoman} read {report} >/dev/null", 0),
        ("{dragoman} read {report} >&-", 0),
        ("{dragoman} read {report} >/dev/full", 2),
    ],
)
def test_wherever_the_output_goes_no_traceback_follows(shell: str, status: int) -> None:
    dragoman = f"{sys.executable} -m dragoman"
    line = shell.format(dragoman=dragoman, report=EXAMPLE)
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=environment)
    assert done.returncode == status
    assert done.stderr.count("\n") == (1 if status else 0), done.stderr


def test_workers_change_nothing_but_the_time(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", *(record(str(n)) for n in range(40)))
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert run(["code", "--in", source, "--out", str(one)]) == 0
    assert run(["code", "--in", source, "--out", str(two), "--workers", "2"]) == 0
    assert one.read_bytes() == two.read_bytes()


def test_pages_become_articles(tmp_path: Path) -> None:
    body = " ".join(
        f"The envoys of both sides met again on day {n} of the talks." for n in range(9)
    )
    page = f"<html><head><title>Talks</title></head><body><p>{body}</p></body></html>"
    (tmp_path / "page.html").write_text(page)
    source = corpus(
        tmp_path / "in.jsonl",
        json.dumps({"id": "a", "html_path": "page.html"}),
        json.dumps({"id": "b", "html_path": "gone.html"}),
        json.dumps({"id": "c", "html": 3}),
    )
    out = tmp_path / "out.jsonl"
    assert run(["extract", "--in", source, "--out", str(out)]) == 1
    (article,) = lines_of(out)
    assert article["id"] == "a"
    assert "day 8 of the talks" in article["text"]


def test_who_answers_one_and_many(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["who", "Angela Merkel", "--on", "2010-05-01", "--json"]) == 0
    known = json.loads(capsysbinary.readouterr().out)
    assert known["candidates"][0]["sector"] == "GOV"
    source = corpus(
        tmp_path / "in.jsonl",
        json.dumps({"id": "a", "name": "Angela Merkel", "date": "2023-01-01"}),
        json.dumps({"id": "b", "name": "Nobody Whatsoever"}),
        json.dumps({"id": "c"}),
    )
    out = tmp_path / "out.jsonl"
    assert run(["who", "--in", source, "--out", str(out)]) == 1
    former, unknown = lines_of(out)
    assert former["candidates"][0]["sector"] == "ELI"
    assert unknown["candidates"] == []


def test_marked_pairs_are_related(tmp_path: Path) -> None:
    text = "Estonia accused the junta of shelling a market."
    pair = {"source": {"start": 0, "end": 7}, "target": {"start": 16, "end": 25}}
    source = corpus(
        tmp_path / "in.jsonl",
        json.dumps({"id": "a", "text": text, **pair}),
        json.dumps({"id": "b", "text": text, "source": {"start": 0, "end": 99}, "target": {}}),
        json.dumps({"id": "c", "text": text, **pair, "target": {"start": 16, "end": 990}}),
    )
    out = tmp_path / "out.jsonl"
    assert run(["relate", "--in", source, "--out", str(out)]) == 1
    (related,) = lines_of(out)
    assert related["type"] == "ACCUSE"
    assert abs(sum(related["scores"].values()) - 1) < 1e-6


def test_a_name_like_one_that_is_known_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who", "Hezbolahh Movementt"]) == 0
    assert "does not know" in capsys.readouterr().out


def test_help_teaches_and_costs_no_model() -> None:
    code = (
        "import sys; from dragoman.cli.app import run; status = run(['--help']); "
        "assert 'spacy' not in sys.modules and 'trafilatura' not in sys.modules; sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "dragoman read report.txt --published" in done.stdout


def test_the_first_reading_says_that_it_compiles_and_the_second_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path / "cache"))
    assert run(["read", str(EXAMPLE)]) == 0
    assert "compiling the gazetteer, once" in capsys.readouterr().err
    assert run(["read", str(EXAMPLE)]) == 0
    assert capsys.readouterr().err == ""


def test_the_command_reads_without_the_command_line_of_spacy() -> None:
    code = (
        "import sys; from dragoman.cli import app; sys.argv = ['dragoman', 'read', sys.argv[1]]\n"
        "try: app.main()\n"
        "except SystemExit as done: assert not done.code\n"
        "assert 'weasel' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(EXAMPLE)], capture_output=True, check=True)
