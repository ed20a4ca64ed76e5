"""`dragoman registry`: from reports to an overlay and back, checks, other formats."""

import json
from pathlib import Path

import pytest

from dragoman.cli.app import run

REPORTS = (
    ("one", "2026-03-06", "Amina Wekesa was sworn in as Kenya's defence minister on Thursday."),
    ("two", "2026-03-06", "Amina Wekesa took office as Kenyan defence minister on Thursday."),
    ("three", "2026-03-06", "Shops in Nairobi stayed open."),
)


def readings(folder: Path, name: str, *more: str) -> str:
    corpus, target = folder / "corpus.jsonl", folder / name
    lines = [json.dumps({"id": k, "published": day, "text": text}) for k, day, text in REPORTS]
    corpus.write_text("\n".join(lines), encoding="utf-8")
    assert run(["code", "--in", str(corpus), "--out", str(target), *more]) == 0
    return str(target)


def proposals(path: str) -> list[dict[str, object]]:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [p for line in lines for p in json.loads(line).get("proposals", [])]


def test_from_reports_to_an_overlay_under_which_the_office_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet, overlay = tmp_path / "proposals.tsv", tmp_path / "overlay.tsv"
    told = readings(tmp_path, "readings.jsonl")
    assert run(["registry", "propose", told, "--out", str(sheet)]) == 0
    text = sheet.read_text(encoding="utf-8")
    assert text.count("Amina Wekesa\tbegins") == 1
    sheet.write_text(text.replace("\n\tAmina", "\naccept\tAmina"), encoding="utf-8")
    assert run(["registry", "accept", str(sheet), "--out", str(overlay)]) == 0
    assert "1 accepted, 0 rejected, 0 not judged; terms: 1 begun" in capsys.readouterr().err
    on_day = ["who", "Amina Wekesa", "--on", "2026-03-10", "--registry", str(overlay)]
    assert run(on_day) == 0
    assert "KEN GOV  on 2026-03-10  Defence Minister" in capsys.readouterr().out
    again = readings(tmp_path, "again.jsonl", "--registry", str(overlay))
    assert [p.get("known", False) for p in proposals(told)] == [False, False]
    assert [p.get("known", False) for p in proposals(again)] == [True, True]
    assert run(["registry", "propose", again]) == 0
    assert "Wekesa" not in capsys.readouterr().out


def test_a_folder_gets_a_file_a_state_and_can_be_given_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet, folder = tmp_path / "proposals.tsv", tmp_path / "own"
    columns = "verdict\tperson\tchange\toffice\tcountry\tday\tseat"
    rows = [
        f"accept\t{name}\tbegins\tTrade Minister\t{country}\t2031-05-06\tminister"
        for name, country in (("Una Halloran", "IRL"), ("Kofi Adjei", "GHA"))
    ]
    sheet.write_text("\n".join((columns, *rows)), encoding="utf-8")
    assert run(["registry", "accept", str(sheet), "--out", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["gha.tsv", "irl.tsv"]
    assert run(["registry", "check", str(folder)]) == 0
    assert run(["who", "Kofi Adjei", "--on", "2031-06-01", "--registry", str(folder)]) == 0
    assert "GHA GOV  on 2031-06-01  Trade Minister" in capsys.readouterr().out


def test_a_line_that_is_no_reading_is_reported_and_the_rest_gathered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = Path(readings(tmp_path, "readings.jsonl"))
    told.write_text("{}\n[]\n" + told.read_text(encoding="utf-8"), encoding="utf-8")
    assert run(["registry", "propose", str(told)]) == 1
    printed = capsys.readouterr()
    assert "Amina Wekesa" in printed.out
    assert f"{told}:1: not a reading" in printed.err
    assert f"{told}:2: not a reading" in printed.err


def test_an_overlay_is_checked_as_what_ships_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    overlay = tmp_path / "overlay.tsv"
    rows = ("Amina Wekesa\tPresident\thead_of_state\t2020\tKEN", "Bo\tX\tminister\t2020\tXXX")
    overlay.write_text("\n".join(("person\toffice\tseat\tfrom\tcountry", *rows)), encoding="utf-8")
    assert run(["registry", "check", str(overlay)]) == 1
    said = capsys.readouterr().err
    assert "head_of_state of KEN: overlaps" in said
    assert f"{overlay}:3: country 'XXX'" in said
    assert "2 defects" in said or "3 defects" in said


def test_a_dictionary_becomes_a_table_and_nothing_of_it_is_dropped_silently(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "old.actors.txt", tmp_path / "own.csv"
    source.write_text(
        "CORVANIA_FRONT_  # rebels, then in power\n"
        "+CORVANIAN_FRONT_\n"
        "\t[COVREB <19980401]\n"
        "\t[COVGOV >19980401]\n"
        "\t[COVGOV 1998]\n",
        encoding="utf-8",
    )
    assert run(["registry", "import", str(source), "--out", str(target)]) == 1
    said = capsys.readouterr().err
    assert f"{source}:5: " in said
    assert "1 lines not used" in said
    assert run(["who", "Corvania Front", "--on", "1997-01-01", "--registry", str(target)]) == 0
    assert "COV REB" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["terms", "entries"])
def test_a_table_that_was_exported_is_the_registry_again(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"{form}.csv"
    assert run(["registry", "export", "--format", form, "--out", str(target)]) == 0
    assert run(["registry", "check", str(target)]) == 0
    assert ": 0 defects" in capsys.readouterr().err


def test_dictionaries_are_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["registry", "export", "--format", "agents"]) == 0
    assert "SOLDIER" in capsys.readouterr().out
    target = tmp_path / "out.actors.txt"
    assert run(["registry", "export", "--format", "actors", "--out", str(target)]) == 0
    assert "EMMANUEL_MACRON_" in target.read_text(encoding="utf-8")


def test_without_a_verb_its_help_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["registry"]) == 2
    assert "propose" in capsys.readouterr().out
