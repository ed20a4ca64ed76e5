import numpy

from dragoman.parsing.remembered import Array, Remembered


class Squares:
    """Makes rows of squares and counts how many."""

    def __init__(self, most: int) -> None:
        self.made = 0
        self.known = Remembered(1, numpy.int64, most)

    def of(self, *numbers: int) -> list[int]:
        keys = numpy.array(numbers, dtype=numpy.int64).reshape(-1, 1)

        def make(fresh: Array) -> Array:
            self.made += len(fresh)
            return keys[fresh] ** 2

        rows: list[int] = self.known.rows(keys, make)[:, 0].tolist()
        return rows


def test_each_key_is_worked_out_once() -> None:
    squares = Squares(most=10)
    assert squares.of(3, 1, 3) == [9, 1, 9]
    assert squares.of(1, 2, 3) == [1, 4, 9]
    assert squares.made == 3


def test_it_forgets_when_full_and_still_answers() -> None:
    squares = Squares(most=3)
    for first in range(20):
        assert squares.of(first, first + 1) == [first**2, (first + 1) ** 2]
        assert len(squares.known) <= 3


def test_more_keys_than_there_is_room_for_are_answered_all_the_same() -> None:
    assert Squares(most=2).of(*range(5)) == [0, 1, 4, 9, 16]
