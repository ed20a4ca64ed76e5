"""The rules behind symbols: years of the Security Council, sessions of the General Assembly."""

import pytest

from dragoman.instruments.symbols import Body, Symbols, bodies

YEARS = {
    1: 1946, 47: 1948, 84: 1950, 186: 1964, 242: 1967, 338: 1973, 425: 1978, 497: 1981, 502: 1982,
    598: 1987, 660: 1990, 678: 1990, 687: 1991, 743: 1992, 827: 1993, 955: 1994, 1031: 1995,
    1172: 1998, 1244: 1999, 1325: 2000, 1373: 2001, 1441: 2002, 1483: 2003, 1540: 2004,
    1559: 2004, 1593: 2005, 1701: 2006, 1747: 2007, 1803: 2008, 1860: 2009, 1929: 2010,
    1973: 2011, 2042: 2012, 2118: 2013, 2178: 2014, 2202: 2015, 2231: 2015, 2249: 2015,
    2254: 2015, 2270: 2016, 2334: 2016, 2375: 2017, 2397: 2017, 2401: 2018, 2417: 2018,
    2451: 2018, 2462: 2019, 2532: 2020, 2585: 2021, 2593: 2021, 2623: 2022, 2664: 2022,
    2712: 2023, 2720: 2023, 2735: 2024, 2748: 2024, 2803: 2025,
}  # fmt: skip
SESSIONS = {
    96: "I", 181: "II", 194: "III", 217: "III", 303: "IV", 377: "V", 498: "V", 1000: "ES-I",
    1514: "XV", 1761: "XVII", 1803: "XVII", 2065: "XX", 2145: "XXI", 2373: "XXII", 2625: "XXV",
    2758: "XXVI", 3201: "S-VI", 3236: "XXIX", 3314: "XXIX", 3379: "XXX",
}  # fmt: skip


@pytest.fixture(scope="module")
def symbols() -> Symbols:
    return Symbols()


@pytest.fixture(scope="module")
def body() -> dict[str, Body]:
    return {body.id: body for body in bodies()}


@pytest.mark.parametrize(("number", "year"), YEARS.items())
def test_council_numbers_have_a_year(symbols: Symbols, number: int, year: int) -> None:
    assert symbols.years.label(number) == str(year)


@pytest.mark.parametrize(("number", "session"), SESSIONS.items())
def test_assembly_numbers_have_a_session(symbols: Symbols, number: int, session: str) -> None:
    assert symbols.sessions.label(number) == session


def test_every_council_number_up_to_the_last_has_a_year(symbols: Symbols) -> None:
    years = [symbols.years.label(number) for number in range(1, symbols.years.last + 1)]
    assert None not in years
    assert years == sorted(years, key=str)
    assert symbols.years.label(symbols.years.last + 1) is None
    assert symbols.years.label(0) is None


@pytest.mark.parametrize(
    ("body_id", "number", "label", "expected", "certain"),
    [
        ("SC", "2254", "", "S/RES/2254(2015)", True),
        ("SC", "2254", "2016", "S/RES/2254(2015)", True),
        ("SC", "0242", "", "S/RES/242(1967)", True),
        ("SC", "9417", "", "S/RES/9417", False),
        ("SC", "2899", "2026", "S/RES/2899(2026)", True),
        ("GA", "181", "", "A/RES/181(II)", True),
        ("GA", "1890", "XVIII", "A/RES/1890(XVIII)", True),
        ("GA", "77/1", "", "A/RES/77/1", True),
        ("GA", "ES-11/1", "", "A/RES/ES-11/1", True),
        ("GA", "1635", "", "A/RES/1635", False),
        ("HRC", "49/1", "", "A/HRC/RES/49/1", True),
    ],
)
def test_symbol_of_body_and_number(
    symbols: Symbols,
    body: dict[str, Body],
    body_id: str,
    number: str,
    label: str,
    expected: str,
    certain: bool,
) -> None:
    symbol = symbols.of(body[body_id], number, label)
    assert symbol is not None
    assert (symbol.text, symbol.certain) == (expected, certain)


@pytest.mark.parametrize(
    ("body_id", "number"),
    [("SC", "77/1"), ("SC", "0"), ("GA", "9417"), ("HRC", "49"), ("SC", "12345"), ("SC", "two")],
)
def test_impossible_numbers_have_no_symbol(
    symbols: Symbols, body: dict[str, Body], body_id: str, number: str
) -> None:
    assert symbols.of(body[body_id], number) is None
