"""Whether the registry holds together: `python -m dragoman.actors.checks [FILE…]`.

Without files every defect is printed, with files those that concern them (the whole registry is
read all the same, since names must not collide between files). Exit status 1 if there is any.
`--count` prints how many entries there are of each kind instead.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.actors.drafts import Gathered, rows_of
from dragoman.actors.entries import Entry, Phase
from dragoman.actors.gathering import gather
from dragoman.actors.sources import files
from dragoman.actors.spelling import is_acronym, key
from dragoman.actors.vocabulary import vocabulary
from dragoman.errors import DataError

DOUBT = 31
"""Days by which terms of a single seat may overlap: sources differ on hand-over days."""


def defects(found: Gathered) -> list[DataError]:
    """Everything that is wrong, by file and line."""
    checks = (_codes, _parents, _wikidata, _overlaps, _collisions)
    problems = [*found.defects, *(error for check in checks for error in check(found))]
    return sorted(problems, key=lambda error: (error.file, error.line, error.reason))


def summary(found: Gathered) -> str:
    """One line of counts."""
    persons = [draft for draft in found.drafts.values() if draft.kind == "person"]
    terms = sum(len(draft.phases) for draft in persons)
    others = len(found.drafts) - len(persons)
    return f"{others:,} entries, {len(persons):,} persons with {terms:,} terms"


def counts(found: Gathered) -> str:
    """How many entries there are of each kind, and terms of each seat, one a line."""
    kinds = Counter(draft.kind for draft in found.drafts.values())
    seats = Counter(seat for _, phase in rows_of(found) for seat in phase.seats)
    lines = [f"{number:6,} {name}" for name, number in kinds.most_common()]
    return "\n".join([*lines, "", *(f"{n:6,} terms: {name}" for name, n in seats.most_common())])


def _codes(found: Gathered) -> Iterator[DataError]:
    known = vocabulary()
    for _, phase in rows_of(found):
        for code in phase.countries:
            if not known.is_code(code):
                yield _at(phase, f"country {code!r} is neither ISO 3166 alpha-3 nor in codes.tsv")


def _parents(found: Gathered) -> Iterator[DataError]:
    for entry, phase in rows_of(found):
        for column, ident in (("parent", entry.parent), ("organisation", phase.organisation)):
            if ident and ident not in found.drafts:
                yield _at(phase, f"{column} {ident!r} is no entry")


def _wikidata(found: Gathered) -> Iterator[DataError]:
    for entry, phase in rows_of(found):
        if entry.wikidata and not (entry.wikidata[0] == "Q" and entry.wikidata[1:].isdigit()):
            yield _at(phase, f"wikidata is {entry.wikidata!r}; allowed: Q and digits")


def _overlaps(found: Gathered) -> Iterator[DataError]:
    """Terms of one single seat that hold at once for more than a month."""
    seats = vocabulary().seats
    held: dict[tuple[str, ...], list[tuple[Entry, Phase]]] = defaultdict(list)
    for entry, phase in rows_of(found):
        for seat in phase.seats:
            if seats[seat].single:
                held[seat, phase.organisation or phase.countries[0]].append((entry, phase))
    for (seat, where), terms in sorted(held.items()):
        terms.sort(key=lambda term: term[1].interval.begin.early)
        for at, (entry, phase) in enumerate(terms):
            for other, later in terms[at + 1 :]:
                if other.id != entry.id and _unexplained(phase, later):
                    place = f"{phase.file}:{phase.line}"
                    yield _at(later, f"{seat} of {where}: overlaps {entry.name} ({place})")


def _unexplained(one: Phase, other: Phase) -> bool:
    explained = any(phase.note.startswith("overlap:") for phase in (one, other))
    return not explained and one.interval.overlap(other.interval) > DOUBT


def _collisions(found: Gathered) -> Iterator[DataError]:
    """Names that two entries bear, unless all but one of them are starred."""
    bearers: dict[tuple[str, bool], list[tuple[Entry, str, bool]]] = defaultdict(list)
    for entry in found.entries():
        spelt: dict[tuple[str, bool], tuple[str, bool]] = {}
        for name in (*entry.names, *entry.demonyms, *entry.metonyms):
            spelt.setdefault((key(name.text), is_acronym(name.text)), (name.text, name.starred))
        for shape, (text, starred) in spelt.items():
            bearers[shape].append((entry, text, starred))
    for bearing in bearers.values():
        plain = [bearer for bearer in bearing if not bearer[2]]
        first = plain[0][0].phases[0] if plain else None
        for entry, text, _ in plain[1:]:
            assert first is not None
            where = f"{plain[0][0].id} ({first.file}:{first.line})"
            yield _at(entry.phases[0], f"name {text!r} is also borne by {where}: star one of them")


def _at(phase: Phase, reason: str) -> DataError:
    return DataError(phase.file, phase.line, reason)


def _concerns(error: DataError, wanted: Iterable[Path]) -> bool:
    return any(
        Path(error.file).name == path.name and path.parent.name in error.file for path in wanted
    )


def main(arguments: list[str]) -> int:
    """Prints what is wrong; the exit status."""
    found = gather(files())
    if arguments == ["--count"]:
        sys.stdout.write(f"{counts(found)}\n{summary(found)}\n")
        return 0
    wanted = [Path(argument).resolve() for argument in arguments]
    problems = [e for e in defects(found) if not wanted or _concerns(e, wanted)]
    for error in problems:
        sys.stdout.write(f"{error}\n")
    sys.stdout.write(f"{summary(found)}: {len(problems)} defects\n")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
