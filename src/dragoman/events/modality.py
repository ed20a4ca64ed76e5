"""Tense, modality and negation put to work: what a sketch becomes under its auxiliaries."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.events.effects import Effects, Outcome
from dragoman.events.moods import Auxiliary, has_condition, is_conditional, mood, speaker_of
from dragoman.events.parties import Parties
from dragoman.events.sketches import Group, Sketch

_DENYING = {"deny", "fail", "negate"}
"""Effects that a negation above them undoes: "did not deny that police had beaten him"."""


@dataclass(frozen=True, slots=True)
class Moods:
    """The effects of auxiliaries and negation. `saying` are the verbs that report speech."""

    effects: Effects
    auxiliaries: Mapping[str, Auxiliary]
    saying: frozenset[str]

    def apply(self, verb: Token, sketch: Sketch, parties: Parties) -> tuple[Sketch, ...]:
        """The sketch under the mood of its predicate; nothing where that leaves no event."""
        if sketch.kept:
            return (sketch,)
        speaker = speaker_of(verb, self.saying)
        effect = mood(verb, self.auxiliaries, bool(speaker))
        if not effect:
            return (sketch,)
        doer = sketch.sources[0] if sketch.sources else ()
        alike = bool(speaker) and parties.same(doer, speaker)
        if effect == "negate" and sketch.effect == "promise":
            effect = "refuse"
        effect = _voiced(effect, verb, alike)
        if effect == "must" and (alike or not speaker):
            effect = "hypothetical"
        if effect == "refuse" and not any(sketch.targets) and _is_own_vow(doer):
            return ()
        if effect == "negate" and sketch.status == "negated" and sketch.effect in _DENYING:
            return (replace(sketch, status="occurred"),)
        outcome = self.effects.outcome(effect, sketch.type, sketch.mode)
        if outcome is None or outcome.type == "":
            return ()
        if effect == "must":
            sketch = replace(sketch, sources=(speaker,), targets=(doer, *sketch.targets))
        return (self._changed(sketch, outcome),)

    def _changed(self, sketch: Sketch, outcome: Outcome) -> Sketch:
        status = outcome.status or sketch.status
        type = sketch.type if outcome.type is None else outcome.type
        if type == sketch.type:
            return replace(sketch, status=status)
        sources, targets = sketch.sources, sketch.targets
        if sketch.symmetric:
            sources, targets = sources[:1], (*sources[1:], *targets)
        return replace(
            sketch,
            sources=sources,
            targets=targets,
            symmetric=False,
            type=type,
            mode=outcome.mode,
            cameo=self.effects.cameo(type, sketch.cameo),
            status=status,
        )


def _voiced(effect: str, verb: Token, alike: bool) -> str:
    """A future that the doer voices himself, or makes depend on something, is a vow."""
    depends = has_condition(verb)
    if effect == "future" and (depends or alike):
        return "vow"
    if effect in {"possible", "hypothetical"} and depends and not is_conditional(verb):
        return "hypothetical" if verb.dep_ == "relcl" else "vow"
    return effect


def _is_own_vow(doer: Group) -> bool:
    """ "We will never surrender": a vow in the first person that answers nobody's demand."""
    return any(token.lower_ in {"we", "i"} for token in doer)
