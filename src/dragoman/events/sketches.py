"""A sketch: what happened and in which words, before its parties are put to names."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.records.event import Status

Group = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """An event as the words give it.

    `sources` and `targets` are groups of words, best first: the first group that holds an actor
    counts. Of a `symmetric` event every group counts and all are sources. `words` are the words of
    the trigger, `scope` the predicates that the event was built from, outermost first, `rules` the
    entries that made it in the same order, `used` the tokens that are coded with it. It is `kept`
    where an operator leaves its content an event of its own, `suffered` where the subject undergoes
    it ("fled"), `implied` where an event noun has the doer of the clause around it ("retook the
    village after fierce fighting"); `own` tells that an entry of the user's made it, `bare` that an
    entry of a single word without a condition on its object did, which may have other meanings.
    """

    type: str
    head: Token
    words: Group
    sources: tuple[Group, ...]
    targets: tuple[Group, ...]
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    symmetric: bool = False
    status: Status = "occurred"
    scope: Group = ()
    rules: tuple[str, ...] = ()
    used: frozenset[int] = field(default_factory=frozenset)
    nominal: bool = False
    weak: bool = False
    kept: bool = False
    suffered: bool = False
    implied: bool = False
    effect: str = ""
    own: bool = False
    bare: bool = False
