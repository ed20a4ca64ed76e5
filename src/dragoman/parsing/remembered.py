"""Rows of numbers that are worked out once for each key and looked up afterwards."""

from collections.abc import Callable
from typing import Any

import numpy
from numpy.typing import DTypeLike, NDArray

Array = NDArray[Any]


class Remembered:
    """Rows by key. Words repeat, so most of what a text asks for was worked out before.

    Holds `most` rows at the most and forgets all of them when full, so memory is bounded. What a
    row holds never depends on what is remembered.
    """

    def __init__(self, width: int, kind: DTypeLike, most: int) -> None:
        self._most = most
        self._places: dict[bytes, int] = {}
        self._table = numpy.empty((most, width), dtype=kind)

    def __len__(self) -> int:
        return len(self._places)

    def rows(self, keys: Array, make: Callable[[Array], Array]) -> Array:
        """One row for each key, a row of whole numbers.

        `make` is given the positions in `keys` of those that are new and returns their rows.
        """
        names = _names(keys)
        fresh = {name: at for at, name in enumerate(names) if name not in self._places}
        if len(self._places) + len(fresh) > self._most:
            self._places.clear()
            fresh = {name: at for at, name in enumerate(names)}
        if len(fresh) > self._most:
            return make(numpy.arange(len(names)))
        if fresh:
            first = len(self._places)
            made = make(numpy.fromiter(fresh.values(), dtype=numpy.intp, count=len(fresh)))
            self._table[first : first + len(fresh)] = made
            self._places.update(zip(fresh, range(first, first + len(fresh)), strict=True))
        return self._table[[self._places[name] for name in names]]


def _names(keys: Array) -> list[bytes]:
    whole = numpy.ascontiguousarray(keys)
    names: list[bytes] = whole.view(f"V{whole.itemsize * whole.shape[1]}").ravel().tolist()
    return names
