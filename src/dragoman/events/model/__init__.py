"""A sentence with a marked pair → PLOVER types with probabilities, from a small learned model.

Nothing here is imported by `dragoman.events`: onnxruntime is paid for by those who use it.
"""

from dragoman.events.model.combine import combine
from dragoman.events.model.relate import Relater, Relation, Rules, decide
from dragoman.events.model.relation_model import Pair, RelationModel, Scores

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
