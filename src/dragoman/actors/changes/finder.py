"""Parsed and records → proposals: cues are looked for, then whose office, which one, and when."""

from dataclasses import dataclass, replace

from msgspec import structs

from dragoman.actors.changes.clauses import has_reflexive
from dragoman.actors.changes.cues import Cues, Hit, Slot
from dragoman.actors.changes.dating import Dating, When
from dragoman.actors.changes.holders import appoints, holders, predecessor
from dragoman.actors.changes.homes import Homes
from dragoman.actors.changes.known import home_of, is_known
from dragoman.actors.changes.moods import Moods
from dragoman.actors.changes.naming import Namer, Segment
from dragoman.actors.changes.office import Office, sector_of
from dragoman.actors.changes.offices import OfficePhrases
from dragoman.actors.changes.parts import part
from dragoman.actors.changes.people import People, Person
from dragoman.actors.changes.rules import rules
from dragoman.actors.changes.text import Text
from dragoman.actors.registry import Registry
from dragoman.parsing import Parsed
from dragoman.records import Actor, Claim, Event, Found, PlaceMention, Proposal, Timex
from dragoman.records.proposal import ProposalStatus

_SURE = 0.9
_CLAIMED, _AHEAD, _INFERRED, _PRONOUN, _UNDATED, _UNNAMED = 0.7, 0.8, 0.8, 0.8, 0.9, 0.8
"""What is taken off for each doubt: who says so, whether it is done, what had to be inferred.

Set by hand and ordered by how often each was wrong in the golden cases while they were written;
good for sorting, no probabilities.
"""


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of office with all that was found of it."""

    hit: Hit
    holder: Person
    before: Person | None
    office: Office
    slot: Slot
    status: ProposalStatus
    when: When
    inferred: bool


class ProposalFinder:
    """Finds changes of office that a text states, and what the registry knows of them."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._cues = Cues()
        self._moods = Moods()

    def find(
        self,
        parsed: Parsed,
        times: tuple[Timex, ...] = (),
        places: tuple[PlaceMention, ...] = (),
        actors: tuple[Actor, ...] = (),
        claims: tuple[Claim, ...] = (),
        events: tuple[Event, ...] = (),
    ) -> Found[Proposal]:
        """The proposals of a text in reading order, each change once, best stated."""
        hits = [ways for token in parsed.doc if (ways := list(self._cues.hits(token)))]
        if not hits:
            return Found()
        homes = Homes(parsed, places, actors)
        phrases = OfficePhrases(self._registry, parsed, homes.place)
        published = parsed.document.published
        text = Text(
            parsed=parsed,
            people=People(self._registry, parsed, actors),
            namer=Namer(
                self._registry, parsed, phrases, published.toordinal() if published else None
            ),
            homes=homes,
            dating=Dating(parsed, times, actors),
            claims=claims,
            events=events,
        )
        best: dict[tuple[str, str, str], Proposal] = {}
        for ways in hits:
            for proposal in self._stated(text, ways):
                key = (proposal.entry or proposal.person, proposal.change, proposal.seat)
                best[key] = _joined(best[key], proposal) if key in best else proposal
        found = best.values()
        return Found(tuple(structs.replace(p, id=f"r{n}") for n, p in enumerate(found, 1)))

    def _stated(self, text: Text, ways: list[Hit]) -> list[Proposal]:
        """What the first way to read a word states in which it states anything."""
        mood = self._moods.of(ways[0].head, ways[0].cue.noun)
        if mood is None:
            return []
        for hit in ways:
            if hit.cue.holder == "subject" and has_reflexive(hit.head):
                continue
            changes = [
                change
                for holder, segment in holders(text, hit)
                if (change := self._change(text, hit, holder, segment, mood)) is not None
            ]
            if changes:
                return [self._record(text, change) for change in changes]
        return []

    def _change(
        self, text: Text, hit: Hit, holder: Person, segment: Segment, mood: ProposalStatus
    ) -> _Change | None:
        if not holder.actor.entry and " " not in holder.name:
            return None  # "Raul" could be anybody
        before = predecessor(text, hit)
        if before is not None and before.actor.id == holder.actor.id:
            return None
        named = text.namer.office(hit, holder, before, segment)
        if named is None or (named[1] == "before" and appoints(holder, hit)):
            return None
        office, inferred = self._at_home(text, hit, holder, named[0])
        text.namer.told[holder.actor.id] = office
        # Who is elected speaker takes the chair at once.
        usual = "occurred" if office.seat in rules().at_once else hit.cue.status
        status = _status(text, hit, "announced" if "announced" in {mood, usual} else "occurred")
        if status is None:
            return None
        events = text.events_at(hit.head)
        event = events[0] if events else None
        when = text.dating.of(hit.head, event, done=status == "occurred")
        if text.dating.ahead(when):
            status = "announced"
        elif status == "announced" and not (usual == "occurred" and text.dating.running(when)):
            when = When()  # the day of a vote or an announcement is not that of the change
        return _Change(hit, holder, before, office, named[1], status, when, inferred)

    def _at_home(self, text: Text, hit: Hit, holder: Person, office: Office) -> tuple[Office, bool]:
        """The office with its country, and whether that had to be inferred."""
        if office.country or office.organisation:
            return office, False
        entry = self._registry.entry(holder.actor.entry) if holder.actor.entry else None
        doer = part(hit, "subject") if hit.cue.holder == "object" else None
        span = (doer.left_edge.idx, doer.right_edge.idx + 1) if doer is not None else (0, 0)
        sentence = hit.head.sent
        country = (
            home_of(entry)
            or text.homes.named(*span)
            or text.homes.around(sentence.start_char, sentence.end_char)
        )
        return replace(office, country=None if country == office.host else country), True

    def _record(self, text: Text, change: _Change) -> Proposal:
        hit, holder, office, when = change.hit, change.holder, change.office, change.when
        said = [claim.id for claim in text.claims_on(hit.head) if not claim.narrator]
        events, entry, before = text.events_at(hit.head), holder.actor.entry, change.before
        done = change.status == "occurred"
        known = is_known(self._registry, entry, hit.cue.change, office, when, text.day, done=done)
        return Proposal(
            id="r0",
            person=holder.name,
            actor=holder.actor.id,
            entry=entry,
            change=hit.cue.change,
            office=office.title,
            seat=office.seat,
            organisation=office.organisation,
            country=office.country,
            inferred=change.inferred and office.country is not None,
            sector=sector_of(office),
            predecessor=before.name if before else None,
            predecessor_entry=before.actor.entry if before else None,
            status=change.status,
            day=when.day,
            precision=when.precision,
            basis=when.basis,
            evidence=text.evidence(hit.head),
            claims=tuple(said),
            claimed=bool(said),
            event=events[0].id if events else None,
            known=known,
            confidence=_confidence(change, claimed=bool(said)),
        )


def _status(text: Text, hit: Hit, said: ProposalStatus) -> ProposalStatus | None:
    """The weaker of what the words and the events say; `None` where it is denied or not real."""
    if any(claim.stance == "denies" or claim.negated for claim in text.claims_on(hit.head)):
        return None
    coded = {event.status for event in text.events_at(hit.head)}
    if coded & {"negated", "hypothetical"}:
        return None
    return "announced" if "announced" in coded else said


def _confidence(change: _Change, *, claimed: bool) -> float:
    doubts = (
        (claimed, _CLAIMED),
        (change.status == "announced", _AHEAD),
        (change.inferred, _INFERRED),
        (not change.holder.sure, _PRONOUN),
        (change.when.day is None, _UNDATED),
        (change.slot == "known", _UNNAMED),
    )
    confidence = _SURE
    for doubted, weight in doubts:
        confidence *= weight if doubted else 1.0
    return round(confidence, 3)


def _joined(one: Proposal, other: Proposal) -> Proposal:
    """Two statements of one change: the better one, with the predecessor that either names."""
    best, worse = (other, one) if _worth(other) > _worth(one) else (one, other)
    if best.predecessor or not worse.predecessor:
        return best
    return structs.replace(
        best, predecessor=worse.predecessor, predecessor_entry=worse.predecessor_entry
    )


def _worth(proposal: Proposal) -> tuple[bool, bool, bool, float]:
    """What makes one statement of a change better than another of the same."""
    return (
        proposal.status == "occurred",
        proposal.basis == "text",
        proposal.country is not None,
        proposal.confidence,
    )
