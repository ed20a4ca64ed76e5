"""What relation a sentence states between two marked actors."""

from collections.abc import Mapping
from typing import Protocol

import msgspec

from dragoman.events.model.combine import NONE, combine
from dragoman.events.model.relation_model import RelationModel
from dragoman.events.model.settings import Scheme
from dragoman.records import Span

YIELD = ("CONCEDE", "RETREAT")
"""Two types that were one, told apart by whether the deed is done: taken together in a contest."""


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """The best PLOVER type of a pair, and the share of each type (they sum to 1)."""

    type: str
    scores: dict[str, float]


class Rules(Protocol):
    """The rule coder's opinion on a pair."""

    def __call__(self, text: str, source: Span, target: Span) -> Mapping[str, float]:
        """Non-negative scores for the types that a rule finds; empty where the rules are silent."""


class Relater:
    """Chooses a type for a marked pair, by the model and, where given, the rules.

    Relations are asked for by root, as in CAMEO and the data sets that descend from it; `scheme`
    `plover` gives the types of the manual, which is what events are coded in.
    """

    def __init__(
        self, model: RelationModel, rules: Rules | None = None, scheme: Scheme = "cameo"
    ) -> None:
        self._model = model
        self._rules = rules
        self._scheme: Scheme = scheme

    def relate(self, text: str, source: Span, target: Span) -> Relation:
        """The best type; a pair always gets one, however faint: read `scores` for how firm it is.

        Raises `UsageError` when a span is empty or reaches outside the text.
        """
        scores = self._model.scores([(text, source, target)], self._scheme)[0]
        if self._rules is not None:
            scores = combine(self._rules(text, source, target), scores)
        return decide(scores)


def decide(scores: Mapping[str, float]) -> Relation:
    """The best type other than `NONE`, whose share the other types inherit."""
    types = {name: share for name, share in scores.items() if name != NONE}
    total = sum(types.values()) or 1.0
    shares = {name: share / total for name, share in types.items()}
    contest = dict(shares)
    winner = max(YIELD, key=lambda name: shares.get(name, 0.0))
    contest[winner] = sum(shares.get(name, 0.0) for name in YIELD)
    return Relation(type=max(contest, key=contest.__getitem__), scores=shares)
