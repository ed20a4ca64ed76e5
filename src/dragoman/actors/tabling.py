"""Drafts of entries → rows of the tables that they come from, ours or made of a dictionary."""

from collections.abc import Iterable, Iterator

from dragoman.actors import days
from dragoman.actors.drafts import Draft
from dragoman.actors.entries import Name, Phase

TERM_COLUMNS = (
    *("person", "aliases", "office", "seat", "organisation", "from", "to"),
    *("sector", "secondary", "country", "wikidata", "id", "note"),
)
ENTRY_COLUMNS = (
    *("id", "name", "aliases", "demonyms", "metonyms", "kind", "sector", "secondary"),
    *("country", "parent", "from", "to", "wikidata", "note"),
)

Cells = dict[str, str]


def term_rows(draft: Draft) -> Iterator[Cells]:
    """The terms of a person; names stand in the first row."""
    first, *others = _spellings(draft.names.values()) or [draft.name]
    for number, phase in enumerate(draft.phases):
        yield {
            "person": first,
            "aliases": "" if number else "|".join(others),
            "office": phase.office,
            "seat": "|".join(phase.seats),
            "organisation": phase.organisation,
            "id": draft.id,
            "wikidata": "" if number else draft.wikidata,
            **_phase(phase),
        }


def entry_rows(draft: Draft) -> Iterator[Cells]:
    """The phases of any other entry; names stand in the first row."""
    first, *others = _spellings(draft.names.values()) or [draft.name]
    for number, phase in enumerate(draft.phases):
        named = {
            "aliases": "|".join(others),
            "demonyms": "|".join(_spellings(draft.demonyms.values())),
            "metonyms": "|".join(_spellings(draft.metonyms.values())),
            "parent": draft.parent,
            "wikidata": draft.wikidata,
        }
        yield {
            "id": draft.id,
            "name": first,
            "kind": draft.kind,
            **({} if number else named),
            **_phase(phase),
        }


def _phase(phase: Phase) -> Cells:
    return {
        "from": days.spelt(phase.interval.begin),
        "to": days.spelt(phase.interval.end),
        "sector": phase.sector,
        "secondary": "|".join(phase.secondary),
        "country": "|".join(phase.countries),
        "note": phase.note,
    }


def _spellings(names: Iterable[Name]) -> list[str]:
    return [f"{name.text}*" if name.starred else name.text for name in names]
