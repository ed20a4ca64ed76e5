"""The cues: words that attribute, the frames in which they do it, and the stance they express."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman import resources
from dragoman.resources import Row

VERBS = "cues/verbs"
NOUNS = "cues/nouns.tsv"
ADJECTIVES = "cues/adjectives.tsv"
STANCES = "cues/stances.tsv"

_SIMPLE = {
    "quote",
    "that",
    "that+",
    "wh",
    "to",
    "ing",
    "obj",
    "obj-to",
    "obj+to",
    "obj+ing",
    "obj+adj",
}
_PREPOSED = re.compile(r"(p:|obj\+)[a-z]+\Z")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes. `frames` are those of `data/cues/verbs/speech.tsv`."""

    lemma: str
    frames: frozenset[str]
    stance: str

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions whose object is the content ("call *for*")."""
        return frozenset(frame[2:] for frame in self.frames if frame.startswith("p:"))

    def after_object(self, preposition: str) -> bool:
        """Whether "verb object preposition …" is content as a whole ("criticise X for …")."""
        return f"obj+{preposition}" in self.frames


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs, nouns and adjectives by lemma, the firmness of each stance, whether it chains.

    A verb with a particle stands under its lemma and particle together ("point out").
    """

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    stances: Mapping[str, float]
    chained: Mapping[str, bool]


def load() -> Lexicon:
    """The lexicon of `data/cues`. Raises `DataError` for an unknown frame or stance."""
    kinds = _rows(STANCES, "stance", "firmness", "chained")
    stances = {row["stance"]: _share(row, "firmness") for row in kinds}
    chained = {row["stance"]: row.choice("chained", ("yes", "no")) == "yes" for row in kinds}
    verbs: dict[str, Cue] = {}
    for file in resources.listing(VERBS):
        for lemma, cue in _cues(file, "verb", stances).items():
            known = verbs.get(lemma)
            verbs[lemma] = _joined(known, cue) if known else cue
    return Lexicon(
        verbs=verbs,
        nouns=_cues(NOUNS, "noun", stances),
        adjectives=_cues(ADJECTIVES, "adjective", stances),
        stances=stances,
        chained=chained,
    )


def _rows(file: str, *columns: str) -> list[Row]:
    return list(resources.table(file, columns))


def _share(row: Row, column: str) -> float:
    try:
        value = float(row[column])
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise row.error(f"{column} is {row[column]!r}; allowed: a number from 0 to 1")
    return value


def _cues(file: str, column: str, stances: Mapping[str, float]) -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for row in _rows(file, column, "frames", "stance"):
        frames = frozenset(row.values("frames"))
        for frame in sorted(frames):
            if frame not in _SIMPLE and not _PREPOSED.match(frame):
                raise row.error(f"unknown frame {frame!r}; see the head of cues/verbs/speech.tsv")
        if not frames:
            raise row.error("no frame")
        cue = Cue(row[column], frames, row.choice("stance", sorted(stances)))
        known = found.get(cue.lemma)
        found[cue.lemma] = _joined(known, cue) if known else cue
    return found


def _joined(first: Cue, second: Cue) -> Cue:
    """One verb in two files: the frames of both, the stance of the first."""
    return Cue(first.lemma, first.frames | second.frames, first.stance)
