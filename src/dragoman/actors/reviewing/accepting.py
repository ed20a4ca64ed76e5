"""Accepted rows of a sheet → terms in an overlay. Nothing is written twice, nothing guessed."""

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman import resources
from dragoman.actors import days
from dragoman.actors.reviewing.files import Filed
from dragoman.actors.reviewing.overlay import Overlay
from dragoman.actors.reviewing.sheet import Sheet
from dragoman.actors.reviewing.terms import begun, ended, running, same_office, spanned
from dragoman.actors.spelling import key
from dragoman.actors.tabling import Cells
from dragoman.actors.vocabulary import vocabulary

_LONGEST_NOTE = 120
_OVERLAP = 31
"""Days by which two terms of a single seat may overlap before the checks complain."""


@dataclass(slots=True)
class Acceptance:
    """What came of it: terms `begun`, `ended`, predecessors `closed`, changes there `already`."""

    begun: int = 0
    ended: int = 0
    closed: int = 0
    already: int = 0
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Change:
    """One accepted row, its columns read."""

    row: resources.Row
    ident: str
    day: days.Bound

    def of_office(self, rows: list[Cells]) -> list[Cells]:
        """The terms of the same office."""
        row = self.row
        return [r for r in rows if same_office(r, row["seat"], row["organisation"], row["country"])]


def accept(sheet: Sheet, filed: Filed, overlay_of: Callable[[str], Overlay]) -> Acceptance:
    """Takes the accepted rows into overlays; `overlay_of` gives the one for a person's id.

    A person whom the registry knows is copied with all terms, so that the overlay stands alone
    beside the registry. Ends come before beginnings. Raises `DataError` for a cell that names no
    entry of the registry.
    """
    done = Acceptance()
    desk = _Desk(filed, overlay_of, done)
    rows = sorted(sheet.judged("accept"), key=lambda row: (row["change"] != "ends", row.line))
    changes = [desk.change(row) for row in rows]
    for change in changes:
        if change.row["change"] == "ends":
            desk.end(change)
        else:
            desk.begin(change)
    for change in changes:
        if change.row["change"] == "begins":
            desk.warn(change)
    return done


class _Desk:
    """Works on the overlays, one change after another."""

    def __init__(
        self, filed: Filed, overlay_of: Callable[[str], Overlay], done: Acceptance
    ) -> None:
        self._filed, self._overlay_of, self._done = filed, overlay_of, done
        self._overlays: dict[str, Overlay] = {}

    def change(self, row: resources.Row) -> _Change:
        """The row with its person; raises `DataError` for an id or a body that is no entry."""
        for column in ("id", "predecessor_id"):
            if row[column] and self._filed.person(row[column]) is None:
                raise row.error(f"{column} is {row[column]!r}; allowed: a person's entry, or empty")
        if row["organisation"] and row["organisation"] not in self._filed.drafts:
            raise row.error(f"organisation is {row['organisation']!r}; allowed: an entry, or empty")
        known = self._filed.named(row["person"], row["country"])
        name = key(row["person"]).replace(" ", "-")
        made = f"{row['country'].lower()}-{name}"
        ident = row["id"] or (known[0] if len(known) == 1 else made)
        return _Change(row, ident, days.bound(row["day"], days.UNKNOWN))

    def begin(self, change: _Change) -> None:
        """Adds the term, unless it is there; then closes that of the predecessor."""
        rows = change.of_office(self._terms(change))
        if begun(rows, change.day):
            self._done.already += 1
        else:
            self._add(change, change.row["day"], "")
            self._done.begun += 1
        if change.row["predecessor"] or change.row["predecessor_id"]:
            self._close(change)

    def end(self, change: _Change) -> None:
        """Closes the open term; where none is known, adds one whose beginning is not known."""
        rows = change.of_office(self._terms(change))
        if ended(rows, change.day):
            self._done.already += 1
        elif open_row := running(rows, change.day):
            self._shut(change, change.ident, open_row)
            self._done.ended += 1
        elif rows:
            spans = ", ".join(days.written(spanned(row)) for row in rows)
            self._remark(
                change, f"{change.row['person']} left no office on {change.row['day']}: has {spans}"
            )
        else:
            self._add(change, "?", change.row["day"])
            self._done.ended += 1

    def warn(self, change: _Change) -> None:
        """Says who else holds a single seat from that day on: two terms would overlap."""
        row = change.row
        if not vocabulary().seats[row["seat"]].single:
            return
        for ident, draft in self._filed.drafts.items():
            if ident == change.ident or draft.kind != "person":
                continue
            if not any(row["seat"] in phase.seats for phase in draft.phases):
                continue
            for term in change.of_office(self._terms_of(ident)):
                span, last = spanned(term), change.day.late + _OVERLAP
                if span.end.known and span.holds(change.day.early) and span.holds(last):
                    self._remark(
                        change,
                        f"{draft.name} ({ident}) holds {term.get('office') or row['seat']} too, "
                        f"{days.written(span)}: end that term, or start a note with overlap:",
                    )

    def _close(self, change: _Change) -> None:
        """Ends the predecessor's open term, where exactly one person and term can be meant."""
        row = change.row
        named = self._filed.named(row["predecessor"], row["country"])
        ident = row["predecessor_id"] or (named[0] if len(named) == 1 else "")
        rows = change.of_office(self._terms_of(ident)) if ident else []
        if ended(rows, change.day):
            return
        open_row = running(rows, change.day)
        if open_row is None or ident == change.ident:
            who = row["predecessor"] or ident
            self._remark(change, f"predecessor {who}: no one open term of this office, none closed")
            return
        self._shut(change, ident, open_row)
        self._done.closed += 1

    def _shut(self, change: _Change, ident: str, term: Cells) -> None:
        """Sets the end of a term, in the overlay; the person moves there with all terms."""
        overlay = self._overlay(ident)
        at = self._terms_of(ident).index(term)
        self._adopt(overlay, ident)
        target = overlay.terms(ident)[at]
        target["to"] = change.row["day"]
        target["note"] = target.get("note") or _note(change.row)
        overlay.touch()

    def _add(self, change: _Change, begin: str, end: str) -> None:
        row, overlay = change.row, self._overlay(change.ident)
        self._adopt(overlay, change.ident)
        known = overlay.terms(change.ident)
        name = known[0]["person"] if known else row["person"].rstrip("*")
        if not known and self._filed.is_borne(name, change.ident):
            name = f"{name}*"
        cells = {
            "person": name,
            "office": row["office"],
            "seat": row["seat"],
            "organisation": row["organisation"],
            "from": begin,
            "to": end,
            "country": row["country"],
            "id": change.ident,
            "note": _note(row),
        }
        overlay.add(cells, behind=change.ident)

    def _adopt(self, overlay: Overlay, ident: str) -> None:
        if ident not in overlay.ids:
            for term in self._filed.terms(ident):
                overlay.add(term, behind=ident)

    def _terms(self, change: _Change) -> list[Cells]:
        return self._terms_of(change.ident)

    def _terms_of(self, ident: str) -> list[Cells]:
        """The terms of a person as they stand now: in the overlay, else as filed."""
        return self._overlay(ident).terms(ident) or self._filed.terms(ident)

    def _overlay(self, ident: str) -> Overlay:
        if ident not in self._overlays:
            self._overlays[ident] = self._overlay_of(ident)
        return self._overlays[ident]

    def _remark(self, change: _Change, text: str) -> None:
        self._overlay(change.ident).remark(text)
        self._done.remarks.append(f"{change.row.file}:{change.row.line}: {text}")


def _note(row: resources.Row) -> str:
    """Where a term comes from: how many reports, and the words of the first."""
    evidence = row["evidence"].partition("” “")[0].strip("“”")
    if len(evidence) > _LONGEST_NOTE:
        evidence = evidence[:_LONGEST_NOTE].rpartition(" ")[0] + " …"
    reports = f"{row['reports'] or '1'} report(s)"
    quoted = f" “{evidence}”" if evidence else ""
    return " ".join(f"accepted: {reports}{quoted}".replace("\t", " ").split())
