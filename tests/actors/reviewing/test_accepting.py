"""Accepted rows become terms: once, with the predecessor closed where that is safe."""

import datetime
from functools import cache
from pathlib import Path

import pytest

from dragoman.actors import Registry
from dragoman.actors.checks import defects
from dragoman.actors.gathering import gather
from dragoman.actors.reviewing import Acceptance, Filed, Overlay, accept, read_sheet
from dragoman.actors.sources import files
from dragoman.errors import DataError

HEADER = (
    "verdict\tperson\tchange\toffice\tcountry\tday\tseat\tpredecessor\torganisation\tid\t"
    "predecessor_id\treports\tevidence\n"
)
MINISTER = "Defence Minister\tKEN\t2026-03-05\tdefence_minister"
BEGINS = f"accept\tAmina Wekesa\tbegins\t{MINISTER}\tSoipan Tuya\n"
ENDS = "accept\tSoipan Tuya\tends\tDefence Minister\tKEN\t2026-03-04\tdefence_minister\n"


SHIPPED = cache(Filed)
"""What ships, filed once: acceptance changes overlays alone."""


def run(folder: Path, *rows: str) -> tuple[Acceptance, Path]:
    sheet, target = folder / "sheet.tsv", folder / "overlay.tsv"
    sheet.write_text(HEADER + "".join(rows), encoding="utf-8")
    filed = Filed((target,)) if target.exists() else SHIPPED()
    overlay = Overlay(target)
    done = accept(read_sheet(sheet), filed, lambda ident: overlay)
    target.write_text(overlay.render(), encoding="utf-8")
    return done, target


def who(registry: Registry, name: str, day: str) -> str | None:
    return registry.who(name, datetime.date.fromisoformat(day))[0].office


def test_a_successor_takes_the_office_and_the_predecessor_leaves_it(tmp_path: Path) -> None:
    done, target = run(tmp_path, BEGINS)
    assert (done.begun, done.closed, done.remarks) == (1, 1, [])
    registry = Registry.load((target,), tmp_path / "cache")
    assert who(registry, "Amina Wekesa", "2026-03-06") == "Defence Minister"
    assert who(registry, "Soipan Tuya", "2026-03-06") == "former Defence Minister"
    assert who(registry, "Soipan Tuya", "2026-03-01") == "Defence Minister"
    assert not defects(gather((*files(), target)))


def test_accepting_twice_adds_nothing(tmp_path: Path) -> None:
    _, target = run(tmp_path, ENDS, BEGINS)
    before = target.read_text(encoding="utf-8")
    done, _ = run(tmp_path, ENDS, BEGINS)
    assert (done.begun, done.ended, done.closed, done.already) == (0, 0, 0, 2)
    assert target.read_text(encoding="utf-8") == before


def test_what_a_person_wrote_into_the_overlay_stays(tmp_path: Path) -> None:
    target = tmp_path / "overlay.tsv"
    own = "# mine\nperson\toffice\tseat\tfrom\tto\tcountry\tid\tnote\n"
    own += "Kofi Adjei\tMayor\tgovernor\t2020\t\tGHA\tgha-kofi-adjei\tby hand\n"
    target.write_text(own, encoding="utf-8")
    run(tmp_path, BEGINS)
    assert target.read_text(encoding="utf-8").startswith(own)


def test_ends_come_first_whatever_the_order_of_the_sheet(tmp_path: Path) -> None:
    done, _ = run(tmp_path, BEGINS, ENDS)
    assert (done.begun, done.ended, done.closed, done.remarks) == (1, 1, 0, [])


def test_a_predecessor_of_whom_nobody_is_sure_is_a_remark_in_the_overlay(tmp_path: Path) -> None:
    done, target = run(tmp_path, BEGINS.replace("Soipan Tuya", "Somebody Else"))
    assert done.closed == 0
    text = target.read_text(encoding="utf-8")
    assert "# predecessor Somebody Else: no one open term of this office, none closed" in text
    assert "# Soipan Tuya (ken-soipan-tuya) holds Defence Minister too, since 2024-08-08" in text
    assert len(done.remarks) == 2


def test_an_end_against_the_registry_is_a_remark(tmp_path: Path) -> None:
    row = "accept\tTheresa May\tends\tPrime Minister\tGBR\t2018-01-01\thead_of_government\n"
    done, target = run(tmp_path, row)
    assert done.ended == 0
    assert "has 2016-07-13 to 2019-07-24" in target.read_text(encoding="utf-8")


def test_an_end_of_an_office_that_the_registry_lacks_has_no_known_beginning(
    tmp_path: Path,
) -> None:
    row = "accept\tUna Halloran\tends\tTrade Minister\tIRL\t2031-05\tminister\n"
    _, target = run(tmp_path, row)
    assert "\t?\t2031-05\t" in target.read_text(encoding="utf-8")


def test_all_terms_of_a_person_move_to_the_overlay(tmp_path: Path) -> None:
    row = "accept\tEmmanuel Macron\tends\tPresident\tFRA\t2027-05-13\thead_of_state\n"
    _, target = run(tmp_path, row)
    registry = Registry.load((target,), tmp_path / "cache")
    assert who(registry, "Emmanuel Macron", "2015-05-01") == "Economy Minister"
    assert who(registry, "Emmanuel Macron", "2027-06-01") == "former President"


def test_a_namesake_gets_a_star(tmp_path: Path) -> None:
    _, target = run(tmp_path, BEGINS.replace("Amina Wekesa", "Emmanuel Macron"))
    assert "Emmanuel Macron*\t" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("\t\tnobody", "id is 'nobody'; allowed: a person's entry, or empty"),
        ("\tno-body\t", "organisation is 'no-body'; allowed: an entry, or empty"),
        ("\t\t\tnobody", "predecessor_id is 'nobody'"),
        ("\t\tfra", "id is 'fra'"),
    ],
)
def test_an_entry_that_is_none_is_refused(cells: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"sheet.tsv:2: ") as caught:
        run(tmp_path, f"accept\tAmina Wekesa\tbegins\t{MINISTER}\t{cells}\n")
    assert said in str(caught.value)
    assert not (tmp_path / "overlay.tsv").exists()
