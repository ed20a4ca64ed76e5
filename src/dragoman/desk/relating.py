"""What relation a sentence states between two marked parties, by the rules and the model."""

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from dragoman.desk.answering import Record, answer
from dragoman.desk.tally import Tally
from dragoman.documents import Failure
from dragoman.errors import DocumentError, UsageError
from dragoman.events import EventCoder
from dragoman.events.model import Relation, RelationModel, combine, decide
from dragoman.events.relating import Relater
from dragoman.parsing import DEFAULT_MODEL, Parser
from dragoman.records import Document, Span


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """The best PLOVER type of a pair, and the share of each type (they sum to 1)."""

    id: str
    type: str
    scores: dict[str, float]


class Relations:
    """Relates pairs. Building one loads the parser, the lexicon and the relation model."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._parser = Parser(model)
        self._rules = Relater(EventCoder())
        self._model = RelationModel.load()

    def relate(self, text: str, sources: Sequence[Span], targets: Sequence[Span]) -> Relation:
        """The relation between two parties, each marked by one or more spans of the text.

        Raises `UsageError` when a span is empty or reaches outside the text.
        """
        parsed = self._parser.parse(Document(id="pair", text=text))
        learned = self._model.scores([(text, sources[0], targets[0])], "cameo")[0]
        return decide(combine(self._rules.scores(parsed, sources, targets), learned))


def relate(
    text: str,
    source: tuple[int, int],
    target: tuple[int, int],
    *,
    relations: Relations | None = None,
) -> Relation:
    """The relation that a sentence states between two marked stretches, `(start, end)` each.

    Keep a `Relations` to relate many. Raises `UsageError` for stretches outside the text.
    """
    first, second = (Span(start=start, end=end) for start, end in (source, target))
    return (relations or Relations()).relate(text, [first], [second])


def relate_many(
    source: str,
    target: Path,
    relations: Relations,
    *,
    fresh: bool = False,
    report: Callable[[Failure], None],
    advance: Callable[[int], None] = lambda count: None,
    tally: Tally | None = None,
) -> Tally:
    """Relates each record `{"id", "text", "source", "target", "sources"?, "targets"?}`, resumable.

    `source` and `target` are spans; `sources` and `targets`, where given, are all of them.
    """

    def work(record: Record) -> Related:
        text = record.get("text")
        if not isinstance(text, str) or not text.strip():
            raise DocumentError(f"text is {text!r:.60}; allowed: a sentence")
        try:
            relation = relations.relate(
                text, _spans(record, "source", text), _spans(record, "target", text)
            )
        except UsageError as error:
            raise DocumentError(str(error)) from None
        return Related(id=record["id"], type=relation.type, scores=relation.scores)

    return answer(source, target, work, fresh=fresh, report=report, advance=advance, tally=tally)


def _spans(record: Record, side: str, text: str) -> list[Span]:
    given = record.get(f"{side}s") or [record.get(side)]
    try:
        spans = msgspec.convert(given, list[Span])
    except msgspec.ValidationError as error:
        raise DocumentError(f"{side}: {error}; allowed: {{start, end}}") from None
    for span in spans:
        if not 0 <= span.start < span.end <= len(text):
            where = f"{side} is {span.start} to {span.end}"
            raise DocumentError(f"{where}; allowed: 0 <= start < end <= {len(text)}")
    return spans
