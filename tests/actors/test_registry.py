"""Names, days and suggestions; what a bad row says."""

import datetime
from pathlib import Path

import pytest

from dragoman.actors import Registry
from dragoman.actors.days import DOUBTFUL, LIKELY, NEVER, SURE, interval
from dragoman.errors import DataError


@pytest.fixture(scope="session")
def registry() -> Registry:
    return Registry.load()


def day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("begin", "end", "on", "held"),
    [
        ("2004", "2008", "2006-01-01", SURE),
        ("2004", "2008", "2004-06-01", LIKELY),
        ("2004", "2008", "2008-06-01", LIKELY),
        ("2004-03-02", "2008", "2004-03-01", NEVER),
        ("2004-03", "", "2030-01-01", SURE),
        ("", "1991-12-26", "1991-12-26", NEVER),
        ("?", "2008", "2001-01-01", DOUBTFUL),
    ],
)
def test_a_day_against_bounds(begin: str, end: str, on: str, held: float) -> None:
    assert interval(begin, end).holds(day(on)) == held


@pytest.mark.parametrize("begin,end", [("2004-13", ""), ("yesterday", ""), ("2008", "2004")])
def test_impossible_dates(begin: str, end: str) -> None:
    with pytest.raises(ValueError):
        interval(begin, end)


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Qaddafi", "lby-muammar-gaddafi"),
        ("Volodymyr Zelenskyy", "ukr-volodymyr-zelensky"),
        ("President Barack Obama", "usa-barack-obama"),
        ("Mr. Bashar Al Asad", "syr-bashar-al-assad"),
        ("N.A.T.O.", "nato"),
        ("the Syrian army", "syr:army"),
        ("Iran's foreign ministry", "irn:foreign-ministry"),
        ("parliament of Chad", "tcd:parliament"),
        ("Hizbullah", "hezbollah"),
        ("Cote d'Ivoire", "civ"),
    ],
)
def test_spellings(registry: Registry, name: str, entry: str) -> None:
    assert registry.who(name)[0].entry == entry


@pytest.mark.parametrize("name", ["Zorblax Quintaine", "", "the", "—", "Ali Hassan Quux"])
def test_nobody(registry: Registry, name: str) -> None:
    assert registry.who(name) == ()


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Orbán Viktor", "hun-viktor-orban"),  # family name first
        ("Suk-yeol Yoon", "kor-yoon-suk-yeol"),  # family name last
        ("Yi Wang", "chn-wang-yi"),
        ("Joseph Wu Jau-shieh", "twn-joseph-wu"),  # a given name behind
        ("Demeke Mekonnen Hassen", "eth-demeke-mekonnen"),  # a grandfather's name behind
        ("Gustavo Petro Urrego", "col-gustavo-petro"),  # a second surname
        ("Sergei Viktorovich Lavrov", "rus-sergei-lavrov"),  # a name between
        ("Sergej Lavrov", "rus-sergei-lavrov"),
        ("Nikolaos Dendias", "grc-nikos-dendias"),
        ("Kim Jongun", "prk-kim-jong-un"),  # other gaps
        ("Daw Aung San Suu Kyi", "mmr-aung-san-suu-kyi"),
        ("Datuk Seri Anwar Ibrahim", "mys-anwar-ibrahim"),
    ],
)
def test_customs_of_naming(registry: Registry, name: str, entry: str) -> None:
    assert registry.who(name)[0].entry == entry


@pytest.mark.parametrize(
    "name",
    [
        "Jean-Michel Bellerive",  # Jean-Max Bellerive has another middle name
        "Frank Gustavo Petro",  # no Colombian custom puts a name before
        "Rouhani Hassan",  # Iranians don't turn names round
    ],
)
def test_customs_do_not_make_people_alike(registry: Registry, name: str) -> None:
    assert registry.who(name) == ()


def test_did_you_mean(registry: Registry) -> None:
    assert "Bashar al-Assad" in registry.suggest("Bashir al-Assadi")


def test_a_country_hint_decides(registry: Registry) -> None:
    assert registry.who("Congo", country_hint="COG")[0].country == "COG"
    assert registry.who("Congo", country_hint="COD")[0].country == "COD"


def test_a_bad_row_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("id\tname\tkind\tfrom\nfog\tFog\tarmed\t2019-99\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"own\.tsv:2: "):
        Registry.load((path,), tmp_path)


def test_an_own_row_replaces_ours(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("id\tname\tkind\tcountry\nnato\tNATO\tarmed\tXKX\n", encoding="utf-8")
    assert Registry.load((path,), tmp_path).who("NATO")[0].country == "XKX"
