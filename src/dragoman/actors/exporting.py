"""Registry → TABARI/PETRARCH dictionaries, for pipelines that still read those."""

import datetime
from collections.abc import Iterable, Iterator

from dragoman.actors.days import ALWAYS, FIRST, LAST, OPEN, Interval
from dragoman.actors.entries import Entry, Phase
from dragoman.actors.roles import GROUND, NOTHING, Roles
from dragoman.actors.spelling import key
from dragoman.actors.standing import known_for
from dragoman.actors.vocabulary import vocabulary


def actor_lines(entries: Iterable[Entry]) -> Iterator[str]:
    """The lines of an actor dictionary: dates inclusive, former office holders as `ELI`.

    What the format cannot hold is said in a comment behind the line: a date that is not known,
    a phase without a country.
    """
    for entry in entries:
        if not entry.phases or not key(entry.name):
            continue
        yield f"{_phrase(entry.name)}  # {entry.id}"
        spelt = dict.fromkeys(_phrase(name.text) for name in (*entry.names, *entry.demonyms))
        yield from (f"+{text}" for text in spelt if text not in {_phrase(entry.name), "_"})
        for phase in entry.phases:
            yield f"\t{_restriction(phase)}"
        yield from _afterwards(entry)


def agent_lines(roles: Roles) -> Iterator[str]:
    """The lines of an agent dictionary, one noun each with its plural; ground is no agent."""
    for noun, role in roles.nouns.items():
        if role.form in (*GROUND, NOTHING):
            continue
        if role.noun == noun.replace("-", " ") or role.noun == noun:
            plurals = [text for text, other in roles.nouns.items() if other.noun == role.noun]
            plural = next((text for text in plurals if text != noun), "")
            braces = f" {{{plural.upper().replace(' ', '_')}}}" if plural else " {}"
            yield f"{noun.upper().replace(' ', '_')}{braces} [~{role.sector}]"


def _phrase(name: str) -> str:
    return key(name).upper().replace(" ", "_") + "_"


def _code(phase: Phase) -> str:
    country = phase.countries[0] if phase.countries else ""
    prefix = {"UNO": "IGOUNO", "EUR": "IGOEUR"}.get(country, country)
    return "".join((prefix, phase.sector, *phase.secondary)) or "---"


def _restriction(phase: Phase) -> str:
    when = _when(phase.interval)
    unknown = not (phase.interval.begin.known and phase.interval.end.known)
    return f"[{_code(phase)}{when}]" + ("  # a date is not known" if unknown else "")


def _when(interval: Interval) -> str:
    begin, end = interval.begin, interval.end
    opens = begin == ALWAYS or not begin.known
    closes = end == OPEN or not end.known
    if opens and closes:
        return ""
    if opens:
        return f" <{_date(end.late - 1)}"
    if closes:
        return f" >{_date(begin.early)}"
    return f" {_date(begin.early)}-{_date(end.late - 1)}"


def _date(day: int) -> str:
    inside = min(max(day, FIRST + 1), LAST - 1)
    return datetime.date.fromordinal(inside).strftime("%Y%m%d").zfill(8)


def _afterwards(entry: Entry) -> Iterator[str]:
    """Former office holders: what follows by rule in the registry is a line in a dictionary."""
    last = max(entry.phases, key=lambda phase: phase.interval.end.late)
    ended = last.interval.end
    if entry.kind == "person" and ended.known and ended != OPEN and last.countries:
        rules = vocabulary()
        sector = last.sector if last.sector in rules.keep else rules.former
        yield f"\t[{known_for(entry).countries[0]}{sector} >{_date(ended.late)}]"
