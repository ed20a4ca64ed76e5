"""What operators make of the event below them: "refuse to" + AID is REJECT assist."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from dragoman import resources
from dragoman.events.ontology import Ontology, shipped_types
from dragoman.records.event import Status
from dragoman.resources import Row

STATUSES: tuple[Status, ...] = get_args(Status)
SIDES = ("agent", "content", "undergo", "owner")
FILE = "composition/effects.tsv"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes out: `type` None keeps the content's type, `""` leaves nothing.

    `sides` says who acts: the `agent` of the operator, as in the `content`, or the operator's
    subject `undergo`es. `keeps` is the status under which the content stays an event of its own,
    None where it does not.
    """

    type: str | None
    mode: str | None
    cameo: str | None
    status: Status | None
    sides: str
    keeps: Status | None
    rule: str


@dataclass(frozen=True, slots=True)
class Effects:
    """Outcomes by effect and content, the more specific content first."""

    outcomes: Mapping[tuple[str, str], Outcome]
    codes: Mapping[tuple[str, str], str]

    def outcome(self, effect: str, type: str, mode: str | None) -> Outcome | None:
        """What the effect makes of an event of that type and mode; None if nothing is known."""
        for key in (f"{type} {mode}", type, "*"):
            found = self.outcomes.get((effect, key))
            if found is not None:
                return found
        return None

    def cameo(self, type: str, content: str | None) -> str | None:
        """The CAMEO code of an outcome's type on a coded content, the longest prefix deciding."""
        while content:
            found = self.codes.get((type, content))
            if found:
                return found
            content = content[:-1]
        return None


def load_effects(ontology: Ontology) -> Effects:
    """The table of effects. Raises `DataError`."""
    outcomes: dict[tuple[str, str], Outcome] = {}
    left_out = shipped_types() - ontology.types.keys()
    for row in resources.table(FILE, ("effect", "content", "type", "status", "sides")):
        if row["type"] in left_out:
            continue
        outcome = _outcome(row, ontology)
        for content in row.values("content"):
            outcomes[row["effect"], content] = outcome
    codes = {}
    for row in resources.table("composition/derived_cameo.tsv", ("type", "content", "cameo")):
        if ontology.codes and row["cameo"] not in ontology.codes:
            raise row.error(f"CAMEO has no code {row['cameo']!r}")
        codes[row["type"], row["content"]] = row["cameo"]
    return Effects(outcomes, codes)


def _status(row: Row, column: str) -> Status | None:
    found = next((status for status in STATUSES if status == row[column]), None)
    if row[column] and found is None:
        row.choice(column, STATUSES)
    return found


def _outcome(row: Row, ontology: Ontology) -> Outcome:
    type = {"=": None, "-": ""}.get(row["type"], row["type"])
    if type and type not in ontology.types:
        raise row.error(f"type is {type!r}; allowed: =, -, {', '.join(ontology.types)}")
    mode = row["mode"] or None
    if type and mode and (type, mode) not in ontology.modes:
        raise row.error(f"{type} has no mode {mode!r}")
    return Outcome(
        type,
        mode,
        row["cameo"] or None,
        _status(row, "status"),
        row.choice("sides", SIDES),
        _status(row, "keeps"),
        f"{row.file}:{row.line} {row['effect']}",
    )
