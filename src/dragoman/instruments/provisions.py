"""What instruments provide, and which provisions a passage bears on."""

import re
from dataclasses import dataclass

from dragoman import resources
from dragoman.instruments.registry import Registry

FOLDER = "instruments/provisions"


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: `id` is `instrument#name`, `gist` says it in our own words."""

    id: str
    gist: str
    cues: re.Pattern[str]


class Provisions:
    """The provisions of `data/instruments/provisions`, by instrument."""

    def __init__(self, registry: Registry) -> None:
        self._of: dict[str, list[Provision]] = {}
        for file in resources.listing(FOLDER):
            for row in resources.table(file, ("instrument", "id", "gist", "cues")):
                if row["instrument"].split("/art")[0] not in registry.entries:
                    raise row.error(f"instrument {row['instrument']!r} is not in the registry")
                provision = Provision(
                    f"{row['instrument']}#{row['id']}", row["gist"], _pattern(row.values("cues"))
                )
                self._of.setdefault(row["instrument"], []).append(provision)

    def of(self, instrument: str) -> tuple[Provision, ...]:
        """The provisions of an instrument, in the order of the file."""
        return tuple(self._of.get(instrument, ()))

    def touched(self, instrument: str, passage: str) -> tuple[str, ...]:
        """The ids of those on which a passage bears."""
        own = self._of.get(instrument, ())
        return tuple(provision.id for provision in own if provision.cues.search(passage))


def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    parts = [
        re.escape(cue).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for cue in sorted(cues)
    ]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
