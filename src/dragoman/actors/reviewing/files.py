"""The persons of the registry with their terms as rows, ours and a user's own."""

from collections import defaultdict
from functools import cached_property
from pathlib import Path

from dragoman.actors.drafts import Draft
from dragoman.actors.gathering import gather
from dragoman.actors.sources import files
from dragoman.actors.spelling import key
from dragoman.actors.tabling import Cells, term_rows


class Filed:
    """What is filed. Raises `DataError` with file and line of the first bad row."""

    def __init__(self, extra: tuple[Path, ...] = ()) -> None:
        found = gather((*files(), *extra))
        if found.defects:
            raise found.defects[0]
        self.drafts = found.drafts

    def person(self, ident: str) -> Draft | None:
        """The person of that id."""
        draft = self.drafts.get(ident)
        return draft if draft is not None and draft.kind == "person" else None

    def named(self, name: str, country: str) -> tuple[str, ...]:
        """The ids of the persons of a state who bear a name."""
        return tuple(
            ident
            for ident in self._bearers.get(key(name), ())
            if self.drafts[ident].kind == "person"
            and any(country in phase.countries for phase in self.drafts[ident].phases)
        )

    def is_borne(self, name: str, ident: str) -> bool:
        """Whether somebody or something else bears this name."""
        return any(other != ident for other in self._bearers.get(key(name), ()))

    def terms(self, ident: str) -> list[Cells]:
        """The terms of a person as filed, id and country spelt out; empty for nobody."""
        draft = self.person(ident)
        return list(term_rows(draft)) if draft else []

    @cached_property
    def _bearers(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for ident, draft in self.drafts.items():
            for shape in dict.fromkeys(key(name) for name in draft.names):
                found[shape].append(ident)
        return found
