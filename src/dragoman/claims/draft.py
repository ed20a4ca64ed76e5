"""A claim in the making: tokens and ranges, before records are made of it."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.claims.spans import Range
from dragoman.records import Span


@dataclass(slots=True)
class Draft:
    """Who (`source` range, `speaker` its head), by which cue, says what.

    `antecedent` is the noun that a relative pronoun as source stands for. `quoted` holds character
    spans of direct speech, `content` token ranges of everything else.
    """

    cue: Token
    stance: str
    cue_range: Range
    content: list[Range] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)
    source: Range | None = None
    speaker: Token | None = None
    antecedent: Token | None = None
    audience: Range | None = None
    medium: Range | None = None
    negated: bool = False
    narrator: bool = False
    frame: str = ""
