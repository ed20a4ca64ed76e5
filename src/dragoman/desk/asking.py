"""What the registry knows of a name on a day."""

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec

from dragoman.actors import Registry
from dragoman.actors.days import written
from dragoman.desk.answering import Record, answer
from dragoman.desk.own import check_own
from dragoman.desk.tally import Tally
from dragoman.documents import Failure, day_of
from dragoman.errors import DocumentError, UsageError
from dragoman.records import Candidate


class Term(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody was, from when to when, and the row of the registry that says so."""

    when: str
    what: str
    note: str = ""
    file: str = ""
    line: int = 0


class Known(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who a name may be, best first, each with their history; names like it where nobody is."""

    name: str
    candidates: tuple[Candidate, ...] = ()
    histories: tuple[tuple[Term, ...], ...] = ()
    suggestions: tuple[str, ...] = ()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """Who a name may be, best first; empty where the registry does not know it."""

    id: str
    candidates: tuple[Candidate, ...]


def open_registry(extra: tuple[Path, ...] = (), cache: Path | None = None) -> Registry:
    """The registry, with the user's own files over it.

    Raises `UsageError` for a file that is not there, `DataError` for a bad row, before anything
    is compiled.
    """
    check_own(extra)
    return Registry.load(extra, cache)


def ask(registry: Registry, name: str, on: datetime.date | None = None) -> Known:
    """What the registry knows of a name, as of a day if one is given."""
    candidates = registry.who(name, on=on)
    return Known(
        name=name,
        candidates=candidates,
        histories=tuple(_history(registry, candidate.entry) for candidate in candidates),
        suggestions=() if candidates else registry.suggest(name),
    )


def _history(registry: Registry, entry_id: str) -> tuple[Term, ...]:
    entry = registry.entry(entry_id)
    phases = entry.phases if entry else ()
    return tuple(
        Term(
            when=written(phase.interval),
            what=" ".join((*phase.countries[:1], phase.sector, phase.office)).strip(),
            note=phase.note,
            file=phase.file,
            line=phase.line,
        )
        for phase in sorted(phases, key=lambda phase: phase.interval.begin.early)
    )


def ask_many(
    source: str,
    target: Path,
    registry: Registry,
    *,
    fresh: bool = False,
    report: Callable[[Failure], None],
    advance: Callable[[int], None] = lambda count: None,
    tally: Tally | None = None,
) -> Tally:
    """Answers each record `{"id", "name", "date"?, "country_hint"?}` of `source`, resumable."""

    def work(record: Record) -> Answer:
        name = record.get("name")
        if not isinstance(name, str) or not name.strip():
            raise DocumentError(f"name is {name!r}; allowed: text")
        hint = record.get("country_hint")
        if hint is not None and not isinstance(hint, str):
            raise DocumentError(f"country_hint is {hint!r}; allowed: ISO 3166-1 alpha-3")
        candidates = registry.who(name, on=_day(record.get("date")), country_hint=hint)
        return Answer(id=record["id"], candidates=candidates)

    return answer(source, target, work, fresh=fresh, report=report, advance=advance, tally=tally)


def _day(value: object) -> datetime.date | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise DocumentError(f"date is {value!r}; allowed: ISO 8601 such as 2024-12-09")
    try:
        return day_of(value, "date")
    except UsageError as error:
        raise DocumentError(str(error)) from None
