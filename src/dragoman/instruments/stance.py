"""What is done with an instrument, read off the path from its name up the dependency tree.

The walk starts at the head of the citation and climbs. On its way it remembers the prepositions
behind it ("out of"); the first strong cue (`cues.tsv`) gives the stance, operators above it
(`operators.tsv`) turn it. It ends at the clause border, at a noun that does not carry the act on
(`carriers.tsv`), or after `HEIGHT` steps. Where it finds nothing, a relative clause below the
name and the word right before it are asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from dragoman.instruments.cues import Cue, Cues

HEIGHT = 14
"""Steps up the tree; deeper nesting is a misparse."""
_NOUN_WAYS = ("of", "from", "with")
_WAYS = {
    **dict.fromkeys(("dobj", "nsubjpass", "obj", "dative", "oprd", "csubjpass"), ("obj",)),
    **dict.fromkeys(("compound", "nmod", "amod"), _NOUN_WAYS),
    "poss": _NOUN_WAYS,
    "agent": ("by",),
}
"""How an instrument can hang from a word, by dependency, in the terms of `cues.tsv`: "treaty
breach" and "the treaty's breach" are a breach of the treaty."""
_SAME = {"conj", "appos"}
_BORDER = {"advcl", "parataxis", "ROOT"}
_COPULA = {"be", "remain", "become", "stay"}
_RAISED = {"xcomp", "acomp", "attr", "oprd"}
_ARGUMENT = {"of", "for", "on", "to", "from", "against", "about", "over", "with", "upon"}
"""Prepositions that tie an argument to its verb; the others ("as", "after") open an adjunct."""
_NOMINAL = {"NOUN", "PROPN", "NUM", "ADJ", "X"}
_FINITE = {"VBZ", "VBD", "VBP"}
_RELATIVE = {"WDT", "WP", "WP$"}
_NEGATIVE = {"never", "no", "without", "neither", "nor", "hardly", "nobody", "none"}
_NEGATIVE_ROLES = {"det", "advmod", "preconj", "nsubj"}


@dataclass(frozen=True, slots=True)
class Act:
    """A stance and the token that shows it; none where the text only names the instrument.

    `modal` marks "must", "should": the stance is then of who says so, not of the subject.
    """

    stance: str
    token: Token | None = None
    modal: bool = False


class Stances:
    """Judges citations with the cues of the data."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    def judge(self, span: Span) -> Act:
        """What is done with the instrument that the span names."""
        head = head_of(span)
        return self._climb(head) or self._below(head) or self._beside(span) or Act("mentions")

    def _climb(self, node: Token) -> Act | None:
        way: list[str] = []
        weak: Act | None = None
        for _ in range(HEIGHT):
            head, dep = node.head, node.dep_
            if head.i == node.i:
                break
            if dep in _SAME and head.pos_ not in {"VERB", "AUX"}:
                node = head
                continue
            found = self._found(node, way)
            if found and not found[0].weak:
                return self._risen(*found)
            weak = weak or (self._risen(*found) if found else None)
            if dep in {"pobj", "pcomp"} or (dep == "prep" and head.pos_ == "ADP"):
                way.insert(0, head.lower_)
            elif (found or self._carries(head)) and dep not in _BORDER:
                way.clear()
            else:
                break
            node = head
        return weak

    def _carries(self, head: Token) -> bool:
        if head.pos_ in {"PROPN", "NUM"}:
            return True
        return head.pos_ in _NOMINAL and head.lemma_.lower() in self._cues.carriers

    def _found(self, node: Token, way: list[str]) -> tuple[Cue, Token] | None:
        """The cue that governs a node, and its token."""
        head, dep = node.head, node.dep_
        if dep in {"pobj", "pcomp"}:
            return self._cues.phrase(head)
        if dep == "prep" and head.pos_ != "ADP":
            carried = any(c.dep_ == "dobj" and self._carries(c) for c in head.children)
            return self._attached(head, (" ".join(way), *way[-1:], *(("obj",) * carried)))
        if dep == "nsubj" and head.pos_ == "ADJ":
            return self._attached(head, ("is",))
        if dep in {"nsubj", "csubj"} and head.lemma_ in _COPULA:
            predicates = (c for c in head.children if c.dep_ in {"attr", "acomp", "oprd"})
            return next((f for c in predicates if (f := self._attached(c, ("is",)))), None)
        return self._attached(head, _WAYS.get(dep, ()))

    def _attached(self, head: Token, ways: tuple[str, ...]) -> tuple[Cue, Token] | None:
        for lemma in _wordings(head):
            for way in ways:
                cue = self._cues.attached.get((lemma, way))
                if cue:
                    return cue, head
        return None

    def _risen(self, cue: Cue, token: Token) -> Act:
        """The stance of a cue after negation and after the operators above it."""
        act = Act(cue.negated if negated(token) else cue.stance, token)
        act = self._modal(act, token)
        node = token
        for _ in range(HEIGHT):
            if node.head.i == node.i or _closed(node):
                break
            child, node = node, node.head
            if child.dep_ == "conj":
                continue
            operator = self._cues.operators.get((node.lemma_.lower(), act.stance))
            if operator and not (operator.bare and child.dep_ == "ccomp" and child.tag_ in _FINITE):
                turned = self._cues.stances[operator.outcome].negated
                act = Act(turned if negated(node) else operator.outcome, node)
            elif node.pos_ in {"VERB", "AUX"}:
                if _raised(child) and act.stance == cue.stance and negated(node):
                    act = Act(cue.negated, act.token)
                act = self._modal(act, node)
        return act

    def _modal(self, act: Act, verb: Token) -> Act:
        for child in verb.children:
            if child.dep_ == "aux" and child.tag_ == "MD":
                operator = self._cues.operators.get((child.lemma_.lower(), act.stance))
                return Act(operator.outcome, act.token, True) if operator else act
        return act

    def _below(self, head: Token) -> Act | None:
        """The act in a clause that hangs from the name: "the deal, which Washington left"."""
        for child in head.children:
            reduced = child.dep_ == "acl" and child.tag_ == "VBN"
            if reduced or (child.dep_ == "relcl" and _is_object_gap(child)):
                found = self._attached(child, ("obj",))
            else:
                found = self._stranded(child)
            if found:
                return Act(found[0].negated if negated(child) else found[0].stance, found[1])
        return None

    def _stranded(self, clause: Token) -> tuple[Cue, Token] | None:
        """The cue before a relative pronoun behind a preposition: "which it pulled out of"."""
        if clause.dep_ != "relcl":
            return None
        for prep in clause.children:
            bare = prep.dep_ == "prep" and not any(
                c.dep_ == "pobj" and c.tag_ not in _RELATIVE for c in prep.children
            )
            if bare and (found := self._attached(clause, (prep.lower_,))):
                return found
        return None

    def _beside(self, span: Span) -> Act | None:
        """The cue right before the name, where the parse lost the way to it."""
        at = span.start - 1
        while at >= 0 and span.doc[at].pos_ in {"DET", "ADJ"} and span.start - at < 4:
            at -= 1
        if at < span.sent.start:
            return None
        token = span.doc[at]
        found = self._cues.phrase(token) or self._attached(token, ("obj",))
        return self._risen(*found) if found else None


def head_of(span: Span) -> Token:
    """The first nominal token of a span that hangs from outside it, its root otherwise."""
    for token in span:
        outside = not span.start <= token.head.i < span.end or token.head.i == token.i
        if outside and token.pos_ in _NOMINAL:
            return token
    return span.root


def negated(token: Token) -> bool:
    """Whether a verb or noun is denied by a word below it or by "without" above it."""
    objects = (word for child in token.children if child.dep_ == "dobj" for word in child.children)
    if any(child.dep_ == "neg" or _denies(child) for child in (*token.children, *objects)):
        return True
    if token.dep_ in {"attr", "acomp"} and token.head.lemma_ in _COPULA:
        return negated(token.head)
    return token.head.lower_ == "without" and token.dep_ in {"pcomp", "pobj"}


def _denies(child: Token) -> bool:
    if child.lower_ == "longer":
        return any(word.lower_ == "no" for word in child.children)
    return child.lower_ in _NEGATIVE and child.dep_ in _NEGATIVE_ROLES


def _wordings(head: Token) -> Iterator[str]:
    """A verb with its particle ("tear up"), with its complement ("put in abeyance"), and alone."""
    lemma = head.lemma_.lower()
    for child in head.children:
        if child.dep_ == "prt" or child.dep_ in {"acomp", "oprd"}:
            yield f"{lemma} {child.lower_}"
        elif child.dep_ == "prep":
            yield from (f"{lemma} {child.lower_} {c.lower_}" for c in child.children)
    yield lemma


def _raised(clause: Token) -> bool:
    """Whether a denial above a clause denies the clause: "no longer considers itself bound"."""
    return clause.dep_ in _RAISED or (clause.dep_ == "ccomp" and clause.tag_ not in _FINITE)


def _closed(node: Token) -> bool:
    """Whether operators above a node no longer reach it; "calls to join" stays open."""
    if node.dep_ == "relcl":
        return not any(child.tag_ == "TO" for child in node.children)
    return node.dep_ in _BORDER or (node.pos_ == "ADP" and node.lower_ not in _ARGUMENT)


def _is_object_gap(clause: Token) -> bool:
    """Whether the relative pronoun is what the clause's verb acts on."""
    for child in clause.children:
        if child.dep_ == "dobj" and child.tag_ not in _RELATIVE:
            return False
        if child.dep_ == "nsubj" and child.tag_ in _RELATIVE:
            return False
    return True
