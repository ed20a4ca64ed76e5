"""Names of the registry in a text: the longest spelling at each place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import Literal

from dragoman.actors.entries import Entry
from dragoman.actors.registry import Registry
from dragoman.actors.scene import Scene
from dragoman.actors.spelling import cased_like
from dragoman.actors.vocabulary import words_of

_NO_BODY = frozenset(("state", "people", "religion", "person", "province", "region"))
Sort = Literal["name", "demonym", "metonym"]


@dataclass(frozen=True, slots=True)
class Hit:
    """Entries whose spelling stands at the words `first` to `last` (exclusive) of a scene."""

    start: int
    end: int
    first: int
    last: int
    sort: Sort
    entries: tuple[Entry, ...]
    text: str


def between(hits: tuple[Hit, ...], start: int, end: int) -> list[Hit]:
    """The hits that lie between two offsets, of hits in reading order."""
    first = bisect_left(hits, start, key=lambda hit: hit.start)
    found = []
    for hit in islice(hits, first, None):
        if hit.end > end:
            break
        found.append(hit)
    return found


def touching(hits: tuple[Hit, ...], start: int, end: int) -> list[Hit]:
    """The hits that overlap a stretch, of hits in reading order that do not overlap."""
    first = bisect_right(hits, start, key=lambda hit: hit.end)
    return list(takewhile(lambda hit: hit.start < end, islice(hits, first, None)))


def scan(scene: Scene, registry: Registry) -> tuple[Hit, ...]:
    """Every name, demonym and metonym of the registry in reading order, never overlapping."""
    found: list[Hit] = []
    at, longest = 0, registry.index.longest
    while at < len(scene.folded):
        hit = None
        for length in range(min(longest.get(scene.folded[at], 0), len(scene.folded) - at), 0, -1):
            if hit := _hit(scene, registry, at, at + length):
                found.append(hit)
                break
        at = hit.last if hit else at + 1
    return tuple(_joined(found))


def _joined(hits: list[Hit]) -> Iterator[Hit]:
    """The hits, a state right before a body of its own made part of it: "the US Congress"."""
    last: Hit | None = None
    for hit in hits:
        if last and hit.start == last.end + 1 and _own(last, hit):
            hit = replace(hit, start=last.start, first=last.first, text=f"{last.text} {hit.text}")
        elif last:
            yield last
        last = hit
    if last:
        yield last


def _own(state: Hit, body: Hit) -> bool:
    of_state = state.sort != "metonym" and state.entries[0].kind == "state"
    if not of_state or body.sort != "name" or body.entries[0].kind in _NO_BODY:
        return False
    countries = set(state.entries[0].countries)
    return any(countries & set(entry.countries) for entry in body.entries)


def _hit(scene: Scene, registry: Registry, first: int, last: int) -> Hit | None:
    shape = " ".join(scene.folded[first:last])
    index = registry.index
    spellings = index.spellings.get(shape)
    if not spellings or not any(cased_like(text, scene.words[first:last]) for text in spellings):
        return None
    start, end = scene.starts[first], scene.ends[last - 1]
    text = scene.text[start:end]
    if "\n" in text or any(mark in text for mark in ",;:()"):
        return None
    tables: tuple[tuple[Sort, dict[str, tuple[int, ...]]], ...] = (
        ("name", index.full),
        ("demonym", index.demonyms),
        ("metonym", index.metonyms),
    )
    for sort, table in tables:
        if places := table.get(shape):
            if sort == "demonym" and _names_nature(scene, last):
                return None
            entries = tuple(registry.entries[place] for place in places)
            return Hit(start, end, first, last, sort, entries, text)
    return None


def _names_nature(scene: Scene, behind: int) -> bool:
    """Whether the next word makes an adjective part of a name: "the Indian *Ocean*"."""
    if behind >= len(scene.words) or not scene.words[behind][0].isupper():
        return False
    return scene.folded[behind] in words_of("nature")
