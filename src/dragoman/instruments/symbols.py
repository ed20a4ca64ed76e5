"""From a body and a number to the canonical symbol, by rule."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from dragoman import resources

STYLES = ("yearly", "session", "slash", "plain", "any")
_NUMBER = re.compile(r"(?:E?S-)?\d{1,4}(?:/\d{1,4})?")


@dataclass(frozen=True, slots=True)
class Body:
    """A body that passes numbered resolutions; see `data/instruments/bodies.tsv`."""

    id: str
    names: tuple[str, ...]
    style: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A canonical symbol; `certain` is false where the number lies outside what is known."""

    text: str
    certain: bool = True


class Stretches:
    """Runs of numbers, each with a label: a year or a session."""

    def __init__(self, file: str, label: str) -> None:
        self._rows: list[tuple[int, int, str]] = []
        for row in resources.table(file, (label, "first", "last")):
            if not (row["first"].isdigit() and row["last"].isdigit()):
                raise row.error("first and last must be whole numbers")
            first, last = int(row["first"]), int(row["last"])
            if first > last or (self._rows and first <= self._rows[-1][1]):
                raise row.error(f"{first} to {last} does not lie behind the row above")
            self._rows.append((first, last, row[label]))
        self._firsts = [first for first, _, _ in self._rows]

    @property
    def last(self) -> int:
        """The highest number known."""
        return self._rows[-1][1]

    def label(self, number: int) -> str | None:
        """The label of the stretch that holds the number."""
        at = bisect_right(self._firsts, number) - 1
        if at < 0 or number > self._rows[at][1]:
            return None
        return self._rows[at][2]


def bodies() -> tuple[Body, ...]:
    """The rows of `bodies.tsv`."""
    found = []
    for row in resources.table("instruments/bodies.tsv", ("id", "names", "style", "symbol")):
        style = row.choice("style", STYLES)
        found.append(Body(row["id"], row.values("names"), style, row["symbol"]))
    return tuple(found)


class Symbols:
    """Makes symbols of body and number."""

    def __init__(self) -> None:
        self.years = Stretches("instruments/security_council_years.tsv", "year")
        self.sessions = Stretches("instruments/general_assembly_sessions.tsv", "session")

    def of(self, body: Body, number: str, label: str = "") -> Symbol | None:
        """The symbol, or nothing where the number cannot be one of that body.

        `label` is the year or session that the text states. The rule decides where it knows the
        number, the text where the rule does not. Part letters ("377 A (V)") are no part of it.
        """
        if not _NUMBER.fullmatch(number):
            return None
        if body.style == "yearly":
            return self._yearly(body, number, label)
        if body.style == "session":
            return self._session(body, number, label)
        if body.style == "slash" and "/" not in number:
            return None
        return Symbol(body.symbol.format(number=number))

    def _yearly(self, body: Body, number: str, label: str) -> Symbol | None:
        if not number.isdigit() or not int(number):
            return None
        number = str(int(number))
        year = self.years.label(int(number)) or (label if label.isdigit() else "")
        text = body.symbol.format(number=number, year=year)
        return Symbol(text.replace("()", ""), certain=bool(year))

    def _session(self, body: Body, number: str, label: str) -> Symbol | None:
        if "/" in number:
            return Symbol(body.symbol.format(number=number, session="").replace("()", ""))
        if not number.isdigit() or int(number) > self.sessions.last:
            return None
        session = label if label and not label.isdigit() else self.sessions.label(int(number)) or ""
        text = body.symbol.format(number=number, session=session)
        return Symbol(text.replace("()", ""), certain=bool(session))
