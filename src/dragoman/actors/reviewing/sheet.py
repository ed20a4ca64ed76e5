"""The sheet of proposals: tab-separated text that a person judges in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman import resources
from dragoman.actors import days
from dragoman.actors.reviewing.merging import WITHIN, Merged
from dragoman.actors.spelling import key
from dragoman.actors.vocabulary import vocabulary
from dragoman.errors import DataError, UsageError

VERDICTS = ("", "accept", "reject")
CHANGES = ("begins", "ends")
COLUMNS = (
    *("verdict", "person", "change", "office", "country", "day", "predecessor"),
    *("status", "known", "reports", "copies", "claimed", "confidence"),
    *("seat", "organisation", "sector", "id", "predecessor_id", "evidence", "documents"),
)
_NEEDED = ("verdict", "person", "change", "office", "country", "day", "seat")
_LONGEST_CELL = 30_000
"""Characters; a spreadsheet takes 32,767."""
_FORMULA = ("=", "+", "-", "@")
_HEAD = """\
# Proposed changes of office. Put accept or reject into the column verdict, correct what is wrong,
# leave the other rows empty, and give the file to `dragoman registry accept`.
# change: begins or ends. day: YYYY-MM-DD, YYYY-MM or YYYY. country: ISO 3166-1 alpha-3.
# seat: a value of seats.tsv; organisation and id: entries of the registry, empty where it has none.
# reports counts documents that say so in words of their own, copies those that repeat them.
"""


NO_ROWS = _HEAD.count("\n") + 1
"""Lines of a sheet that are no rows."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as read: its rows, checked."""

    rows: tuple[resources.Row, ...]

    def judged(self, verdict: str) -> tuple[resources.Row, ...]:
        """The rows with that verdict."""
        return tuple(row for row in self.rows if row["verdict"] == verdict)


def read_sheet(path: Path) -> Sheet:
    """The sheet, with tabs, commas or semicolons. Raises `DataError` at the first bad cell.

    Rows without a verdict are not checked: nobody has looked at them. Raises `UsageError` for a
    file that is not there.
    """
    rows = tuple(_rows(path))
    for row in rows:
        row.choice("verdict", VERDICTS)
        if row["verdict"] == "accept":
            _check(row)
    return Sheet(rows)


def _check(row: resources.Row) -> None:
    known = vocabulary()
    for column in ("person", "office"):
        if not row[column]:
            raise row.error(f"{column} is empty")
    row.choice("change", CHANGES)
    if row["seat"] not in known.seats:
        raise row.error(f"seat is {row['seat']!r}; allowed: {', '.join(known.seats)}")
    if not known.is_code(row["country"]):
        raise row.error(f"country is {row['country']!r}; allowed: ISO 3166 alpha-3 or codes.tsv")
    if row["sector"] and row["sector"] not in known.sectors:
        raise row.error(f"sector is {row['sector']!r}; allowed: {', '.join(sorted(known.sectors))}")
    try:
        bound = days.bound(row["day"], days.UNKNOWN)
    except ValueError:
        bound = days.UNKNOWN
    if not bound.known:
        raise row.error(f"day is {row['day']!r}; allowed: YYYY, YYYY-MM or YYYY-MM-DD")


def _rows(path: Path) -> Iterator[resources.Row]:
    if not path.is_file():
        raise UsageError(f"{path}: no such file; give a sheet that registry propose wrote")
    raw = resources.blob(path)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise DataError(str(path), line, "not UTF-8 text") from None
    header: list[str] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for cells in reader:
            cells = [cell.strip() for cell in cells]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if not header:
                header = cells
                missing = [column for column in _NEEDED if column not in header]
                if missing:
                    reason = f"missing column {', '.join(missing)}"
                    raise DataError(str(path), reader.line_num, reason)
                continue
            pairs = zip(header, (_plain(cell) for cell in cells), strict=False)
            yield resources.Row(str(path), reader.line_num, dict(pairs))
    except csv.Error as error:
        raise DataError(str(path), reader.line_num, f"no table ({error})") from None
    if not header:
        raise UsageError(f"{path}: no sheet of proposals; see dragoman registry propose --help")


def _delimiter(text: str) -> str:
    """What the first line that is no comment has most of: spreadsheets save as they like."""
    lines = (line for line in text.splitlines() if line.strip() and line.lstrip()[0] not in '#"')
    header = next(lines, "")
    return max("\t,;", key=header.count)


def render(changes: Iterable[Merged], old: Sheet | None = None) -> str:
    """The sheet of merged proposals. What stands in an old one with a verdict is kept as it is."""
    kept = [row for row in old.rows if row["verdict"]] if old else []
    rows = [dict(row.cells) for row in kept]
    for change in changes:
        match = next((n for n, row in enumerate(kept) if _same(row, change)), None)
        if match is None:
            rows.append(_cells(change))
        else:
            fresh = _cells(change)
            counted = {name: fresh[name] for name in ("reports", "copies", "evidence", "documents")}
            rows[match].update(counted)
    rows.sort(key=lambda row: (row.get("day") or "9999", row["person"], row["change"]))
    into = io.StringIO()
    writer = csv.writer(into, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_safe(row.get(column, "")) for column in COLUMNS] for row in rows)
    return _HEAD + into.getvalue()


def _same(row: Mapping[str, str] | resources.Row, change: Merged) -> bool:
    """Whether a judged row is about this change, even where a person has corrected it."""
    best = change.best
    who = {row["id"], key(row["person"])} & {best.entry or "-", key(best.person)}
    if not who or (row["change"], row["seat"]) != (best.change, best.seat):
        return False
    try:
        bound = days.bound(row["day"], days.UNKNOWN)
        other = days.bound(change.day, days.UNKNOWN)
    except ValueError:
        return True
    return bound.early - WITHIN <= other.late and other.early <= bound.late + WITHIN


def _cells(change: Merged) -> dict[str, str]:
    best = change.best
    evidence = " ".join(f"“{text}”" for text in change.texts.values())
    return {
        "verdict": "",
        "person": best.person,
        "change": best.change,
        "office": change.common("office"),
        "country": change.common("country"),
        "day": change.day,
        "predecessor": change.common("predecessor"),
        "status": best.status,
        "known": "yes" if any(p.known for p in change.proposals) else "",
        "reports": str(len(change.reports)),
        "copies": str(change.copies),
        "claimed": "yes" if all(p.claimed for p in change.proposals) else "",
        "confidence": f"{best.confidence:.2f}",
        "seat": best.seat,
        "organisation": best.organisation or "",
        "sector": change.common("sector"),
        "id": best.entry or "",
        "predecessor_id": change.common("predecessor_entry"),
        "evidence": evidence,
        "documents": " | ".join(change.documents),
    }


def _safe(cell: str) -> str:
    """A cell on one line that no spreadsheet takes for a formula."""
    plain = " ".join(cell.split())[:_LONGEST_CELL]
    return f"'{plain}" if plain.startswith(_FORMULA) else plain


def _plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA else cell
