"""A place in the text where an instrument is named, before it is known what is done with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """Half-open code-point offsets and what they name.

    `key` is the canonical symbol or the registry id; `base` the registry entry it rests on, which
    for an article is the charter or treaty. `kind` is a kind of `data/instruments/referring.tsv`.
    `group` is the offset of the first member where several stand in one list.
    """

    start: int
    end: int
    key: str
    base: str
    title: str | None
    kind: str
    group: int
    inferred: bool = False
