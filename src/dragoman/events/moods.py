"""Tense, modality and negation of a predicate, and the clauses that it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman import resources
from dragoman.events.frames import is_infinitive, surface_subjects
from dragoman.events.words import CHAIN, coordinated_with, lemma

_CONDITIONS = {"if", "unless", "whether", "lest", "should", "provided", "until"}
_PURPOSE = {"advcl", "acl", "xcomp", "relcl", "ccomp", "csubj", "pcomp"}
_TOPIC = {"on", "of", "for", "about", "toward", "towards", "at"}
_UNREAL = {"would", "'d", "should"}
"""Modals that with "have" tell what did not come about: "would have attacked"."""
_NEARLY = {"almost", "nearly"}
_NOT = {"never", "hardly", "scarcely", "neither", "nor", "no"}


@dataclass(frozen=True, slots=True)
class Auxiliary:
    """The effects of an auxiliary: plain, negated, below a verb of saying, and both."""

    effect: str
    negated: str
    reported: str
    reported_negated: str


def load_auxiliaries() -> Mapping[str, Auxiliary]:
    """The table of auxiliaries by lemma or form."""
    columns = ("auxiliary", "effect", "negated")
    return {
        row["auxiliary"]: Auxiliary(
            row["effect"],
            row["negated"],
            row["reported"] or row["effect"],
            row["reported_negated"] or row["negated"],
        )
        for row in resources.table("composition/auxiliaries.tsv", columns)
    }


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; a coordinated bare verb shares those of the first."""
    own = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    subject = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    shares = verb.dep_ == "conj" and {verb.tag_, verb.head.tag_} <= {"VB", "VBN"}
    if own or subject or not shares:
        return own
    return auxiliaries(coordinated_with(verb))


def is_negated(token: Token) -> bool:
    """Whether a verb has "not" or "never", or a noun "no"."""
    for child in token.children:
        if child.lower_ == "longer" and any(c.lower_ == "no" for c in child.children):
            return True
        if child.lower_ == "ever" and any(c.lower_ in _NOT for c in child.children):
            return True
        if child.lower_ in _NEARLY and child.dep_ == "advmod" and token.pos_ == "VERB":
            return True
        if child.dep_ == "neg" or (
            child.lower_ in _NOT and child.dep_ in {"advmod", "det", "preconj"}
        ):
            return True
    if token.pos_ in {"VERB", "AUX"}:
        subjects = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}]
        if any(
            g.lower_ in {"no", "neither"} and g.dep_ in {"det", "preconj"}
            for c in subjects
            for g in c.children
        ):
            return True
        if any(c.lower_ in {"nobody", "none", "nothing"} for c in subjects):
            return True
    if (
        token.dep_ == "conj"
        and token.tag_ == "VB"
        and any(c.lower_ in {"or", "nor"} for c in token.head.children if c.dep_ == "cc")
    ):
        return is_negated(token.head)
    return token.dep_ in {"pobj", "pcomp"} and token.head.lower_ == "without"


def mood(verb: Token, known: Mapping[str, Auxiliary], reported: bool) -> str:
    """The effect of a predicate's own auxiliaries and negation; empty for a plain statement."""
    negated = is_negated(verb)
    if is_headline_future(verb):
        return "refuse" if negated else "future"
    for token in auxiliaries(verb) if verb.pos_ in {"VERB", "AUX"} else ():
        found = known.get(token.lower_) or known.get(lemma(token))
        if found is None or token.tag_ == "TO" or token.dep_ == "auxpass":
            continue
        if lemma(token) in {"have", "be", "do"} and not negated:
            continue
        if token.lower_ in _UNREAL and any(c.lower_ == "have" for c in auxiliaries(verb)):
            return "hypothetical"
        if reported:
            return found.reported_negated if negated else found.reported
        return found.negated if negated else found.effect
    return "negate" if negated else ""


def is_headline_future(verb: Token) -> bool:
    """ "Arvenia to send aid": headlines announce by an infinitive with a subject of its own."""
    if verb.dep_ != "ROOT" or not is_infinitive(verb):
        return False
    return any(c.dep_ == "nsubj" for c in verb.children)


def climbing(token: Token) -> Iterator[Token]:
    """The token and its heads, upward, as far as the sentence and `CHAIN` go."""
    for _ in range(4 * CHAIN):
        yield token
        if token.head == token:
            return
        token = token.head


def is_conditional(token: Token) -> bool:
    """Whether a predicate stands in a clause with "if", "unless" or the like."""
    for at in climbing(token):
        if at.dep_ in {"advcl", "ccomp", "pcomp", "csubj"}:
            first = min(
                (c.i for c in at.children if c.dep_ in {"nsubj", "nsubjpass"}), default=at.i
            )
            marks = [c for c in at.children if c.dep_ in {"mark", "aux", "advmod"} and c.i < first]
            if any(c.lower_ in _CONDITIONS or _inverts(c, at) for c in marks):
                return True
        if at.dep_ in {"acl", "relcl"} and at.head.lower_ == "case" and at.head.dep_ == "pobj":
            return True
        if at.dep_ in {"relcl"}:
            return False
    return False


def _inverts(auxiliary: Token, clause: Token) -> bool:
    """ "Had Arvenia bombed the port": an auxiliary before the subject of an adverbial clause."""
    return clause.dep_ == "advcl" and auxiliary.lower_ in {"had", "were"}


def has_condition(verb: Token) -> bool:
    """Whether a predicate is made to depend on an "if", "unless" or "until" clause."""
    for at in climbing(verb):
        for child in at.children:
            if child.dep_ in {"advcl", "prep"} and any(
                c.lower_ in _CONDITIONS for c in [child, *child.children]
            ):
                return True
        if at.dep_ not in {"ccomp", "xcomp", "conj"}:
            return False
    return False


def is_unrealised(token: Token) -> bool:
    """Whether a predicate is a bare purpose or an infinitive that nothing shows to be done."""
    at = token
    for _ in range(CHAIN):
        if is_infinitive(at) and at.dep_ in _PURPOSE:
            return True
        if at.dep_ == "pcomp" and at.head.lower_ in _TOPIC and at.head.head.pos_ == "NOUN":
            return True
        if at.dep_ not in {"conj", "dobj", "pobj", "prep", "nsubjpass"} or at.head == at:
            return False
        if at.dep_ == "nsubjpass" or at.head.pos_ not in {"VERB", "AUX", "ADP", "NOUN"}:
            return False
        at = at.head
    return False


def is_in_relative(token: Token) -> bool:
    """Whether a predicate stands in a clause or participle that describes a noun."""
    return any(at.dep_ in {"relcl", "acl"} and at.tag_ != "VB" for at in climbing(token))


def speaker_of(token: Token, saying: frozenset[str]) -> tuple[Token, ...]:
    """The subjects of the nearest verb of saying above a predicate; empty without one."""
    for at in climbing(token):
        if at.dep_ in {"ccomp", "parataxis", "acl"} and lemma(at.head) in saying:
            return tuple(surface_subjects(at.head)) or (at.head,)
        for child in at.children:
            if child.dep_ in {"parataxis", "advcl"} and lemma(child) in saying:
                subjects = [c for c in child.children if c.dep_ == "nsubj"]
                if subjects:
                    return tuple(subjects)
        if at.dep_ == "relcl":
            return ()
    return ()
