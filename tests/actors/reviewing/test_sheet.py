"""The sheet: what a person gets, what may come back, and what is refused by file and line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.reviewing import merge, read_sheet, render
from dragoman.errors import DataError, DragomanError, UsageError
from dragoman.records import Evidence, Proposal

WORDS = 'Said "enough",\tand\nleft.'


def proposal(person: str = "Mira Dolenz", day: str = "2031-05-06") -> Proposal:
    return Proposal(
        id="r1",
        person=person,
        change="ends",
        office="Prime Minister",
        seat="head_of_government",
        country="SVN",
        status="occurred",
        day=day,
        precision="day",
        evidence=Evidence(start=0, end=len(WORDS), text=WORDS),
    )


def written(folder: Path, text: str, name: str = "proposals.tsv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def judged(verdict: str, *people: str) -> str:
    text = render(merge((f"d-{name}", proposal(name)) for name in people))
    return text.replace("\n\t", f"\n{verdict}\t")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (row,) = read_sheet(written(tmp_path, judged("accept", "Mira Dolenz"))).judged("accept")
    assert row["evidence"] == '“Said "enough", and left.”'
    assert (row["person"], row["day"], row["documents"]) == (
        "Mira Dolenz",
        "2031-05-06",
        "d-Mira Dolenz",
    )


@pytest.mark.parametrize("mark", [",", ";"])
def test_a_spreadsheet_may_save_it_in_its_own_way(mark: str, tmp_path: Path) -> None:
    columns = mark.join(("person", "verdict", "change", "office", "country", "day", "seat"))
    cells = mark.join(("Jonas Tarr", "accept", "begins", '"Premier, acting"', "SVN", "2031"))
    path = written(tmp_path, f"\ufeff{columns}\r\n{cells}{mark}head_of_government\r\n", "p.csv")
    (row,) = read_sheet(path).judged("accept")
    assert row["office"] == "Premier, acting"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("accept\t", "yes\t", "verdict is 'yes'; allowed: , accept, reject"),
        ("2031-05-06", "6 May", "day is '6 May'; allowed: YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2031-05-06", "2031-02-30", "day is '2031-02-30'"),
        ("2031-05-06", "", "day is ''"),
        ("SVN", "Slovenia", "country is 'Slovenia'; allowed: ISO 3166 alpha-3"),
        ("\tends\t", "\tended\t", "change is 'ended'; allowed: begins, ends"),
        ("head_of_government", "premier", "seat is 'premier'; allowed: head_of_state"),
        ("Prime Minister", "", "office is empty"),
        ("Mira Dolenz\t", "\t", "person is empty"),
    ],
)
def test_a_bad_cell_is_refused_with_file_line_value_and_what_is_allowed(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    path = written(tmp_path, judged("accept", "Mira Dolenz").replace(old, new))
    with pytest.raises(DataError) as caught:
        read_sheet(path)
    assert str(caught.value).startswith(f"{path}:7: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_rows_that_nobody_judged_are_not_checked(tmp_path: Path) -> None:
    text = judged("", "Mira Dolenz").replace("SVN", "")
    assert len(read_sheet(written(tmp_path, text)).judged("")) == 1


def test_a_second_sheet_keeps_what_a_person_has_judged_and_corrected(tmp_path: Path) -> None:
    first = judged("reject", "Mira Dolenz").replace("Prime Minister", "Premier")
    old = read_sheet(written(tmp_path, first))
    people = ("Mira Dolenz", "Jonas Tarr")
    text = render(merge((f"e-{name}", proposal(name)) for name in people), old)
    again = read_sheet(written(tmp_path, text))
    (kept,) = again.judged("reject")
    assert (kept["office"], kept["documents"]) == ("Premier", "e-Mira Dolenz")
    assert [row["person"] for row in again.judged("")] == ["Jonas Tarr"]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    text = render(merge([('=HYPERLINK("http://x")', proposal())]))
    assert "\t=" not in text
    assert "\t'=" in text or "\"'=" in text
    path = written(tmp_path, text)
    assert read_sheet(path).rows[0]["documents"] == '=HYPERLINK("http://x")'


def test_a_file_that_is_not_there_or_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_sheet(tmp_path / "gone.tsv")
    with pytest.raises(UsageError, match="no sheet of proposals"):
        read_sheet(written(tmp_path, "# nothing\n"))


@given(st.binary(max_size=300))
def test_whatever_stands_in_a_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("sheet") / "p.tsv"
    path.write_bytes(b"verdict\tperson\tchange\toffice\tcountry\tday\tseat\n" + content)
    try:
        read_sheet(path)
    except DragomanError as error:
        assert "\n" not in str(error)
