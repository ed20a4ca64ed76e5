"""Organs that every state has: "the Syrian army", "parliament of Chad"."""

from collections.abc import Sequence
from functools import cached_property

from dragoman import resources
from dragoman.actors.entries import Entry, Name, Phase
from dragoman.actors.index import Index
from dragoman.actors.spelling import key
from dragoman.actors.vocabulary import vocabulary


class Organs:
    """The patterns of `data/actors/organs.tsv`, filled with any state of the index."""

    def __init__(self, index: Index, entries: Sequence[Entry]) -> None:
        self._index = index
        self._entries = entries
        self._organ: dict[str, str] = {}
        self._rows: dict[str, resources.Row] = {}
        for row in resources.table("actors/organs.tsv"):
            row.choice("kind", tuple(vocabulary().kinds))
            self._rows[row["organ"]] = row
            for words in row.values("words"):
                self._organ.setdefault(key(words), row["organ"])
        self.longest = max(len(shape.split()) for shape in self._organ)
        self._made: dict[str, Entry | None] = {}

    @cached_property
    def _states(self) -> dict[str, Entry]:
        states = (self._entries[at] for at in self._index.states)
        return {entry.id: entry for entry in states}

    def organ(self, shape: str) -> str | None:
        """The organ that folded words name (`foreign ministry` → `foreign-ministry`)."""
        return self._organ.get(shape)

    def kind(self, shape: str) -> str:
        """The kind of organ that folded words name (`central bank` → `bank`), empty for none."""
        organ = self._organ.get(shape)
        return self._rows[organ]["kind"] if organ else ""

    def state_of(self, shape: str) -> Entry | None:
        """The state (or people) of a folded name, demonym or metonym; the first bearer."""
        index = self._index
        for names in (index.demonyms, index.full, index.metonyms):
            for at in names.get(shape, ()):
                if self._entries[at].kind == "state":
                    return self._entries[at]
        return None

    def entry(self, ident: str) -> Entry | None:
        """The organ with an id like `syr:army`; `None` where the state or the organ is unknown."""
        if ident not in self._made:
            state, _, organ = ident.partition(":")
            known = state in self._states and organ in self._rows
            self._made[ident] = self._make(self._states[state], organ) if known else None
        return self._made[ident]

    def parse(self, name: str) -> Entry | None:
        """The organ that a whole name means, whichever way it is put."""
        words = [word for word in key(name).split() if word not in {"the", "s"}]
        for at in range(1, len(words)):
            head, tail = " ".join(words[:at]), " ".join(words[at:])
            if tail in self._organ and (state := self.state_of(head)):
                return self.entry(f"{state.id}:{self._organ[tail]}")
            if head in self._organ and words[at] in {"of", "in"}:
                state = self.state_of(" ".join(words[at + 1 :]))
                if state:
                    return self.entry(f"{state.id}:{self._organ[head]}")
        return None

    def _make(self, state: Entry, organ: str) -> Entry:
        row = self._rows[organ]
        name = (
            f"{state.demonyms[0].text if state.demonyms else state.name} {row.values('words')[0]}"
        )
        sector = row["sector"] or vocabulary().kinds[row["kind"]].sector
        phases = tuple(
            Phase(
                interval=phase.interval,
                countries=phase.countries,
                sector=sector,
                secondary=phase.secondary,
                file=row.file,
                line=row.line,
            )
            for phase in state.phases
        )
        return Entry(
            id=f"{state.id}:{organ}",
            name=name,
            kind=row["kind"],
            names=(Name(name),),
            phases=phases,
            parent=state.id,
        )
