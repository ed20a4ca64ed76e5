"""The data of the room: wide enough, consistent with itself, and refused where it is not."""

from pathlib import Path

import pytest

from dragoman import resources
from dragoman.errors import DataError
from dragoman.instruments.names import NamedInstruments
from dragoman.instruments.provisions import Provisions
from dragoman.instruments.referring import Referring
from dragoman.instruments.registry import Registry, instrument
from dragoman.instruments.symbols import Stretches, Symbols, bodies
from dragoman.instruments.words import variants


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry(Referring().kinds)


def test_the_registry_is_wide(registry: Registry) -> None:
    named = [entry for entry in registry.entries.values() if not entry.id.startswith("S/RES")]
    assert len(registry.entries) >= 300
    assert len(named) >= 300


def test_dates_follow_each_other(registry: Registry) -> None:
    for entry in registry.entries.values():
        dates = [day for day in (entry.signed, entry.in_force, entry.ended) if day]
        years = [day[:4] for day in dates]
        assert years == sorted(years), entry


def test_symbols_of_resolutions_follow_the_rules(registry: Registry) -> None:
    council = next(body for body in bodies() if body.id == "SC")
    for entry in registry.entries.values():
        if entry.id.startswith("S/RES/"):
            symbol = Symbols().of(council, entry.id[6:].split("(")[0])
            assert symbol is not None
            assert symbol.text == entry.id
            assert entry.year == entry.id[-5:-1]


def test_every_name_finds_its_own_entry(registry: Registry) -> None:
    finder = NamedInstruments(registry)
    for entry in registry.entries.values():
        for alias in entry.aliases:
            for name in variants(alias):
                hits = finder.find(f"They met over {name} today.")
                assert entry.id in {hit.key for hit in hits}, name


def test_the_weightiest_have_provisions(registry: Registry) -> None:
    provisions = Provisions(registry)
    weighty = [id for id in registry.entries if provisions.of(id)]
    assert len(weighty) >= 25
    assert len(provisions.of("S/RES/2254(2015)")) >= 6
    assert provisions.of("un-charter/art-51")
    for provision in provisions.of("jcpoa"):
        assert provision.pattern.search(provision.cues[0].replace("*", ""))


def test_every_file_has_its_row_in_the_manifest() -> None:
    listed = {row["file"] for row in resources.table("instruments/MANIFEST.tsv")}
    folder = resources.locate("instruments")
    files = {entry.name for entry in folder.iterdir() if entry.is_file()}
    assert files - {"MANIFEST.tsv"} == {name for name in listed if "*" not in name}


def test_numbers_out_of_order_are_refused(tmp_path: Path) -> None:
    table = tmp_path / "years.tsv"
    table.write_text("year\tfirst\tlast\n1946\t1\t15\n1947\t10\t30\n")
    with pytest.raises(DataError, match=r"years\.tsv:3: 10 to 30"):
        Stretches(table, "year")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"id": "x", "title": "X", "kind": "wish"}, "kind is 'wish'"),
        ({"id": "x", "title": "X", "kind": "law", "signed": "May 1990"}, "signed is 'May 1990'"),
        ({"id": "", "title": "X", "kind": "law"}, "id or title is empty"),
    ],
)
def test_bad_entries_are_refused_by_line(cells: dict[str, str], reason: str) -> None:
    with pytest.raises(DataError, match=f"own.tsv:7: {reason}"):
        instrument(resources.Row("own.tsv", 7, cells), frozenset({"law"}))


def test_choices_in_names_are_spelled_out() -> None:
    assert set(variants("Oslo [peace] (accord/accords)")) == {
        "Oslo accord",
        "Oslo accords",
        "Oslo peace accord",
        "Oslo peace accords",
    }
    assert list(variants("plain name")) == ["plain name"]
