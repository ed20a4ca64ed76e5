"""Keys of names."""

import pytest

from dragoman.places.names import fold, is_acronym, is_latin


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Denis", "St. Denis"),
        ("Şırnak", "Sirnak"),
        ("Sana'a", "Sanaa"),
        ("the Gambia", "Gambia"),
        ("U.S.", "US"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("LONDON", "London"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


def test_acronyms_are_short_capitals() -> None:
    assert is_acronym("UAE")
    assert is_acronym("U.S.")
    assert not is_acronym("PARIS")


def test_codes_and_other_scripts_are_no_names() -> None:
    assert is_latin("Žilina")
    assert not is_latin("Киев")
    assert not is_latin("LON")
