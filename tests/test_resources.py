from pathlib import Path

import pytest

from dragoman import resources
from dragoman.errors import DataError, UsageError


def write(folder: Path, text: str) -> Path:
    path = folder / "table.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_know_where_they_stand(tmp_path: Path) -> None:
    path = write(tmp_path, "# a comment\nname\taliases\n\nArvenia\tARV | Arv\nBelmoria\n")
    rows = list(resources.table(path, required=("name",)))
    assert [(row.line, row["name"], row.values("aliases")) for row in rows] == [
        (4, "Arvenia", ("ARV", "Arv")),
        (5, "Belmoria", ()),
    ]


def test_a_missing_column_names_file_line_and_column(tmp_path: Path) -> None:
    path = write(tmp_path, "name\nArvenia\n")
    with pytest.raises(DataError, match=r"table\.tsv:1: missing column code"):
        list(resources.table(path, required=("name", "code")))


def test_too_many_cells_name_the_line(tmp_path: Path) -> None:
    path = write(tmp_path, "name\nArvenia\tone too many\n")
    with pytest.raises(DataError, match=r":2: 2 cells, but the header names 1 columns"):
        list(resources.table(path))


def test_a_value_outside_the_choice_lists_what_is_allowed(tmp_path: Path) -> None:
    row = next(iter(resources.table(write(tmp_path, "sector\nXYZ\n"))))
    with pytest.raises(DataError, match=r":2: sector is 'XYZ'; allowed: GOV, MIL"):
        row.choice("sector", ("GOV", "MIL"))


def test_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "table.tsv"
    path.write_bytes(b"name\nCura\xe7ao\n")
    with pytest.raises(DataError, match=r":2: not UTF-8 text"):
        list(resources.table(path))


def test_a_syntax_error_in_toml_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text("a = 1\nb = = 2\n")
    with pytest.raises(DataError, match=r"rules\.toml:2:"):
        resources.toml(path)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match=r"no/such\.tsv: no such data file"):
        list(resources.table("no/such.tsv"))
