"""What is done with an instrument, read off the path from its name up the dependency tree.

The walk starts at the head of the citation and climbs. On its way it remembers the prepositions
behind it ("out of"); the first strong cue (`cues.tsv`) gives the stance, operators above it
(`operators.tsv`) turn it. It ends at the clause border, at a noun that does not carry the act on
(`carriers.tsv`), or after `HEIGHT` steps.
"""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from dragoman.instruments.cues import Cue, Cues

HEIGHT = 14
"""Steps up the tree; deeper nesting is a misparse."""
_OBJECT = {
    "dobj",
    "nsubjpass",
    "obj",
    "dative",
    "oprd",
    "compound",
    "nmod",
    "amod",
    "csubjpass",
    "npadvmod",
}
_SAME = {"conj", "appos"}
_BORDER = {"advcl", "relcl", "parataxis", "ROOT"}
_COPULA = {"be", "remain", "become", "stay"}
_NEGATIVE = {"never", "no", "without", "neither", "nor", "hardly", "nobody", "none", "yet"}


@dataclass(frozen=True, slots=True)
class Act:
    """A stance and the token that shows it; none where the text only names the instrument."""

    stance: str
    token: Token | None = None


class Stances:
    """Judges citations with the cues of the data."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    def judge(self, span: Span) -> Act:
        """What is done with the instrument that the span names."""
        root = span.root
        act = self._climb(root) or self._below(root) or self._beside(span)
        return act or Act("mentions")

    def _climb(self, node: Token) -> Act | None:
        way = ""
        weak: Act | None = None
        for _ in range(HEIGHT):
            head, dep = node.head, node.dep_
            if head is node or head.i == node.i:
                break
            if dep in _SAME and head.pos_ not in {"VERB", "AUX"}:
                node = head
                continue
            if dep in {"pobj", "pcomp"} or (dep == "prep" and head.pos_ == "ADP"):
                phrase = self._cues.phrase(head) if dep != "prep" else None
                if phrase and not phrase[0].weak:
                    return self._risen(phrase[0], phrase[1])
                if phrase and weak is None:
                    weak = self._risen(phrase[0], phrase[1])
                way = f"{head.lower_} {way}".strip() if dep == "prep" or not way else head.lower_
                node = head
                continue
            found = self._cue(node, head, dep, way)
            if found and not found.weak:
                return self._risen(found, head)
            if found and weak is None:
                weak = self._risen(found, head)
            if not found and not self._carries(head):
                break
            if dep in _BORDER:
                break
            node, way = head, ""
        return weak

    def _carries(self, head: Token) -> bool:
        if head.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "X"}:
            return head.lemma_.lower() in self._cues.carriers or head.pos_ in {"PROPN", "NUM"}
        return False

    def _cue(self, node: Token, head: Token, dep: str, way: str) -> Cue | None:
        lemma = head.lemma_.lower()
        if dep == "prep":
            return self._cues.attached.get((lemma, way)) or self._object_behind(head, way)
        if dep == "agent":
            return self._cues.attached.get((lemma, "by"))
        if dep in _OBJECT:
            return self._cues.attached.get((lemma, "obj"))
        if dep == "poss":
            return self._cues.attached.get((lemma, "own")) or self._cues.attached.get((lemma, "of"))
        if dep in {"nsubj", "csubj"} and lemma in _COPULA:
            return self._predicate(head)
        return None

    def _object_behind(self, head: Token, way: str) -> Cue | None:
        particle = next((c.lower_ for c in head.children if c.dep_ == "prt"), "")
        return self._cues.attached.get((head.lemma_.lower(), f"{particle} {way}"))

    def _predicate(self, verb: Token) -> Cue | None:
        for child in verb.children:
            if child.dep_ in {"attr", "acomp", "oprd"}:
                cue = self._cues.attached.get((child.lemma_.lower(), "is"))
                if cue:
                    return cue
        return None

    def _risen(self, cue: Cue, token: Token) -> Act:
        """The stance of a cue after negation and after the operators above it."""
        stance = cue.negated if _negated(token) else cue.stance
        stance = self._modal(stance, token)
        act = Act(stance, token)
        node = token
        for _ in range(HEIGHT):
            if node.dep_ in _BORDER or node.head.i == node.i:
                break
            conj = node.dep_ == "conj"
            node = node.head
            outcome = None if conj else self._cues.operators.get((node.lemma_.lower(), act.stance))
            if outcome and node.pos_ in {"VERB", "NOUN", "AUX", "ADJ"}:
                negated = _negated(node)
                act = Act(self._cues.stances[outcome].negated if negated else outcome, node)
            elif not conj and node.pos_ in {"VERB", "AUX"}:
                act = Act(self._modal(act.stance, node), act.token)
        return act

    def _modal(self, stance: str, verb: Token) -> str:
        for child in verb.children:
            if child.dep_ == "aux" and child.tag_ == "MD":
                return self._cues.operators.get((child.lemma_.lower(), stance), stance)
        return stance

    def _below(self, root: Token) -> Act | None:
        """The act in a relative clause: "the deal, which Washington left"."""
        for child in root.children:
            if child.dep_ not in {"relcl", "acl"}:
                continue
            cue = self._cues.attached.get((child.lemma_.lower(), "obj"))
            if cue and not any(
                c.dep_ == "dobj" and c.tag_ not in {"WDT", "WP"} for c in child.children
            ):
                if child.dep_ == "acl" and child.tag_ != "VBN":
                    continue
                if any(c.dep_ == "nsubj" and c.tag_ in {"WDT", "WP"} for c in child.children):
                    continue
                return Act(cue.negated if _negated(child) else cue.stance, child)
        return None

    def _beside(self, span: Span) -> Act | None:
        """The cue that stands right before the name, where the parse lost the way to it."""
        at = span.start - 1
        while at >= 0 and span.doc[at].pos_ in {"DET", "ADJ"} and span.start - at < 4:
            at -= 1
        if at < span.sent.start:
            return None
        token = span.doc[at]
        phrase = self._cues.phrase(token)
        if phrase:
            return self._risen(*phrase)
        cue = (
            self._cues.attached.get((token.lemma_.lower(), "obj")) if token.pos_ == "VERB" else None
        )
        return self._risen(cue, token) if cue else None


def _negated(token: Token) -> bool:
    if any(child.dep_ == "neg" or _denies(child) for child in token.children):
        return True
    return token.head.lower_ == "without" and token.dep_ in {"pcomp", "pobj"}


def _denies(child: Token) -> bool:
    return child.lower_ in _NEGATIVE and child.dep_ in {"det", "advmod", "preconj", "nsubj"}
