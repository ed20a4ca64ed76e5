"""How well events are coded on own news passages whose every event is written down.

usage: python benchmarks/passages.py [--cases FILE] [--half odd|even] [--errors] [--rules]

Reads tests/cases/event_passages/news.yml through the whole reader. An event that is told as done or
coming counts; one told as negated or hypothetical only where the case lists it. Precision asks of
every such event whether the case lists its type (and both sides), recall of every listed event
whether it was coded. CONSULT and COOPERATE have no direction. Only the odd half is read for errors.
"""

import argparse
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dragoman import resources
from dragoman.documents import document_from_record
from dragoman.events import EventCoder
from dragoman.reader import Reader
from dragoman.records import Event, Reading

CASES = Path(__file__).parents[1] / "tests" / "cases" / "event_passages" / "news.yml"
TOLD = {"occurred", "announced"}
MUTUAL = {"CONSULT", "COOPERATE"}
GRADES = (0.85, 0.7, 0.55, 0.0)


@dataclass(frozen=True)
class Told:
    """An event as it counts here: sides as sets of (country, sector)."""

    type: str
    mode: str | None
    source: frozenset[tuple[str, str]]
    target: frozenset[tuple[str, str]]
    status: str
    confidence: float = 1.0
    nominal: bool = False
    trigger: str = ""

    def sides(self) -> tuple[frozenset[str], frozenset[str]]:
        source = frozenset(country for country, _ in self.source)
        target = frozenset(country for country, _ in self.target)
        if self.type in MUTUAL:
            return source | target, frozenset()
        return source, target

    def same(self, other: "Told") -> bool:
        """Both sides agree: a country in common, or nobody on both."""
        return self.type == other.type and all(
            bool(ours & theirs) or ours == theirs
            for ours, theirs in zip(self.sides(), other.sides(), strict=True)
        )


def listed(case: dict[str, Any]) -> list[Told]:
    def side(names: Iterable[str]) -> frozenset[tuple[str, str]]:
        return frozenset((name.partition(":")[0], name.partition(":")[2]) for name in names)

    return [
        Told(e["type"], e.get("mode"), side(e["source"]), side(e["target"]), e["status"])
        for e in case["events"]
    ]


def coded(reading: Reading) -> list[Told]:
    actors = {actor.id: (actor.country or "?", actor.sector or "") for actor in reading.actors}
    text = reading.document.text
    return [
        Told(
            e.type,
            e.mode,
            frozenset(actors[one] for one in e.source),
            frozenset(actors[one] for one in e.target),
            e.status,
            e.confidence,
            is_nominal(e),
            text[e.trigger.start : e.trigger.end],
        )
        for e in reading.events
    ]


def is_nominal(event: Event) -> bool:
    """Whether the outermost entry of its rule is an event noun: by the line that it names."""
    if event.coder.name != "rules":
        return False
    file, line = event.coder.rule.split(" ")[0].rsplit(":", 1)
    row = next((r for r in resources.table(file, ("form", "kind")) if r.line == int(line)), None)
    return row is not None and row["kind"] == "noun"


def read(
    cases: list[dict[str, Any]], learned: bool
) -> list[tuple[dict[str, Any], list[Told], list[Told]]]:
    documents = []
    for number, case in enumerate(cases):
        record = {"id": str(number), "text": case["text"], "published": str(case["published"])}
        documents.append(document_from_record(record, "cases", number)[0])
    reader = Reader()
    if not learned:
        reader._events = EventCoder(learned=False)  # no public switch
    readings = reader.read_many(documents)
    return [(c, listed(c), coded(r)) for c, r in zip(cases, readings, strict=True)]


def ratio(right: int, of: int) -> float:
    return right / of if of else 0.0


def report(name: str, rows: list[tuple[dict[str, Any], list[Told], list[Told]]]) -> None:
    wanted = [(w, found) for _, want, found in rows for w in want if w.status in TOLD]
    made = [(f, want) for _, want, found in rows for f in found if f.status in TOLD]
    print(f"{name}: {len(rows)} passages, {len(wanted)} events listed, {len(made)} coded")
    for what, same in (("type", lambda a, b: a.type == b.type), ("dyad", Told.same)):
        precision = ratio(sum(any(same(f, w) for w in want) for f, want in made), len(made))
        recall = ratio(sum(any(same(w, f) for f in found) for w, found in wanted), len(wanted))
        mean = 2 * precision * recall / (precision + recall) if precision and recall else 0.0
        print(f"  {what}    P {precision:.3f}  R {recall:.3f}  F1 {mean:.3f}")
    pairs = [(w, f) for _, want, found in rows for w in want if (f := best(w, found))]
    right = sum(w.status == f.status for w, f in pairs)
    print(f"  status  {ratio(right, len(pairs)):.3f} of {len(pairs)} found")
    modes = [(w, f) for w, f in pairs if w.mode]
    moded = sum(w.mode == f.mode for w, f in modes)
    print(f"  mode    {ratio(moded, len(modes)):.3f} of {len(modes)}")
    quiet = [found for _, want, found in rows if not any(w.status in TOLD for w in want)]
    silent = sum(not any(f.status in TOLD for f in found) for found in quiet)
    print(f"  silent where nothing happens  {ratio(silent, len(quiet)):.3f} of {len(quiet)}")


def best(wanted: Told, found: list[Told]) -> Told | None:
    """The coded event of the type: with the same sides and status rather than without."""
    same = [f for f in found if f.type == wanted.type]
    return max(same, key=lambda f: (f.same(wanted), f.status == wanted.status), default=None)


def reliability(rows: list[tuple[dict[str, Any], list[Told], list[Told]]]) -> None:
    print("confidence     events  right type  right type and sides")
    made = [(f, want) for _, want, found in rows for f in found if f.status in TOLD]
    ceiling = 1.01
    for floor in GRADES:
        _row(f"{floor:.2f} and more", [m for m in made if floor <= m[0].confidence < ceiling])
        ceiling = floor
    _row("verbs", [m for m in made if not m[0].nominal])
    _row("nouns", [m for m in made if m[0].nominal])


def _row(name: str, made: list[tuple[Told, list[Told]]]) -> None:
    types = sum(any(f.type == w.type for w in want) for f, want in made)
    sides = sum(any(f.same(w) for w in want) for f, want in made)
    print(
        f"{name:14} {len(made):6}  {ratio(types, len(made)):10.2f}  {ratio(sides, len(made)):10.2f}"
    )


def errors(rows: list[tuple[dict[str, Any], list[Told], list[Told]]]) -> None:
    for case, want, found in rows:
        missed = [w for w in want if w.status in TOLD and not any(w.same(f) for f in found)]
        wrong = [f for f in found if f.status in TOLD and not any(f.same(w) for w in want)]
        status = [w for w in want if (f := best(w, found)) and f.status != w.status]
        if missed or wrong or status:
            print(case["text"])
            for sign, held in (("  -", missed), ("  +", wrong), ("  s", status)):
                for one in held:
                    print(sign, one.type, one.mode, *map(sorted, (one.source, one.target)), end=" ")
                    print(one.status, one.confidence, one.trigger)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--half", choices=("odd", "even"))
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--rules", action="store_true", help="without the learned model")
    args = parser.parse_args()
    rows = read(yaml.safe_load(args.cases.read_text(encoding="utf-8")), not args.rules)
    halves = {"odd": rows[::2], "even": rows[1::2]}
    if args.errors:
        errors(halves[args.half or "odd"])
        return
    for name, held in {"all": rows, **halves}.items():
        if args.half in (None, name):
            report(name, held)
    reliability(rows)


if __name__ == "__main__":
    main()
