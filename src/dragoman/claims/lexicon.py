"""The cues: words that attribute, the frames in which they do it, and the stances they express."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman import resources
from dragoman.claims.inflection import irregular, noun_forms, verb_forms
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
    "rest",
    "raise",
    "obj-to",
    "obj+to",
    "obj+ing",
    "obj+adj",
}
_PREPOSED = re.compile(r"(p:[a-z]+(\+to)?|obj\+[a-z]+)\Z")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes: its frames (see `data/cues/verbs/speech.tsv`) with their stances."""

    lemma: str
    stances: Mapping[str, str]
    prepositions: frozenset[str] = field(default=frozenset())

    def takes(self, *frames: str) -> str | None:
        """The first of the frames that the cue has."""
        return next((frame for frame in frames if frame in self.stances), None)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs, nouns and adjectives by their forms, and what each stance means.

    A verb with a particle stands under its form and the particle ("pointed out"). `stances` gives
    the firmness of a stance, `chained` whether it passes on another's words.
    """

    verbs: Mapping[str, Cue]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    stances: Mapping[str, float]
    chained: Mapping[str, bool]


def load() -> Lexicon:
    """The lexicon of `data/cues`. Raises `DataError` for an unknown frame or stance."""
    kinds = list(resources.table(STANCES, ("stance", "firmness", "chained")))
    stances = {row["stance"]: share(row, "firmness") for row in kinds}
    chained = {row["stance"]: row.choice("chained", ("yes", "no")) == "yes" for row in kinds}
    verbs = _cues(resources.listing(VERBS), "verb", stances)
    forms = irregular()
    return Lexicon(
        verbs={form: cue for cue in verbs for form in _verb_forms(cue.lemma, forms)},
        nouns={
            form: cue for cue in _cues((NOUNS,), "noun", stances) for form in noun_forms(cue.lemma)
        },
        adjectives={cue.lemma: cue for cue in _cues((ADJECTIVES,), "adjective", stances)},
        stances=stances,
        chained=chained,
    )


def share(row: Row, column: str) -> float:
    """A cell that holds a number from 0 to 1. Raises `DataError`."""
    try:
        value = float(row[column])
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise row.error(f"{column} is {row[column]!r}; allowed: a number from 0 to 1")
    return value


def _verb_forms(lemma: str, known: Mapping[str, tuple[str, ...]]) -> list[str]:
    verb, _, particle = lemma.partition(" ")
    return [f"{form} {particle}".rstrip() for form in verb_forms(verb, known)]


def _cues(files: tuple[str, ...], column: str, known: Mapping[str, float]) -> list[Cue]:
    found: dict[str, dict[str, str]] = {}
    for file in files:
        for row in resources.table(file, (column, "frames", "stance")):
            stance = row.choice("stance", sorted(known))
            for frame in _frames(row):
                found.setdefault(row[column], {}).setdefault(frame, stance)
    return [Cue(lemma, stances, _prepositions(stances)) for lemma, stances in found.items()]


def _frames(row: Row) -> tuple[str, ...]:
    frames = row.values("frames")
    for frame in frames:
        if frame not in _SIMPLE and not _PREPOSED.match(frame):
            raise row.error(f"unknown frame {frame!r}; see the head of cues/verbs/speech.tsv")
    if not frames:
        raise row.error("no frame")
    return frames


def _prepositions(frames: Mapping[str, str]) -> frozenset[str]:
    """The prepositions that the content stands behind: "call *for*", "accuse somebody *of*"."""
    found = (re.fullmatch(r"(?:p:|obj\+)([a-z]+)(?:\+to)?", frame) for frame in frames)
    return frozenset(match[1] for match in found if match is not None) - {"adj", "ing"}
