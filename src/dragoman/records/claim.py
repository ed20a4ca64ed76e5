"""Who said what, in which words, and how firmly."""

from typing import Literal

import msgspec

from dragoman.records.fields import stated
from dragoman.records.span import Span

Form = Literal["direct", "indirect", "mixed"]


class Hedge(msgspec.Struct, frozen=True, kw_only=True):
    """Words that weaken a claim ("allegedly"), with the kind that `data/cues/hedges.tsv` gives."""

    start: int
    end: int
    text: str
    kind: str


class Claim(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An attribution: a source, the cue that attributes, and what is attributed.

    `source` is the span of the speaker's mention, absent where the text names none; `actor` the
    id of the actor it resolves to; `narrator` is true where the report itself speaks. `stance` is
    a value of `data/cues/stances.tsv` (`states`, `denies`, `demands` …); `firmness` is in 0..1 on
    the scale of `docs/claims.md`. `medium` is how it was said ("in a release"), `audience` to
    whom, both in the words of the text. `within` is the id of the claim that reports this one
    (state television quoted the army as saying). `negated` marks "did not say".
    """

    id: str
    source: Span | None = None
    actor: str | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    form: Form
    stance: str
    hedges: tuple[Hedge, ...] = ()
    firmness: float = stated(1.0)
    narrator: bool = False
    negated: bool = False
    medium: Span | None = None
    audience: Span | None = None
    within: str | None = None
