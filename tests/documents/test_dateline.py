"""Datelines, bylines and headlines at the top of plain text."""

import pytest

from dragoman.documents.dateline import byline, dateline, headline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PORT SELDA, May 5 (Agency) - Troops left.", "PORT SELDA, May 5 (Agency)"),
        ("NAIROBI, Kenya (AP) _\n\nTroops left.", "NAIROBI, Kenya (AP)"),
        ("MADRID — The party won.", "MADRID"),
        ("BUFFALO, N.Y. — The party won.", "BUFFALO, N.Y."),
        ("WARSAW, February 26 (Xinhua) -- They signed.", "WARSAW, February 26 (Xinhua)"),
        ("New Delhi, Nov 19 (PTI): The minister resigned.", "New Delhi, Nov 19 (PTI)"),
        ("Talks resume\n\nGENEVA (Reuters) - Talks resumed.", "GENEVA (Reuters)"),
        ("RIO DE JANEIRO, 3 March 2031 – Voters queued.", "RIO DE JANEIRO, 3 March 2031"),
        ("The minister said - and meant - it.", None),
        ("Talks resume in Geneva: sources", None),
        ("Ministers met. LONDON - a city.", None),
        ("", None),
    ],
)
def test_dateline(text: str, expected: str | None) -> None:
    span = dateline(text)
    assert (text[slice(*span)] if span else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks resume\nBy Lena Ostrova\nGENEVA - Talks.", "By Lena Ostrova"),
        ("By LENA OSTROVA and Jan de Wit\n\nTalks resumed.", "By LENA OSTROVA and Jan de Wit"),
        ("By Friday the troops had left.", None),
        ("Talks resumed by the lake.", None),
        ("By " + "A." * 5000, None),
    ],
)
def test_byline(text: str, expected: str | None) -> None:
    span = byline(text)
    assert (text[slice(*span)] if span else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ministers agree on border talks\n\nThey met on Monday.",
            "Ministers agree on border talks",
        ),
        ("Ministers agree on border talks", None),
        ("The ministers met on Monday.\n\nThey agreed.", None),
        ("Wrapped text that goes on\nin the next line.", None),
    ],
)
def test_headline(text: str, expected: str | None) -> None:
    assert headline(text) == expected
