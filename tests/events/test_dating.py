"""When events happened: golden passages through the whole reader, held to a floor."""

import golden
from dragoman.reader import Reader
from dragoman.records import Reading
from events.told import NO_EVENT, Case, hold, readings, triggered

CASES = [param.values[0] for param in golden.load("event_dates")]
FLOOR = 0.90


def fault(case: Case, reading: Reading) -> str | None:
    """What is wrong with the date, its precision and its basis; None where nothing is."""
    wanted = (case["date"], case["precision"], case["basis"])
    event = triggered(reading, case["trigger"])
    got = NO_EVENT if event is None else (event.date, event.date_precision, event.date_basis)
    return None if got == wanted else f"{got} for {wanted}"


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120
    assert sum(1 for case in CASES if case["date"] is None) >= 30


def test_date_precision_and_basis_are_right(reader: Reader) -> None:
    hold(CASES, reader, fault, FLOOR)


def test_without_a_day_of_publication_nothing_is_dated_by_it(reader: Reader) -> None:
    for reading in readings([{**case, "published": None} for case in CASES], reader):
        assert all(event.date_basis != "published" for event in reading.events)
