"""A marked pair in a sentence → the probability of each PLOVER type."""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Self

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from dragoman import resources
from dragoman.events.model.encoding import Encoded, encode
from dragoman.events.model.settings import SCHEMES, Scheme, Settings
from dragoman.records import Span

WEIGHTS = "model/relation.onnx"
TOKENIZER = "model/relation.tokenizer.json"

Scores = dict[str, float]
Pair = tuple[str, Span, Span]


class RelationModel:
    """A small transformer, int8, on one thread. Same input, same scores, alone or among others.

    Sentences run one by one: on a single core that is as fast as in batches, and dynamic
    quantisation, which scales by what else is in the batch, could otherwise change a score.
    The weights are opened when the first sentence is scored.
    """

    def __init__(self, settings: Settings, tokenizer: Tokenizer) -> None:
        self._settings = settings
        self._tokenizer = tokenizer

    @classmethod
    def load(cls) -> Self:
        """The model that comes with the package."""
        tokenizer = Tokenizer.from_str(resources.blob(TOKENIZER).decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return cls(Settings.load(), tokenizer)

    @property
    def threshold(self) -> float:
        """The probability below which the best type is not to be trusted, in 0..1."""
        return self._settings.threshold

    @cached_property
    def version(self) -> str:
        """The first 12 digits of the SHA-256 of the weights."""
        return hashlib.sha256(resources.blob(WEIGHTS)).hexdigest()[:12]

    def scores(self, pairs: Sequence[Pair], scheme: Scheme = "plover") -> list[Scores]:
        """For each (text, source, target) the calibrated probability of each type and of `NONE`.

        `scheme` says where the cases go on which the ontologies differ (`model/relation.toml`).
        The probabilities of a pair sum to 1. Raises `UsageError` when a span is empty or reaches
        outside its text.
        """
        names = self._settings.read_as(scheme)
        return [_summed(self._shares(encode(self._tokenizer, *pair)), names) for pair in pairs]

    def both_scores(self, pair: Pair) -> tuple[Scores, Scores]:
        """The probabilities by the manual and by the crosswalk, of one pair, read once.

        Raises `UsageError` when a span is empty or reaches outside its text.
        """
        shares = self._shares(encode(self._tokenizer, *pair))
        manual, crosswalk = (self._settings.read_as(scheme) for scheme in SCHEMES)
        return _summed(shares, manual), _summed(shares, crosswalk)

    def best(self, scores: Scores) -> str | None:
        """The best type, or None where that is `NONE` or below the threshold."""
        name = max(scores, key=scores.__getitem__)
        return None if name == "NONE" or scores[name] < self.threshold else name

    def _shares(self, encoded: Encoded) -> list[float]:
        feeds = {
            "ids": np.array([encoded.ids], dtype=np.int64),
            "source": np.array([encoded.source], dtype=np.int64),
            "target": np.array([encoded.target], dtype=np.int64),
        }
        logits: Any = self._session.run(["logits"], feeds)[0][0]
        scaled = logits.astype(np.float64) / self._settings.temperature
        raised = np.exp(scaled - scaled.max())
        return [float(share) for share in raised / raised.sum()]

    @cached_property
    def _session(self) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        weights = resources.blob(WEIGHTS)
        return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])


def _summed(shares: Sequence[float], names: Sequence[str]) -> Scores:
    found = dict.fromkeys(names, 0.0)
    for name, share in zip(names, shares, strict=True):
        found[name] += share
    return found
