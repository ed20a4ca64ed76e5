"""A user's own gazetteer: a CSV or TSV file whose entries stand before all others of that name.

Columns: `name`, `lat`, `lon` are needed; `country` (ISO 3166-1 alpha-3), `precision`, `feature`,
`geonames_id`, `population` and `names` (further names, separated by `|`) may follow.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from dragoman import resources
from dragoman.errors import DataError
from dragoman.places import tables
from dragoman.places.names import fold
from dragoman.places.place import Candidate, Place
from dragoman.records.place import Precision
from dragoman.resources import Row

_NEEDED = ("name", "lat", "lon")
_FEATURES: dict[Precision, str] = {
    "point": "SITE",
    "city": "PPL",
    "district": "ADM2",
    "province": "ADM1",
    "country": "PCLI",
    "region": "RGN",
    "sea": "SEA",
}


def read(files: Iterable[Path]) -> dict[str, tuple[Candidate, ...]]:
    """The entries of all files by key. Raises `DataError` with file and line of a bad one."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for file in files:
        for row in _rows(file):
            place = _place(row)
            for name, form in tables.forms(row["name"], row.values("names")):
                found[fold(name)].append(Candidate(form, place))
    return {key: tuple(candidates) for key, candidates in found.items()}


def _rows(file: Path) -> Iterator[Row]:
    if file.suffix.lower() != ".csv":
        yield from resources.table(file, _NEEDED)
        return
    header: list[str] | None = None
    for number, line in resources.lines(file):
        cells = [cell.strip() for cell in next(csv.reader(io.StringIO(line)))]
        if header is None:
            header = cells
            if missing := [column for column in _NEEDED if column not in header]:
                raise DataError(str(file), number, f"missing column {', '.join(missing)}")
        elif len(cells) > len(header):
            reason = f"{len(cells)} cells, but the header names {len(header)} columns"
            raise DataError(str(file), number, reason)
        else:
            yield Row(str(file), number, dict(zip(header, cells, strict=False)))


def _place(row: Row) -> Place:
    if not fold(row["name"]):
        raise row.error("name is empty")
    precision: Precision = "city"
    if row["precision"]:
        row.choice("precision", get_args(Precision))
        precision = row["precision"]  # type: ignore[assignment]
    return Place(
        name=row["name"],
        lat=tables.number(row, "lat", 90),
        lon=tables.number(row, "lon", 180),
        country=tables.alpha3(row) if row["country"] else "",
        admin1="",
        population=tables.identifier(row, "population") or 0,
        feature=row["feature"] or _FEATURES[precision],
        precision=precision,
        geonames_id=tables.identifier(row),
        own=True,
    )
