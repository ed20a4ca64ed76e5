"""What an entry is on a day: country, sector, office."""

import msgspec

from dragoman.actors.days import DOUBTFUL
from dragoman.actors.entries import Entry, Phase
from dragoman.actors.vocabulary import vocabulary

NOT_YET, ENDED = 0.4, 0.7
"""Scores of persons before their first office and of groups after their last phase."""
FORMER = 0.9
"""Score of a person whose terms are all over: identity is sure, what they are follows by rule."""


class Standing(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What somebody is on a day, and how surely (0..1). `phase` is what decided, if one did."""

    country: str | None
    sector: str | None
    secondary: tuple[str, ...]
    office: str | None
    score: float
    phase: Phase | None = None
    former: bool = False


def standing(entry: Entry, day: int | None) -> Standing:
    """What `entry` is on a day (an ordinal); without a day, what it is known for."""
    if not entry.phases:
        return Standing(None, None, (), None, NOT_YET)
    if len(entry.phases) == 1:
        held = 1.0 if day is None else entry.phases[0].interval.holds(day)
        if held:
            return _in(entry.phases[0], entry.phases[0].secondary, held)
    if day is None:
        return _of(entry, (known_for(entry),), 1.0)
    scored = [(phase.interval.holds(day), phase) for phase in entry.phases]
    best = max(score for score, _ in scored)
    if best > DOUBTFUL:
        return _of(entry, tuple(phase for score, phase in scored if score > DOUBTFUL), best)
    ended = [phase for phase in entry.phases if phase.interval.over(day)]
    if best > 0 and not ended:
        return _of(entry, tuple(phase for score, phase in scored if score), best)
    if ended:
        return _after(entry, max(ended, key=lambda phase: phase.interval.end.late))
    return Standing(_country(entry), None, (), None, NOT_YET)


def known_for(entry: Entry) -> Phase:
    """The highest office of a person, the latest of equals.

    Of anything else the latest phase in which it is what its kind says: an armed group that came
    to govern is known as an armed group as long as no day is given.
    """
    if entry.kind != "person":
        kind = vocabulary().kinds[entry.kind].sector
        alike = [phase for phase in entry.phases if phase.sector == kind]
        return max(alike or entry.phases, key=lambda phase: phase.interval.begin.early)
    return min(entry.phases, key=lambda phase: (phase.rank, -phase.interval.begin.early))


def _of(entry: Entry, phases: tuple[Phase, ...], score: float) -> Standing:
    first, *others = sorted(phases, key=lambda phase: (phase.rank, -phase.interval.begin.early))
    more = (*first.secondary, *(phase.sector for phase in others))
    secondary = tuple(dict.fromkeys(code for code in more if code and code != first.sector))
    return _in(first, secondary, score)


def _in(phase: Phase, secondary: tuple[str, ...], score: float) -> Standing:
    country = phase.countries[0] if phase.countries else None
    return Standing(country, phase.sector or None, secondary, phase.office or None, score, phase)


def _after(entry: Entry, last: Phase) -> Standing:
    country = last.countries[0] if last.countries else None
    if entry.kind != "person":
        return Standing(country, last.sector or None, last.secondary, None, ENDED, last)
    rules = vocabulary()
    keeps = last.sector in rules.keep
    sector = last.sector if keeps else rules.former
    office = last.office if keeps else f"former {last.office or 'official'}"
    return Standing(country, sector, (), office or None, FORMER, last, not keeps)


def _country(entry: Entry) -> str | None:
    codes = entry.countries
    return codes[0] if codes else None
