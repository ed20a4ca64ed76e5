"""Whether a change of office is done, to come, or only asked for, feared, denied."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman import resources
from dragoman.records.proposal import ProposalStatus

OCCURRED, ANNOUNCED, UNREAL = "occurred", "announced", "unreal"
_EFFECTS = (OCCURRED, ANNOUNCED, UNREAL)
_OVER = ("auxiliary", "adverb", "verb", "noun", "cue", "preposition")
_CONDITIONS = frozenset(("if", "unless", "whether", "until", "before", "lest"))
_IS = frozenset(("is", "are", "am", "was", "were", "be", "'s", "'re", "'m"))
_CLAUSES = frozenset(("ccomp", "xcomp", "pcomp", "acl", "csubj", "advcl"))
_HIGHEST = 8
"""Words above a change that are looked at."""


class Moods:
    """The classes of `office_moods.tsv`. Raises `DataError` on a bad row."""

    def __init__(self) -> None:
        self._effects: dict[tuple[str, str], str] = {}
        for row in resources.table("actors/office_moods.tsv", ("words", "over", "effect")):
            over, effect = row.choice("over", _OVER), row.choice("effect", _EFFECTS)
            for word in row.values("words"):
                self._effects.setdefault((over, word), effect)

    def of(self, head: Token, noun: bool) -> ProposalStatus | None:
        """The weakest that any word above says; `None` for what nothing shows to be real."""
        said = [*self._noun(head)] if noun else [*self._own(head)]
        if noun and not said:
            return None
        said += self._above(head)
        if UNREAL in said:
            return None
        return "announced" if ANNOUNCED in said else "occurred"

    def _own(self, verb: Token) -> Iterator[str]:
        """What the verb's auxiliaries and negation say; a bare second verb shares the first's."""
        helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
        if not helpers and verb.dep_ == "conj" and {verb.tag_, verb.head.tag_} <= {"VB", "VBN"}:
            yield from self._own(verb.head)
        for child in verb.children:
            if child.dep_ == "neg":
                yield UNREAL
            elif child.dep_ == "advmod":
                yield self._effects.get(("adverb", child.lower_), OCCURRED)
        if any(c.lower_ in {"nobody", "no"} for s in verb.lefts for c in (s, *s.lefts)):
            yield UNREAL
        for helper in helpers:
            if helper.tag_ != "TO":
                yield self._effects.get(("auxiliary", helper.lower_), OCCURRED)
        finite = {helper.lower_ for helper in helpers}
        if verb.tag_ == "VBG" and finite & _IS:
            yield ANNOUNCED  # "is stepping down", "said she was stepping down"
        if "being" not in finite and verb.tag_ == "VB" and finite & _IS:
            yield ANNOUNCED

    def _noun(self, head: Token) -> Iterator[str]:
        """A noun tells that something is done only where its verb or preposition presupposes it."""
        at = head
        if at.dep_ == "pobj":
            found = self._effects.get(("preposition", at.head.lower_))
            if found:
                yield found
            return
        governor = at.head
        if governor != at and at.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}:
            found = self._effects.get(("noun", governor.lemma_.lower()))
            if found:
                yield found
                yield from self._own(governor)

    def _above(self, head: Token) -> Iterator[str]:
        """What stands over the clause: verbs of control, of wish and denial, conditions."""
        at = head
        for _ in range(_HIGHEST):
            if at.dep_ == "advcl" and any(
                c.lower_ in _CONDITIONS and c.dep_ in {"mark", "advmod"} for c in at.children
            ):
                yield UNREAL
            governor = at.head
            if governor == at or at.dep_ == "relcl":
                return
            if at.dep_ in _CLAUSES and governor.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
                yield from self._under(at, governor)
                if governor.pos_ in {"VERB", "AUX"} and at.dep_ in {"xcomp", "ccomp"}:
                    yield from self._own(governor)
            at = governor

    def _under(self, clause: Token, governor: Token) -> Iterator[str]:
        word = governor.lemma_.lower()
        infinitive = any(child.tag_ == "TO" for child in clause.children)
        if infinitive and clause.dep_ != "acl":
            found = self._effects.get(("verb", word)) or self._effects.get(("cue", word))
            yield found or (UNREAL if word != "be" else ANNOUNCED)
        elif infinitive:
            yield self._effects.get(("verb", word), UNREAL)
        elif clause.dep_ in {"ccomp", "xcomp", "pcomp", "acl"}:
            if any(c.lower_ in _CONDITIONS and c.dep_ == "mark" for c in clause.children):
                yield UNREAL
            yield self._effects.get(("cue", word), OCCURRED)
