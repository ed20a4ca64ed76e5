"""Names of groups and organisations in other forms, and what must not be taken for one."""

import pytest

from dragoman.actors import Registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Army for the Liberation of Sudan", "sudan-liberation-army"),
        ("Sudanese Liberation Army", "sudan-liberation-army"),
        ("Chadian National Liberation Front", "frolinat"),
        ("People's Front for the Liberation of Palestine", "pflp"),
        ("Bank for African Development", "afdb"),
        ("Ejército de Liberación Nacional Zapatista", "zapatista-army-of-national-liberation"),
        ("M-23", "march-23-movement"),
        ("M 19", "19th-of-april-movement"),
        ("Lord's Resistance Army (LRA)", "lord-s-resistance-army"),
        ("LRA (Lord's Resistance Army)", "lord-s-resistance-army"),
        ("National Liberation Army (Colombia)", "national-liberation-army"),
        ("Fano (Ethiopia)", "fano"),
        ("Ansaru of Nigeria", "ansaru"),
        ("the rebel group Ansaru", "ansaru"),
        ("Lakurawa militants", "lakurawa"),
        ("Ansaru - Barnawi faction", "ansaru"),
        ("Naparama: northern wing", "naparama"),
        ("South-East Asia Treaty Organisation", "seato"),
    ],
)
def test_the_same_name_in_another_form(registry: Registry, name: str, entry: str) -> None:
    found = registry.who(name)
    assert found and found[0].entry == entry


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Zulu militia", "ZAF", "UAF"),
        ("the Igbo gunmen", "NGA", "UAF"),
        ("Acehnese rebels", "IDN", "REB"),
    ],
)
def test_bands_of_a_people(registry: Registry, name: str, country: str, sector: str) -> None:
    found = registry.who(name)[0]
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    "name",
    [
        "Jordanian Liberation Army",  # only the country is shared
        "Fano (Brazil)",  # nobody of that name there
        "Popular Liberation Force",  # words that any group bears
        "Tuareg militia",  # a people of several states
        "Niger Delta Fishing Vigilance Front",
        "Movement for the Liberation of Ruritania",
        "Front (RUF)",  # an acronym of another name
        "()",
        "(((((",
        " - ",
    ],
)
def test_unknown_stays_unknown(registry: Registry, name: str) -> None:
    assert registry.who(name) == ()


def test_states_are_not_taken_for_one_another(registry: Registry) -> None:
    assert not any(c.country == "NGA" for c in registry.who("Niger Liberation Movement of Azawad"))
