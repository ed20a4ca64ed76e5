"""A reading in words: parties, dates, places, grounds."""

from collections import Counter
from collections.abc import Iterator

from dragoman.records import Claim, Event, Reading, Span


class Wording:
    """Puts the parts of one reading into plain English, citing the words of the text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._actors = {actor.id: actor for actor in reading.actors}
        self._claims = {claim.id: claim for claim in reading.claims}
        self._places = {place.id: place for place in reading.places}

    def words(self, span: Span, longest: int = 80) -> str:
        """The words of a span on one line, cut with an ellipsis."""
        words = " ".join(self._text[span.start : span.end].split())
        return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"

    def actor(self, key: str) -> str:
        """`Tehran (IRN GOV)`: the name and what the registry makes of it."""
        actor = self._actors.get(key)
        if actor is None:
            return key
        codes = " ".join(code for code in (actor.country, actor.sector) if code)
        return f"{actor.name} ({codes})" if codes else actor.name

    def when(self, event: Event) -> str:
        """The date with what it rests on, `date unknown` without one."""
        if not event.date:
            return "date unknown"
        return event.date + (" (day of publication)" if event.date_basis == "published" else "")

    def where(self, event: Event) -> str:
        """`  Damascus, SYR`, empty without a place."""
        place = self._places.get(event.place or "")
        if place is None:
            return ""
        return f"  {place.name}, {place.country}" if place.country else f"  {place.name}"

    def parties(self, event: Event) -> str:
        """`A and B → C`."""
        left = " and ".join(self.actor(key) for key in event.source) or "nobody named"
        right = " and ".join(self.actor(key) for key in event.target)
        return f"{left} → {right}" if right else left

    def magnitudes(self, event: Event) -> str:
        """`killed: at least 6 people`, joined by commas."""
        said = []
        for what, size in event.magnitudes.items():
            bound = "" if size.bound == "exact" else f"{size.bound} "
            upper = f" to {size.upper:,.10g}" if size.upper else ""
            said.append(f"{what}: {bound}{size.value:,.10g}{upper} {size.unit}")
        return ", ".join(said)

    def grounds(self, event: Event) -> str:
        """According to whom, with the words that were coded and their hedges."""
        claims = [self._claims[key] for key in event.claims if key in self._claims]
        voices = " and ".join(dict.fromkeys(self.voice(claim) for claim in claims))
        said = f"“{self.words(event.trigger)}”, according to {voices or 'the report itself'}"
        hedges = ", ".join(dict.fromkeys(f"“{hedge.text}”" for hedge in event.hedges))
        return f"{said}; hedged: {hedges}" if hedges else said

    def voice(self, claim: Claim) -> str:
        """The speaker, with medium where the text gives it."""
        medium = f" ({self.words(claim.medium)})" if claim.medium else ""
        return self.speaker(claim) + medium

    def speaker(self, claim: Claim) -> str:
        """Who makes the claim."""
        if claim.actor:
            return self.actor(claim.actor)
        if claim.source:
            return self.words(claim.source)
        return "the report itself" if claim.narrator else "somebody not named"

    def content(self, claim: Claim, longest: int) -> str:
        """`denies: “…”` with the claim's id in front."""
        said = " … ".join(self.words(span, longest) for span in claim.content)
        negated = "does not say: " if claim.negated else ""
        hedges = f"  [hedged: {', '.join(h.text for h in claim.hedges)}]" if claim.hedges else ""
        return f"{claim.id:<4}{claim.stance}: {negated}{said}{hedges}"

    def claim(self, claim: Claim, longest: int) -> str:
        """The speaker and what is said."""
        key, _, rest = self.content(claim, longest).partition(" ")
        return f"{key:<4}{self.voice(claim)} {rest.strip()}"

    def instruments(self) -> Iterator[str]:
        """A line per citation."""
        for citation in self._reading.instruments:
            who = f"{self.actor(citation.actor)} {citation.stance}" if citation.actor else "cited"
            title = f": {citation.title}" if citation.title else ""
            yield f"{citation.id:<4}{citation.symbol or citation.text}{title} ({who})"

    def proposals(self) -> Iterator[str]:
        """A line for each change of office that the registry does not have yet."""
        for proposal in self._reading.proposals:
            if proposal.known:
                continue
            body = proposal.organisation or proposal.country
            where = f", {body}" if body else ""
            when = f" on {proposal.day}" if proposal.day else ""
            when += " (day of publication)" if proposal.basis == "published" else ""
            done = f" ({proposal.status})" if proposal.status != "occurred" else ""
            after = f", follows {proposal.predecessor}" if proposal.predecessor else ""
            said = self.words(Span(start=proposal.evidence.start, end=proposal.evidence.end))
            what = f"{proposal.person} {proposal.change}: {proposal.office}{where}"
            yield f"{proposal.id:<4}{what}{when}{done}{after}: “{said}”"

    def furniture(self) -> str:
        """How many spans of which kind."""
        kinds = Counter(span.kind for span in self._reading.furniture)
        return ", ".join(f"{kind} ×{count}" for kind, count in sorted(kinds.items()))

    def reasons(self, event: Event) -> Iterator[str]:
        """Why the event was coded so, and what it beat."""
        coder = event.coder
        yield f"why: {coder.rule} ({coder.name} {coder.version}), confidence {event.confidence:.2f}"
        for other in event.alternatives:
            yield f"     instead of {other.type} ({other.score:.2f}, {other.rule})"
