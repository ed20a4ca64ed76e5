"""What instruments provide, and which provisions a passage bears on."""

import re
from dataclasses import dataclass
from functools import cached_property

from dragoman import resources
from dragoman.instruments.registry import Registry
from dragoman.resources import Row

FOLDER = "instruments/provisions"
_ARTICLE = re.compile(r"/(?:art|ch)-[^/]+$")


@dataclass(frozen=True)
class Provision:
    """One provision: `id` is `instrument#name`, `gist` says it in our own words."""

    id: str
    gist: str
    cues: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The cues as one pattern, compiled when the instrument is first cited."""
        return _pattern(self.cues)


class Provisions:
    """The provisions of `data/instruments/provisions`, by instrument."""

    def __init__(self, registry: Registry) -> None:
        self._of: dict[str, list[Provision]] = {}
        for file in resources.listing(FOLDER):
            for row in resources.table(file, ("instrument", "id", "gist", "cues")):
                for instrument in row.values("instrument"):
                    self._add(instrument, row, registry)

    def _add(self, instrument: str, row: Row, registry: Registry) -> None:
        whole = _ARTICLE.sub("", instrument)
        if registry.get(whole) is None:
            raise row.error(f"instrument {instrument!r} is not in the registry")
        id = f"{instrument}#{row['id']}"
        own = self._of.setdefault(instrument, [])
        if any(provision.id == id for provision in own):
            raise row.error(f"{id} stands here twice")
        own.append(Provision(id, row["gist"], row.values("cues")))

    def of(self, instrument: str) -> tuple[Provision, ...]:
        """The provisions of an instrument, in the order of the file."""
        return tuple(self._of.get(instrument, ()))

    def touched(self, key: str, base: str, passage: str) -> tuple[str, ...]:
        """The ids of those on which a passage bears: of the article cited, or of the whole."""
        own = self.cited(key, base)
        return tuple(provision.id for provision in own if provision.pattern.search(passage))

    def cited(self, key: str, base: str) -> tuple[Provision, ...]:
        """The provisions of the article cited, or else of the whole instrument."""
        return self.of(key) or self.of(base)


def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    parts = (re.escape(cue).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for cue in cues)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
