"""What a reading costs, as a ratio to bare spaCy: same documents, same core, one run.

usage: python benchmarks/reading.py [--in DOCUMENTS] [--documents N] [--rounds N]

Without --in, the example report is read N times. Bare spaCy runs all components of the same
model. The two take turns, and the median of the ratios is what counts; the rows below it say
where the time of a reading goes. Seconds are those of the processor: both sides work in one thread,
and what else the machine does stays out of the figures.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from dragoman import collecting
from dragoman.documents import Made, corpus
from dragoman.parsing import DEFAULT_MODEL
from dragoman.reader import Reader
from dragoman.records import Document

EXAMPLE = Path(__file__).parents[1] / "examples" / "grain-deal.txt"
ROOMS = ("furniture", "times", "places", "actors", "claims", "instruments", "events")


def documents(source: str, count: int) -> list[Document]:
    found = [made.document for made in corpus(source) if isinstance(made, Made)]
    return (found * (count // len(found) + 1))[:count]


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def room_seconds(reader: Reader, batch: Sequence[Document]) -> dict[str, float]:
    """Seconds spent in each room while the batch is read."""
    spent = dict.fromkeys(ROOMS, 0.0)
    for room in ROOMS:
        finder = getattr(reader, f"_{room}")
        setattr(reader, f"_{room}", _Timed(finder, room, spent))
    total = seconds(lambda: sum(1 for _ in reader.read_many(batch)))
    return {"parsing and the rest": total - sum(spent.values()), **spent}


class _Timed:
    def __init__(self, finder: object, room: str, spent: dict[str, float]) -> None:
        self._find = finder.find  # type: ignore[attr-defined]
        self._room, self._spent = room, spent

    def find(self, *arguments: object) -> object:
        start = time.process_time()
        try:
            return self._find(*arguments)
        finally:
            self._spent[self._room] += time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--in", dest="source", default=str(EXAMPLE))
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    collecting.relax()  # as the command does
    batch = documents(args.source, args.documents)
    bare, reader = spacy.load(DEFAULT_MODEL), Reader()
    texts = [document.text for document in batch]
    sum(1 for _ in reader.read_many(batch[:5]))
    pairs = [
        (
            seconds(lambda: sum(1 for _ in reader.read_many(batch))),
            seconds(lambda: sum(1 for _ in bare.pipe(texts))),
        )
        for _ in range(args.rounds)
    ]
    words = sum(len(text.split()) for text in texts)
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    print(f"{len(batch)} documents, {words:,} words, {args.rounds} rounds, medians")
    print(f"bare spaCy   {theirs:8.2f} s  {words / theirs:10,.0f} words/s")
    print(f"Reader       {ours:8.2f} s  {words / ours:10,.0f} words/s")
    print(f"ratio        {statistics.median(a / b for a, b in pairs):8.2f}")
    for room, spent in room_seconds(reader, batch).items():
        print(f"  {room:22} {spent:6.2f} s  {spent / theirs:6.1%} of bare spaCy")


if __name__ == "__main__":
    main()
