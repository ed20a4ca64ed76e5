"""The gazetteer as one read-only SQLite file: a name's key → everything that it can mean."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

import msgspec

from dragoman.errors import UsageError
from dragoman.places.place import Candidate, Form, Named, Place

LAYOUT = "2"
"""Raised when the file's layout or the way it is built changes."""

MOST_NAMESAKES = 150
"""Of a name's candidates the most populous are kept; no English text tells more apart."""

_FORMS: dict[Form, int] = {
    "usual": 0,
    "exact": 1,
    "abbreviation": 2,
    "adjective": 3,
    "variant": 4,
    "domain": 5,
}
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(tuple[Candidate, ...]).decode


def write(path: Path, world: Iterable[Named]) -> None:
    """Writes the index of all named places to `path`."""
    keys: dict[str, dict[int, Form]] = defaultdict(dict)
    places: list[Place] = []
    for named in world:
        for key, form in named.keys:
            forms = keys[key]
            known = forms.get(len(places))
            if known is None or _FORMS[form] < _FORMS[known]:
                forms[len(places)] = form
        places.append(named.place)
    keys.pop("", None)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("CREATE TABLE name (key TEXT PRIMARY KEY, means BLOB) WITHOUT ROWID")
        connection.execute("BEGIN")
        rows = ((one, _encode(_candidates(keys[one], places))) for one in sorted(keys))
        connection.executemany("INSERT INTO name VALUES (?, ?)", rows)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _candidates(forms: dict[int, Form], places: list[Place]) -> list[Candidate]:
    ranked = sorted(forms, key=lambda number: -places[number].population)
    high = [number for number in forms if places[number].precision != "city"]
    kept = sorted({*ranked[:MOST_NAMESAKES], *high})
    return [Candidate(forms[number], places[number]) for number in kept]


class Gazetteer:
    """Looks names up in a compiled index, a user's own entries first.

    Raises `UsageError` for an index that is damaged.
    """

    def __init__(self, path: Path, own: dict[str, tuple[Candidate, ...]] | None = None) -> None:
        self._own = own or {}
        self._connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            self._connection.execute("SELECT key FROM name LIMIT 1").fetchone()
        except sqlite3.DatabaseError:
            raise UsageError(f"{path}: damaged; delete it, and it is compiled anew") from None
        self.lookup: Callable[[str], tuple[Candidate, ...]] = lru_cache(maxsize=20_000)(self._find)

    def _find(self, key: str) -> tuple[Candidate, ...]:
        """What the name with this key (`names.fold`) can mean; empty for an unknown one."""
        if own := self._own.get(key):
            return own
        found = self._connection.execute("SELECT means FROM name WHERE key = ?", (key,)).fetchone()
        return _decode(found[0]) if found else ()
