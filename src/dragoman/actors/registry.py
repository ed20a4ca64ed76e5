"""Who somebody is on a day: the registry, looked up."""

import datetime
from pathlib import Path

import msgspec

from dragoman import compiled, resources
from dragoman.actors import gathering, sources
from dragoman.actors.arrangement import arrangements
from dragoman.actors.bands import Bands
from dragoman.actors.days import LIKELY
from dragoman.actors.entries import Entry
from dragoman.actors.index import FORMAT, Entries, Index, build
from dragoman.actors.organs import Organs
from dragoman.actors.spelling import key
from dragoman.actors.standing import Standing, standing
from dragoman.actors.suggestions import Suggestions
from dragoman.actors.titles import Titles
from dragoman.actors.transliteration import Transliteration
from dragoman.actors.variants import Variants
from dragoman.actors.vocabulary import words_of
from dragoman.records import Candidate

_RULES = ("actors/transliteration.tsv", "actors/kinds.tsv", "actors/seats.tsv", "actors/words.toml")
_DECODER = msgspec.msgpack.Decoder(Index)


class Registry:
    """States, organs, groups, organisations and persons, each as of any day."""

    def __init__(self, index: Index, canonical: Transliteration) -> None:
        self.index = index
        self.canonical = canonical
        self.entries = Entries(index.packed)
        self.organs = Organs(index, self.entries)
        self.titles = Titles()
        self.remarks = index.remarks
        self._suggestions = Suggestions(index, self.entries, canonical)
        self._variants = Variants(index, self.entries)
        self._bands = Bands(index, self.entries)

    @classmethod
    def load(cls, extra: tuple[Path, ...] = (), cache: Path | None = None) -> "Registry":
        """The registry that ships with Dragoman, with the user's own files over it.

        Compiled once into `cache`. Raises `DataError` with file and line on the first bad row.
        """
        paths: tuple[resources.Source, ...] = (*sources.files(), *extra)
        names = [str(path) for path in paths]
        canonical = Transliteration()
        stamps = [resources.stamp(path) for path in (*paths, *_RULES)]
        parts: list[str | bytes] = [FORMAT, *names, *stamps]
        made = compiled.ensure(
            "actors.msgpack",
            compiled.digest(parts),
            lambda target: _compile(paths, canonical, target),
            cache,
        )
        return cls(_DECODER.decode(made.read_bytes()), canonical)

    def entry(self, ident: str) -> Entry | None:
        """The entry of that id, generic organs (`syr:army`) included."""
        at = self.index.ids.get(ident)
        return self.entries[at] if at is not None else self.organs.entry(ident)

    def named(self, name: str) -> tuple[Entry, ...]:
        """The entries that bear exactly this name, alias or metonym, unstarred ones first."""
        shape = key(name)
        index = self.index
        found = index.full.get(shape) or index.metonyms.get(shape) or index.demonyms.get(shape, ())
        return tuple(self.entries[at] for at in found)

    def persons(self, name: str) -> tuple[Entry, ...]:
        """The persons whose name this shortens, lengthens or transliterates."""
        return self.shortened(name) or self.lengthened(name)

    def shortened(self, name: str) -> tuple[Entry, ...]:
        """The persons whose name this is without particles, initials or middle names."""
        parts = [self.canonical.of(word) for word in key(name).split()]
        for form in _shortened(parts):
            if found := self.index.derived.get(form):
                return tuple(self.entries[at] for at in found)
        return ()

    def lengthened(self, name: str) -> tuple[Entry, ...]:
        """The one person whose registered name lacks a middle name or second surname of this.

        Or who bears these words in another order or with other gaps between them.
        """
        parts = [self.canonical.of(word) for word in key(name).split()]
        if len(parts) < 2:
            return ()
        derived = self.index.derived
        outer = derived.get(f"{parts[0]} {parts[-1]}", ()) if len(parts) > 2 else ()
        places = tuple(at for at in outer if self._lacks(self.entries[at], frozenset(parts)))
        places = places or derived.get("".join(parts), ()) or self._rearranged(parts)
        return (self.entries[places[0]],) if len(places) == 1 else ()

    def _lacks(self, entry: Entry, parts: frozenset[str]) -> bool:
        """Whether these words hold a whole name of it: middle names tell people apart."""
        return any(
            parts.issuperset(
                _shortened([self.canonical.of(w) for w in key(n.text).split()])[2].split()
            )
            for n in entry.names
        )

    def _rearranged(self, parts: list[str]) -> tuple[int, ...]:
        for form, states in arrangements(parts):
            found = self.index.derived.get(form, ())
            if places := tuple(at for at in found if states & set(self.entries[at].countries)):
                return places
        return ()

    def of_surname(self, name: str) -> tuple[Entry, ...]:
        """The persons whose last name this is."""
        shape = self.canonical.of(key(name))
        return tuple(self.entries[at] for at in self.index.surnames.get(shape, ()))

    def who(
        self, name: str, on: datetime.date | None = None, country_hint: str | None = None
    ) -> tuple[Candidate, ...]:
        """Who bears this name on that day, best first; empty where nobody is known.

        Without a day, what each is known for. `country_hint` (alpha-3) moves those of that state to
        the front. Scores are in 0..1: how well the name fits, times how surely the entry stood so.
        """
        day = on.toordinal() if on else None
        entries, fit, seats = self._bearers(name)
        ranked = []
        if len(entries) == 1 and not seats:
            on_day = standing(entries[0], day)
            return (candidate(entries[0], on_day, fit * on_day.score),)
        for place, entry in enumerate(entries):
            on_day = standing(entry, day)
            held = {seat for phase in entry.phases for seat in phase.seats}
            score = fit * on_day.score * (1.0 if not seats or held & set(seats) else 0.5)
            hinted = country_hint is not None and country_hint in entry.countries
            ranked.append((not hinted, -score, place, candidate(entry, on_day, score)))
        ranked.sort(key=lambda item: item[:3])
        return tuple(item[3] for item in ranked)

    def choose(
        self, entries: tuple[Entry, ...], day: int | None, near: str | None
    ) -> tuple[tuple[Entry, Standing], ...]:
        """Bearers of one name, the likeliest first: of the country at hand, in office, as filed."""
        stood = [(entry, standing(entry, day)) for entry in entries]
        stood.sort(key=lambda item: (near not in item[0].countries, -item[1].score))
        return tuple(stood)

    def candidates(self, chosen: tuple[tuple[Entry, Standing], ...]) -> tuple[Candidate, ...]:
        """The bearers of a name as rival readings."""
        return tuple(candidate(entry, on_day, on_day.score) for entry, on_day in chosen[:5])

    def alike(self, name: str) -> tuple[Entry, ...]:
        """The entries whose spelling is so close that the name is taken for theirs."""
        return self._suggestions.same(name)

    def holder(self, country: str, seat: str, day: int) -> Entry | None:
        """Who surely holds a seat of a state on a day, if the registry knows."""
        for at, number in self.index.holders.get(f"{country}:{seat}", ()):
            entry = self.entries[at]
            phase = entry.phases[number]
            if phase.interval.holds(day) >= LIKELY:
                return entry
        return None

    def suggest(self, name: str) -> tuple[str, ...]:
        """Names of entries that were perhaps meant, best first."""
        return tuple(self.index.spellings[shape][0] for shape in self._suggestions.asked(name))

    def _bearers(self, name: str) -> tuple[tuple[Entry, ...], float, tuple[str, ...]]:
        """Who may be meant, how well the name fits (0..1), and the seats its titles name."""
        if found := self.named(name):
            return found, 1.0, ()
        if organ := self.organs.parse(name):
            return (organ,), 0.95, ()
        bare, seats = self.titles.stripped(name)
        bare = bare.removeprefix("the ").removeprefix("The ")
        if bare != name and (found := self.named(bare)):
            return found, 0.95, seats
        if found := self.persons(bare):
            return found, 0.9, seats
        if found := self._variants.same(name):
            return found, 0.85, ()
        if band := self._bands.parse(name):
            return (band,), 0.85, ()
        if found := self._suggestions.same(bare):
            return found, 0.8, seats
        alone = " " not in bare and key(bare) not in words_of("determiners")
        return (self.of_surname(bare), 0.5, seats) if alone else ((), 0.0, ())


def _shortened(parts: list[str]) -> tuple[str, ...]:
    """The canonical words of a name: all of them, without initials, without particles."""
    solid = [part for part in parts if len(part) > 1]
    bare = [part for part in solid if part not in words_of("particles")]
    return " ".join(parts), " ".join(solid), " ".join(bare)


def candidate(entry: Entry, on_day: Standing, score: float) -> Candidate:
    """An entry as a reading of a name."""
    return Candidate(
        entry=entry.id,
        name=entry.name,
        country=on_day.country,
        sector=on_day.sector,
        office=on_day.office,
        score=round(score, 3),
    )


def _compile(paths: tuple[resources.Source, ...], canonical: Transliteration, target: Path) -> None:
    found = gathering.gather(paths)
    if found.defects:
        raise found.defects[0]
    remarks = tuple(str(remark) for remark in found.remarks)
    target.write_bytes(msgspec.msgpack.encode(build(found.inherited(), canonical, remarks)))
