"""What the data say about stances: cues, operators, carriers."""

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman import resources
from dragoman.resources import Row

AGENTS = ("doer", "speaker", "either")


@dataclass(frozen=True, slots=True)
class Stance:
    """A row of `stances.tsv`."""

    name: str
    negated: str
    agent: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of `cues.tsv` for one way of attachment."""

    stance: str
    negated: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Operator:
    """What a verb or noun makes of a stance below it.

    `bare` ones reach an infinitive or a subjunctive, no finite clause: "insists that it respects".
    """

    outcome: str
    bare: bool


class Cues:
    """The tables behind `stance`, in the form in which they are asked."""

    def __init__(self) -> None:
        self.stances = _stances()
        self.attached: dict[tuple[str, str], Cue] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
        for row in resources.table("instruments/cues.tsv", ("cue", "via", "stance", "force")):
            self._add(row)
        for rows in self.phrases.values():
            rows.sort(key=lambda pair: -len(pair[0]))
        self.operators = self._operators()
        self.carriers = frozenset(
            row["noun"] for row in resources.table("instruments/carriers.tsv", ("noun",))
        )

    def _add(self, row: Row) -> None:
        stance = row.choice("stance", tuple(self.stances))
        negated = row["negated"] or self.stances[stance].negated
        if negated not in self.stances:
            raise row.error(f"negated is {negated!r}; allowed: {', '.join(self.stances)}")
        cue = Cue(stance, negated, row.choice("force", ("strong", "weak")) == "weak")
        ways = row.values("via")
        for lemma in row.values("cue"):
            if not ways:
                parts = tuple(lemma.split())
                self.phrases.setdefault(parts[-1], []).append((parts, cue))
            for way in ways:
                if (lemma, way) in self.attached:
                    raise row.error(f"{lemma!r} by way of {way!r} stands here twice")
                self.attached[lemma, way] = cue

    def _operators(self) -> dict[tuple[str, str], Operator]:
        found = {}
        for row in resources.table("instruments/operators.tsv", ("inner", "outcome", "clause")):
            outcome = row.choice("outcome", tuple(self.stances))
            bare = row.choice("clause", ("any", "bare")) == "bare"
            for inner in row.values("inner"):
                if inner not in self.stances:
                    raise row.error(f"inner is {inner!r}; allowed: {', '.join(self.stances)}")
                for word in row.values("word"):
                    found[word, inner] = Operator(outcome, bare)
        return found

    def phrase(self, last: Token) -> tuple[Cue, Token] | None:
        """The longest phrase that ends at a token, with the token it starts at."""
        for parts, cue in self.phrases.get(last.lower_, ()):
            first = last.i - len(parts) + 1
            if first < 0:
                continue
            tokens = last.doc[first : last.i + 1]
            if all(
                part in (t.lower_, t.lemma_.lower()) for part, t in zip(parts, tokens, strict=True)
            ):
                return cue, tokens[0]
        return None


def _stances() -> dict[str, Stance]:
    found = {}
    for row in resources.table("instruments/stances.tsv", ("stance", "negated", "agent")):
        agent = row.choice("agent", AGENTS)
        found[row["stance"]] = Stance(row["stance"], row["negated"], agent)
    return found
