"""A sentence with a marked pair → PLOVER types with probabilities, from a small learned model.

Its runtime is imported when the model is first used: most words of this package cost nothing.
"""

from typing import TYPE_CHECKING

from dragoman import lazy
from dragoman.events.model.combine import combine

if TYPE_CHECKING:
    from dragoman.events.model.relate import Relater, Relation, Rules, decide
    from dragoman.events.model.relation_model import Pair, RelationModel, Scores

_HOMES = {
    "Relater": "relate",
    "Relation": "relate",
    "Rules": "relate",
    "decide": "relate",
    "Pair": "relation_model",
    "RelationModel": "relation_model",
    "Scores": "relation_model",
}

__all__ = [
    "Pair",
    "Relater",
    "Relation",
    "RelationModel",
    "Rules",
    "Scores",
    "combine",
    "decide",
]

__getattr__ = lazy.attributes(
    __name__, {name: f"{__name__}.{home}" for name, home in _HOMES.items()}
)
