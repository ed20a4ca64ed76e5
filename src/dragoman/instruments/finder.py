"""Parsed → Citation: names, numbers, articles, back-references; then stance, actor, provisions."""

from collections.abc import Callable
from functools import lru_cache

import msgspec

from dragoman.instruments.articles import Articles
from dragoman.instruments.bearings import Bearings
from dragoman.instruments.cues import Cues
from dragoman.instruments.hit import Hit
from dragoman.instruments.names import NamedInstruments
from dragoman.instruments.numbers import NumberedResolutions
from dragoman.instruments.passages import Passages
from dragoman.instruments.provisions import Provisions
from dragoman.instruments.referring import Referring
from dragoman.instruments.registry import Registry
from dragoman.instruments.speaker import Speakers
from dragoman.instruments.stance import Act, Stances
from dragoman.parsing import Parsed
from dragoman.records import Actor, Bearing, Citation, Claim, Event, Found, Issue

_NAMED = Act("mentions")


class InstrumentFinder:
    """Finds resolutions, treaties and other instruments, and what the speaker does with them."""

    def __init__(self) -> None:
        self._referring = Referring()
        registry = Registry(self._referring.kinds)
        self._names = NamedInstruments(registry)
        self._numbers = NumberedResolutions(registry)
        self._articles = Articles(registry)
        cues = Cues()
        self._stances = Stances(cues)
        self._agents = {name: stance.agent for name, stance in cues.stances.items()}
        self._provisions = Provisions(registry)

    def find(
        self,
        parsed: Parsed,
        actors: tuple[Actor, ...] = (),
        claims: tuple[Claim, ...] = (),
        events: tuple[Event, ...] = (),
    ) -> Found[Citation]:
        """The instruments that the text cites, by start."""
        hits, issues = self._hits(parsed.masked)
        if not hits:
            return Found((), tuple(issues))
        speakers = Speakers(actors, claims)
        passages = Passages(parsed, claims, [hit.start for hit in hits])
        bearings = Bearings(parsed.document.text, claims, events)
        acts = self._acts(parsed, hits)
        # Citations that stand together share their passage.
        touched = lru_cache(maxsize=16)(self._provisions.touched)
        findings = tuple(
            self._citation(
                f"i{number}", hit, acts.get(hit.group, _NAMED), parsed, speakers, passages, touched
            )
            for number, hit in enumerate(hits, start=1)
        )
        return Found(
            tuple(
                msgspec.structs.replace(citation, bearings=self._borne(hit, passages, bearings))
                for citation, hit in zip(findings, hits, strict=True)
            ),
            tuple(issues),
        )

    def _borne(self, hit: Hit, passages: Passages, bearings: Bearings) -> tuple[Bearing, ...]:
        return bearings.of(self._provisions.cited(hit.key, hit.base), passages.extent(hit.start))

    def _acts(self, parsed: Parsed, hits: list[Hit]) -> dict[int, Act]:
        """One act for each list of instruments: "resolutions 242 and 338" share theirs."""
        acts: dict[int, Act] = {}
        for hit in hits:
            span = parsed.span(hit.start, hit.end)
            if span and hit.group not in acts:
                acts[hit.group] = self._stances.judge(span)
        return acts

    def _hits(self, text: str) -> tuple[list[Hit], list[Issue]]:
        numbered, issues = self._numbers.find(text)
        named = _free(self._names.find(text), numbered)
        hits = self._articles.find(text, [*numbered, *named])
        hits += self._referring.find(text, hits)
        return sorted(hits, key=lambda hit: (hit.start, hit.end, hit.key)), issues

    def _citation(
        self,
        id: str,
        hit: Hit,
        act: Act,
        parsed: Parsed,
        speakers: Speakers,
        passages: Passages,
        touched: Callable[[str, str, str], tuple[str, ...]],
    ) -> Citation:
        agent = self._agents[act.stance] if act.token else "speaker"
        agent = "either" if act.modal else agent
        passage = passages.around(hit.start, hit.end)
        return Citation(
            id=id,
            start=hit.start,
            end=hit.end,
            text=parsed.text(hit.start, hit.end),
            symbol=hit.key,
            title=hit.title,
            stance=act.stance,
            actor=speakers.who(agent, act.token or parsed.token_at(hit.start), hit.start, hit.end),
            provisions=touched(hit.key, hit.base, passage),
            inferred=hit.inferred,
        )


def _free(named: list[Hit], numbered: list[Hit]) -> list[Hit]:
    """The named hits that share no character with a numbered one."""
    taken = {at for hit in numbered for at in range(hit.start, hit.end)}
    return [hit for hit in named if taken.isdisjoint(range(hit.start, hit.end))]
