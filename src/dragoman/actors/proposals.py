"""Reading → proposed registry rows: offices left, taken and seized, with their evidence.

A pure function over records. It proposes, it changes nothing: a person accepts or rejects.
"""

from collections.abc import Iterator

import msgspec

from dragoman import resources
from dragoman.records import Actor, Reading, Span


class Proposal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A change of office that a report states.

    `change` is `ends` or `begins`; `day` the first day on which it holds (ISO 8601, as precise as
    is known), `entry` the registry entry if there is one, `evidence` the sentence; `claimed` tells
    that it rests on what somebody says. `confidence` is in 0..1.
    """

    person: str
    change: str
    office: str | None = None
    country: str | None = None
    entry: str | None = None
    day: str | None = None
    evidence: Span
    text: str
    claimed: bool = False
    confidence: float = 0.5

    def row(self) -> str:
        """The proposal as a row of `offices/`, tab-separated: person, office, from, to, note."""
        begins = self.change == "begins"
        when = self.day or "?"
        bounds = (when, "") if begins else ("?", when)
        note = f"proposed: {' '.join(self.text.split())[:120]}"
        return "\t".join((self.person, self.office or "?", *bounds, self.country or "?", note))


def proposed(reading: Reading) -> tuple[Proposal, ...]:
    """The changes of office in a reading, in reading order, each once."""
    found = {(p.person, p.change, p.day): p for p in reversed(list(_all(reading)))}
    return tuple(sorted(found.values(), key=lambda p: (p.evidence.start, p.person)))


def cues() -> dict[str, tuple[str, str]]:
    """Words of `office_changes.tsv`: change and role (`subject` or `object`) by trigger."""
    rows = resources.table("actors/office_changes.tsv", ("words", "change", "who"))
    return {
        words: (row.choice("change", ("ends", "begins")), row.choice("who", ("source", "target")))
        for row in rows
        for words in row.values("words")
    }


def _all(reading: Reading) -> Iterator[Proposal]:
    actors = {actor.id: actor for actor in reading.actors}
    text = reading.document.text
    known = cues()
    for event in reading.events:
        trigger = " ".join(text[event.trigger.start : event.trigger.end].lower().split())
        matched = next((known[words] for words in known if trigger.startswith(words)), None)
        if matched is None or event.status != "occurred":
            continue
        change, who = matched
        for ident in event.source if who == "source" else event.target:
            actor = actors.get(ident)
            if actor and actor.kind == "person":
                yield Proposal(
                    person=actor.name,
                    change=change,
                    office=_office(actor),
                    country=actor.country,
                    entry=actor.entry,
                    day=event.date,
                    evidence=event.sentence,
                    text=text[event.sentence.start : event.sentence.end],
                    claimed=bool(event.claims),
                    confidence=round(event.confidence * (0.7 if event.claims else 1.0), 3),
                )


def _office(actor: Actor) -> str | None:
    return actor.office.removeprefix("former ") if actor.office else None
