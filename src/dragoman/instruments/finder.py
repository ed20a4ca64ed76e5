"""Parsed → Citation: names, numbers, articles, back-references; then stance, actor, provisions."""

from spacy.tokens import Span

from dragoman.instruments.articles import Articles
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
from dragoman.records import Actor, Citation, Claim, Found, Issue


class InstrumentFinder:
    """Finds resolutions, treaties and other instruments, and what the speaker does with them."""

    def __init__(self) -> None:
        self._referring = Referring()
        registry = Registry(self._referring.kinds)
        self._names = NamedInstruments(registry)
        self._numbers = NumberedResolutions(registry)
        self._articles = Articles(registry)
        self._cues = Cues()
        self._stances = Stances(self._cues)
        self._provisions = Provisions(registry)

    def find(
        self,
        parsed: Parsed,
        actors: tuple[Actor, ...] = (),
        claims: tuple[Claim, ...] = (),
    ) -> Found[Citation]:
        """The instruments that the text cites, by start."""
        hits, issues = self._hits(parsed.doc.text)
        if not hits:
            return Found((), tuple(issues))
        speakers = Speakers(actors, claims)
        passages = Passages(parsed, claims, [(hit.start, hit.key) for hit in hits])
        findings = tuple(
            self._citation(f"i{number}", hit, parsed, speakers, passages)
            for number, hit in enumerate(hits, start=1)
        )
        return Found(findings, tuple(issues))

    def _hits(self, text: str) -> tuple[list[Hit], list[Issue]]:
        numbered, issues = self._numbers.find(text)
        named = [hit for hit in self._names.find(text) if not _taken(hit, numbered)]
        hits = self._articles.find(text, [*numbered, *named])
        hits += self._referring.find(text, hits)
        return sorted(hits, key=lambda hit: (hit.start, hit.end, hit.key)), issues

    def _citation(
        self, id: str, hit: Hit, parsed: Parsed, speakers: Speakers, passages: Passages
    ) -> Citation:
        span = parsed.doc.char_span(hit.start, hit.end, alignment_mode="expand")
        act = self._stances.judge(span) if span else Act("mentions")
        return Citation(
            id=id,
            start=hit.start,
            end=hit.end,
            text=parsed.text(hit.start, hit.end),
            symbol=hit.key,
            title=hit.title,
            stance=act.stance,
            actor=self._actor(act, span, hit, speakers),
            provisions=self._provisions.touched(
                hit.key, hit.base, passages.around(hit.start, hit.end)
            ),
            inferred=hit.inferred,
        )

    def _actor(self, act: Act, span: Span | None, hit: Hit, speakers: Speakers) -> str | None:
        if span is None:
            return None
        agent = self._cues.stances[act.stance].agent
        return speakers.who(agent, act.token, span.root, hit.start, hit.end)


def _taken(hit: Hit, others: list[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)
