"""Every data file says where it comes from, and none is a relic."""

import re
from pathlib import Path

from dragoman import resources

DATA = Path(__file__).parents[1] / "src" / "dragoman" / "data"


def test_every_file_is_in_the_manifest_of_its_folder() -> None:
    for folder in sorted(path for path in DATA.iterdir() if path.is_dir()):
        rows = list(resources.table(folder / "MANIFEST.tsv", ("file", "source", "licence", "date")))
        listed = {path for row in rows for path in folder.glob(row["file"])}
        files = {path for path in folder.rglob("*") if path.is_file()}
        missing = sorted(str(path.relative_to(DATA)) for path in files - listed)
        assert [name for name in missing if not name.endswith("MANIFEST.tsv")] == []
        for row in rows:
            assert list(folder.glob(row["file"])), row.error("no such file")
            assert row["source"], row.error("no source")
            assert row["licence"], row.error("no licence")


def test_every_table_can_be_read() -> None:
    for path in sorted(DATA.rglob("*.tsv")):
        for _ in resources.table(path):
            pass


def test_no_data_file_names_a_machine() -> None:
    folder_of_a_machine = re.compile(r"(?<![\w.])/(?:work|root|home|tmp)/")
    for path in sorted(DATA.rglob("*.*")):
        if path.suffix in {".tsv", ".toml"}:
            assert not folder_of_a_machine.search(path.read_text(encoding="utf-8")), path
