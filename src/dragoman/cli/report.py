"""A reading as a page for people: the text with marks, then who did what to whom."""

import sys
from collections.abc import Iterator
from itertools import zip_longest

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from dragoman.cli.wording import Wording
from dragoman.records import Claim, Event, Reading

_QUAD_STYLE = {1: "green", 2: "bold green", 3: "yellow", 4: "bold red"}
_STATUS_STYLE = {"occurred": "", "announced": "cyan", "hypothetical": "magenta", "negated": "dim"}
_LONGEST_QUOTE = 160
_PLAIN_WIDTH = 100


def show(reading: Reading, *, why: bool = False, by_speaker: bool = False) -> None:
    """Prints the reading on standard output: in colour and to the width of a terminal, else plain.

    `by_speaker` groups what is said by who says it, `why` adds to each event what decided it.
    """
    console = Console(highlight=False)
    if console.is_terminal:
        _print(console, reading, why, by_speaker)
        return
    plain = Console(highlight=False, width=_PLAIN_WIDTH)
    with plain.capture() as capture:
        _print(plain, reading, why, by_speaker)
    # Rich fills lines with blanks up to the width, which a file or a pipe does not want.
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()))


def _print(console: Console, reading: Reading, why: bool, by_speaker: bool) -> None:
    page = _Page(reading)
    console.print(page.head())
    console.print(Padding(page.marked_text(), (1, 0), expand=False))
    for title, body in page.sections(why=why, by_speaker=by_speaker):
        console.print(Rule(Text(title, "bold"), align="left", characters="─", style="dim"))
        console.print(Padding(body, (0, 0, 1, 0), expand=False))
    if not reading.events:
        console.print("No event found: nobody does anything to anybody in what was read.")


class _Page:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.say = Wording(reading)

    def head(self) -> Text:
        document = self.reading.document
        day = document.published.isoformat() if document.published else "unknown"
        facts = [document.source or document.url or self.reading.id, f"published {day}"]
        if document.published:
            facts[-1] += f" ({document.published_basis})"
        head = Text(f"{document.title}\n" if document.title else "", "bold")
        return head.append(" · ".join(facts), "dim")

    def marked_text(self) -> Text:
        """The text, each trigger followed by its event's number, furniture cut to a word."""
        page = Text()
        at = 0
        for span in sorted(self.reading.furniture, key=lambda span: span.start):
            page.append_text(self._marked(at, span.start))
            page.append(f"[{span.kind}]", "dim")
            at = max(at, span.end)
        page.append_text(self._marked(at, len(self.text)))
        return page

    def _marked(self, start: int, end: int) -> Text:
        piece = Text(self.text[start:end])
        inside = [e for e in self.reading.events if start <= e.trigger.start < e.trigger.end <= end]
        for event in inside:
            style = f"underline {_QUAD_STYLE.get(event.quad or 0, '')}"
            piece.stylize(style, event.trigger.start - start, event.trigger.end - start)
        ends = sorted({event.trigger.end - start for event in inside})
        marked = Text()
        for part, stop in zip_longest(piece.divide(ends), ends):
            marked.append_text(part)
            names = [f"[{event.id}]" for event in inside if event.trigger.end - start == stop]
            marked.append("".join(names), "bold cyan")
        return marked

    def sections(self, *, why: bool, by_speaker: bool) -> Iterator[tuple[str, RenderableType]]:
        reading = self.reading
        if reading.events:
            events = [self._event(event, why) for event in reading.events]
            yield "Who did what to whom", Group(*events)
        if reading.claims:
            yield "Who says what", self._claims(by_speaker)
        if reading.instruments:
            yield "Instruments", Group(*(Text(line) for line in self.say.instruments()))
        if proposed := list(self.say.proposals()):
            yield "Proposed changes of office", Group(*(Text(line) for line in proposed))
        if reading.furniture:
            yield "Left out as furniture", Text(self.say.furniture(), "dim")
        if reading.issues:
            yield "Issues", Group(*(Text(f"{i.code}: {i.message}") for i in reading.issues))

    def _event(self, event: Event, why: bool) -> RenderableType:
        line = Text(f"{event.id:<4}", "bold cyan")
        line.append(event.type, _QUAD_STYLE.get(event.quad or 0, "bold"))
        line.append(f" {event.mode}" if event.mode else "")
        line.append(f"  {event.status}", _STATUS_STYLE[event.status])
        line.append(f"  {self.say.when(event)}")
        line.append(self.say.where(event))
        details = [self.say.parties(event), self.say.magnitudes(event), self.say.grounds(event)]
        if why:
            details += self.say.reasons(event)
        body = Group(
            *(Padding(Text(detail), (0, 0, 0, 4), expand=False) for detail in details if detail)
        )
        return Group(line, body)

    def _claims(self, by_speaker: bool) -> RenderableType:
        rows: dict[str, list[Claim]] = {}
        for claim in self.reading.claims:
            key = self.say.speaker(claim) if by_speaker else claim.id
            rows.setdefault(key, []).append(claim)
        if by_speaker:
            blocks = [self._speaker_block(name, claims) for name, claims in rows.items()]
            return Group(*blocks)
        return Group(*(Text(self.say.claim(c, _LONGEST_QUOTE)) for c in self.reading.claims))

    def _speaker_block(self, name: str, claims: list[Claim]) -> RenderableType:
        lines = [Text(self.say.content(claim, _LONGEST_QUOTE)) for claim in claims]
        return Group(
            Text(name, "bold"), *(Padding(line, (0, 0, 0, 4), expand=False) for line in lines)
        )
