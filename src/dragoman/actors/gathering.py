"""Tables → entries. Each defect is a `DataError` with file and line; none stops the rest."""

from pathlib import Path

from dragoman import resources
from dragoman.actors import days
from dragoman.actors.drafts import Draft, Gathered, add_names
from dragoman.actors.entries import Phase
from dragoman.actors.overlays import lay_over
from dragoman.actors.sources import is_dictionary, rows
from dragoman.actors.spelling import key
from dragoman.actors.vocabulary import Vocabulary, vocabulary
from dragoman.errors import DataError


def gather(paths: tuple[resources.Source, ...]) -> Gathered:
    """The entries of tables, read in the order given; own files (paths) replace ours."""
    found = Gathered()
    for path in paths:
        replaced: set[str] = set()
        try:
            if is_dictionary(path):
                lay_over(path, found)
                continue
            for row in rows(path):
                _take(row, path, found, replaced)
        except DataError as error:
            found.defects.append(error)
    return found


def _take(row: resources.Row, path: resources.Source, found: Gathered, seen: set[str]) -> None:
    own = not isinstance(path, str)
    home = Path(str(path)).stem.upper()
    try:
        if "person" in row.cells:
            _term(row, home if len(home) == 3 else "", found, own, seen)
        else:
            in_country = Path(str(path)).parent.name == "countries"
            _entry(row, home if in_country else "", found, own, seen)
    except DataError as error:
        found.defects.append(error)
    except ValueError as error:
        found.defects.append(row.error(str(error)))


def _entry(row: resources.Row, home: str, found: Gathered, own: bool, seen: set[str]) -> None:
    known = vocabulary()
    draft = found.drafts.get(row["id"])
    if draft is None or (own and row["id"] not in seen):
        for column in ("id", "name"):
            if not row[column]:
                raise row.error(f"{column} is empty")
        draft = Draft(row["id"], row["name"].rstrip("*"), row["kind"], row, own)
    elif draft.row.file != row.file:
        place = f"{draft.row.file}:{draft.row.line}"
        raise row.error(f"id {row['id']!r} is taken by {place}")
    named = (
        row.choice("kind", tuple(known.kinds)) if row["kind"] or draft.row is row else draft.kind
    )
    kind = known.kinds[named]
    codes = row.values("country") or ((home or kind.country,) if home or kind.country else ())
    phase = _phase(row, codes, row["sector"] or kind.sector, known)
    seen.add(row["id"])
    found.drafts[row["id"]] = draft
    draft.parent = draft.parent or row["parent"]
    draft.wikidata = draft.wikidata or row["wikidata"]
    add_names(draft.names, (row["name"], *row.values("aliases")))
    add_names(draft.demonyms, row.values("demonyms"))
    add_names(draft.metonyms, row.values("metonyms"))
    draft.phases.append(phase)


def _term(row: resources.Row, home: str, found: Gathered, own: bool, seen: set[str]) -> None:
    known = vocabulary()
    codes = row.values("country") or ((home,) if home else ())
    if not row["person"]:
        raise row.error("person is empty")
    if not codes:
        raise row.error("no country: the column is needed in a file that no state names")
    seats = row.values("seat")
    for seat in seats:
        if seat not in known.seats:
            raise row.error(f"seat is {seat!r}; allowed: {', '.join(known.seats)}")
    if not (seats or row["sector"] or row["organisation"]):
        raise row.error("needs a seat, an organisation or a sector")
    ranked = sorted((known.seats[seat] for seat in seats), key=lambda seat: seat.rank)
    sector = row["sector"] or next((seat.sector for seat in ranked if seat.sector), "")
    if not sector and not row["organisation"]:
        sector = next((seat.state for seat in ranked if seat.state), "")
    phase = _phase(row, codes, sector, known, ranked[0].rank if ranked else 20)
    name = row["person"].rstrip("*")
    ident = row["id"] or f"{(home or codes[0]).lower()}-{key(name).replace(' ', '-')}"
    draft = found.drafts.get(ident)
    if draft is None or (own and ident not in seen):
        draft = found.drafts[ident] = Draft(ident, name, "person", row, own)
    if draft.kind != "person":
        raise row.error(f"id {ident!r} is no person but a {draft.kind}")
    seen.add(ident)
    draft.wikidata = draft.wikidata or row["wikidata"]
    add_names(draft.names, (row["person"], *row.values("aliases")))
    draft.phases.append(phase)


def _phase(
    row: resources.Row, codes: tuple[str, ...], sector: str, known: Vocabulary, rank: int = 50
) -> Phase:
    for code in (sector, *row.values("secondary")):
        if code and code not in known.sectors:
            raise row.error(f"sector is {code!r}; allowed: {', '.join(sorted(known.sectors))}")
    for code in codes:
        if not (len(code) == 3 and code.isupper()):
            raise row.error(f"country is {code!r}; allowed: ISO 3166 alpha-3 or codes.tsv")
    return Phase(
        interval=days.interval(row["from"], row["to"]),
        countries=codes,
        sector=sector,
        secondary=row.values("secondary"),
        office=row["office"],
        seats=row.values("seat"),
        organisation=row["organisation"],
        rank=rank,
        note=row["note"],
        file=row.file,
        line=row.line,
    )
