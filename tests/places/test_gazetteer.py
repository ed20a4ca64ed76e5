"""The compiled index and a user's own gazetteer, on a world of four places."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import DataError, UsageError
from dragoman.parsing import Parsed
from dragoman.places import PlaceFinder, extra, storage
from dragoman.places.index import Gazetteer, write
from dragoman.places.place import Named, Place, named

HARBOUR = Place("Port Selda", 10.0, 20.0, "AAA", "01", 90_000, "PPL", "city", 7)
NAMESAKE = Place("Port Selda", -30.0, 50.0, "BBB", "02", 400, "PPL", "city", 8)
STATE = Place("Ostrava Land", 11.0, 21.0, "AAA", "01", 2_000_000, "ADM1", "province")


def world() -> list[Named]:
    return [
        named(HARBOUR, [("Port Selda", "usual"), ("Seldastad", "variant")]),
        named(NAMESAKE, [("Port Selda", "usual")]),
        named(STATE, [("Ostrava Land", "usual"), ("O.L.", "abbreviation")]),
    ]


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    write(tmp_path / "small.sqlite", world())
    return Gazetteer(tmp_path / "small.sqlite")


def test_a_name_gives_all_its_namesakes_with_their_forms(gazetteer: Gazetteer) -> None:
    assert {one.place for one in gazetteer.lookup("port selda")} == {HARBOUR, NAMESAKE}
    assert [one.form for one in gazetteer.lookup("seldastad")] == ["variant"]
    assert gazetteer.lookup("nowhere") == ()


def test_abbreviations_have_keys_of_their_own(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("ol") == ()
    assert [one.place for one in gazetteer.lookup(",O.L.")] == [STATE]


def test_the_index_is_read_only(gazetteer: Gazetteer) -> None:
    with pytest.raises(Exception, match="readonly"):
        gazetteer._connection.execute("DELETE FROM name")


def test_the_same_world_gives_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "a", world())
    write(tmp_path / "b", world())
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def gazetteer_file(folder: Path, text: str, name: str = "own.tsv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


TABLE = "name\tlat\tlon\tcountry\tprecision\tnames\n"


def test_own_entries_add_and_override(
    tmp_path: Path, parse: Callable[..., Parsed], finder: PlaceFinder
) -> None:
    rows = "Avonlea\t46.5\t-63.4\tCAN\tcity\t\nParis\t-10\t-20\tZZZ\tregion\tLutetia\n"
    own = PlaceFinder((gazetteer_file(tmp_path, TABLE + rows),))
    text = "The train from Avonlea to Lutetia passed through Paris and Berlin."
    found = {one.text: one for one in own.find(parse(text)).findings}
    assert (found["Avonlea"].lat, found["Avonlea"].country) == (46.5, "CAN")
    assert found["Paris"].country == found["Lutetia"].country == "ZZZ"
    assert found["Paris"].precision == "region"
    assert found["Berlin"].country == "DEU"
    assert "Avonlea" not in {one.text for one in finder.find(parse(text)).findings}


def test_a_csv_may_quote_its_cells(tmp_path: Path) -> None:
    path = gazetteer_file(tmp_path, 'name,lat,lon\n"Selda, Upper",1.5,2\n', "own.csv")
    (candidates,) = extra.read([path]).values()
    assert candidates[0].place.name == "Selda, Upper"
    assert candidates[0].place.own


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("name\tlat\nA\t1\n", ":1: missing column lon"),
        (TABLE + "Selda\tx\t2\n", ":2: lat is 'x'; a number is needed"),
        (TABLE + "Selda\t91\t2\n", ":2: lat is 91; allowed: -90 to 90"),
        (TABLE + "Selda\tnan\t2\n", ":2: lat is nan; allowed: -90 to 90"),
        (TABLE + "Selda\t1\t2\tFrance\n", ":2: country is 'France'"),
        (TABLE + "# note\nSelda\t1\t2\tFRA\ttown\n", ":3: precision is 'town'; allowed: point"),
        (TABLE + "...\t1\t2\n", ":2: name is empty"),
        (TABLE + "A\t1\t2\t\t\t\textra\n", ":2: 7 cells"),
    ],
)
def test_a_bad_entry_is_named_by_file_and_line(tmp_path: Path, rows: str, reason: str) -> None:
    path = gazetteer_file(tmp_path, rows)
    with pytest.raises(DataError) as caught:
        extra.read([path])
    assert f"{path}{reason}" in str(caught.value)


def test_a_missing_gazetteer_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.tsv"):
        extra.read([tmp_path / "nowhere.tsv"])


BUILD = """
import sys, time
from pathlib import Path
from dragoman import compiled
from dragoman.places import index
def build(target):
    with open(sys.argv[1] + "/builds", "a") as log:
        log.write("x")
    index.write(target, [])
    time.sleep(float(sys.argv[2]))
print(compiled.ensure("gazetteer.sqlite", "0" * 16, build, Path(sys.argv[1])), flush=True)
"""


def start(folder: Path, seconds: float) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", BUILD, str(folder), str(seconds)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": SOURCE}
    )


SOURCE = str(Path(storage.__file__).parents[2])


def test_two_processes_build_once(tmp_path: Path) -> None:
    both = [start(tmp_path, 0.5), start(tmp_path, 0.5)]
    paths = {process.communicate(timeout=60)[0] for process in both}
    assert len(paths) == 1
    assert (tmp_path / "builds").read_text() == "x"


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_an_interrupted_build_leaves_nothing_whole(tmp_path: Path) -> None:
    process = start(tmp_path, 60)
    while not list(tmp_path.glob("*.draft")):
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert not (tmp_path / f"gazetteer-{'0' * 16}.sqlite").exists()
    path = start(tmp_path, 0).communicate(timeout=60)[0].strip()
    assert Path(path).exists()


def test_progress_is_told_while_building(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Small:
        @staticmethod
        def World(tell: Callable[[float, str], None]) -> list[Named]:
            tell(0.5, "writing names")
            return world()

    monkeypatch.setattr(storage, "import_module", lambda name: Small)
    told: list[float] = []
    path = storage.path(tmp_path, lambda share, what: told.append(share))
    assert path.exists()
    assert told == [0.0, 0.5, 1.0]
    storage.path(tmp_path, lambda share, what: told.append(share))
    assert told == [0.0, 0.5, 1.0]


def test_a_damaged_index_is_named_and_not_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(b"garbage")
    with pytest.raises(UsageError, match=r"gazetteer\.sqlite: damaged; delete it"):
        Gazetteer(path)
