"""The rules of `patterns.tsv` found in a scanned text: the longest at each place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.resources import Row, table
from dragoman.times.answers import Operation
from dragoman.times.patterns import Alphabet, Pattern, PatternError, compiled, expanded, words
from dragoman.times.scan import Scan

PATTERNS = "times/patterns.tsv"
MACROS = "times/macros.tsv"
TYPES = ("DATE", "TIME", "DURATION", "SET")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the grammar: what it matches and the operation that gives the value."""

    name: str
    type: str
    pattern: Pattern
    operation: Operation
    options: Mapping[str, str]
    order: int


@dataclass(frozen=True, slots=True)
class Match:
    """A rule and the tokens `first` to `last` (exclusive) that it takes, with its slots."""

    first: int
    last: int
    rule: Rule
    slots: Mapping[str, str]


def literals() -> list[str]:
    """Every literal word of the patterns and macros."""
    rows = [*table(PATTERNS, required=("pattern",)), *table(MACROS, required=("pattern",))]
    return [word for row in rows for word in words(row["pattern"])]


def load(alphabet: Alphabet, operations: Mapping[str, Operation]) -> tuple[Rule, ...]:
    """The rules in the order of the file. Raises `DataError` for a row that cannot be used."""
    macros = {row["name"]: row["pattern"] for row in table(MACROS, required=("name", "pattern"))}
    rows = table(PATTERNS, required=("name", "pattern", "type", "operation", "with", "example"))
    return tuple(_rule(row, n, alphabet, macros, operations) for n, row in enumerate(rows))


def _rule(
    row: Row,
    order: int,
    alphabet: Alphabet,
    macros: Mapping[str, str],
    operations: Mapping[str, Operation],
) -> Rule:
    try:
        pattern = compiled(expanded(row["pattern"], macros), alphabet)
    except PatternError as error:
        raise row.error(f"pattern: {error}") from None
    operation = operations[row.choice("operation", tuple(operations))]
    pairs = [pair.partition("=") for pair in row["with"].split()]
    if any(not (name and value) for name, _, value in pairs):
        raise row.error("with is not a list of name=value")
    options = {name: value for name, _, value in pairs}
    return Rule(row["name"], row.choice("type", TYPES), pattern, operation, options, order)


class Grammar:
    """The rules, indexed by the characters that they can begin with."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._by_start: dict[str, list[Rule]] = {}
        for rule in rules:
            for letter in sorted(rule.pattern.starts):
                self._by_start.setdefault(letter, []).append(rule)

    def matches(self, scan: Scan) -> list[Match]:
        """The matches by place: at each place the longest, then the rule that stands first."""
        found = sorted(self._all(scan), key=lambda m: (m.first, -m.last, m.rule.order))
        chosen: list[Match] = []
        for match in found:
            if not chosen or match.first >= chosen[-1].last:
                chosen.append(match)
        return chosen

    def _all(self, scan: Scan) -> Iterator[Match]:
        for at, letter in enumerate(scan.letters):
            for rule in self._by_start.get(letter, ()):
                if match := rule.pattern.regex.match(scan.letters, at):
                    slots = {
                        slot: scan.tokens[match.start(group)].classes[name]
                        for group, (slot, name) in rule.pattern.slots.items()
                        if match.start(group) >= 0
                    }
                    first, last = match.span("extent")
                    yield Match(first, last, rule, slots)
