"""Where parsers of news text hang a clause too low, and where it belongs.

Two constructions of reported speech go wrong most: a participle of saying behind a reported clause
("He said the talks had failed, *adding that* …") and a second verb of saying joined to the first
("She admitted that he had left but *denied that* …"). Both belong to the reporter's verb.
"""

from spacy.tokens import Token

from dragoman.claims.lexicon import Lexicon
from dragoman.claims.spans import Range, minus, tree
from dragoman.parsing import Parsed

_CLIMB = 12
"""How many heads are followed upward; parses nest hardly deeper."""


class Attachments:
    """The verbs of one text that belong to another head than the parse gives."""

    def __init__(self, parsed: Parsed, lexicon: Lexicon) -> None:
        self._verbs = lexicon.verbs
        self._heads: dict[int, Token] = {}
        for token in parsed.doc:
            if token.pos_ in {"VERB", "AUX"}:
                head = self._reporter(token)
                if head is not None:
                    self._heads[token.i] = head
        self._moved = [parsed.doc[i] for i in self._heads]

    def head(self, token: Token) -> Token:
        """The head of a token, corrected."""
        return self._heads.get(token.i, token.head)

    def moved(self, token: Token) -> bool:
        """Whether the token belongs to another head than the parse says."""
        return token.i in self._heads

    def trimmed(self, verb: Token, ranges: list[Range]) -> list[Range]:
        """What a verb says, without clauses that belong to the verb itself or above it."""
        holes = [
            self._with_lead(token)
            for token in self._moved
            if token.i != verb.i and any(low <= token.i < high for low, high in ranges)
        ]
        return minus(ranges, holes) if holes else ranges

    def _with_lead(self, token: Token) -> Range:
        """The clause and the conjunction and commas before it."""
        start, end = tree(token)
        while start > 0 and (token.doc[start - 1].is_punct or token.doc[start - 1].dep_ == "cc"):
            start -= 1
        return start, end

    def _reporter(self, token: Token) -> Token | None:
        """The verb of saying above the reported clause in which the parse put this token."""
        if token.tag_ == "VBG" and token.dep_ in {"advcl", "acl", "conj", "dep", "ccomp"}:
            return self._above(token) if _after_comma(token) and self._speaks(token) else None
        if token.dep_ != "conj" or token.head.dep_ not in {"ccomp", "xcomp"}:
            return None
        first, verb = token.head, token.head.head
        if verb.i > first.i or token.lower_ not in self._verbs or _own_subject(token):
            return None
        if first.dep_ == "xcomp":
            return verb if first.tag_ == "VB" and token.tag_ in {"VBZ", "VBD", "VBP"} else None
        if not self._speaks(verb) or not _goes_with(token, verb):
            return None
        return verb if not _goes_with(token, first) or self._only_speaks(token, first) else None

    def _only_speaks(self, token: Token, first: Token) -> bool:
        """Whether of two joined verbs the second reports and the first does not."""
        if any(word.is_quote for word in token.doc[token.i + 1 : token.i + 3]):
            return self._speaks(token)
        reports = any(c.dep_ == "ccomp" and c.i > token.i for c in token.children)
        return reports and self._speaks(token) and not self._speaks(first)

    def _above(self, token: Token) -> Token | None:
        """The highest verb of saying whose reported clause holds the token."""
        best, at = None, token
        for _ in range(_CLIMB):
            if at.dep_ == "ccomp" and at.head.i < at.i and self._speaks(at.head):
                best = at.head
            if at.head.i == at.i:
                break
            at = at.head
        if best is None and token.dep_ == "acl":
            return _clause_around(token.head)
        return best

    def _speaks(self, verb: Token) -> bool:
        cue = self._verbs.get(verb.lower_)
        return cue is not None and cue.takes("quote") is not None


def tense(verb: Token) -> str:
    """`past`, `present` or the auxiliary that carries the tense ("would", "had", "did")."""
    auxiliary = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), None)
    if auxiliary is None:
        return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(verb.tag_, verb.tag_)
    return auxiliary.lower_


def _goes_with(token: Token, verb: Token) -> bool:
    """Whether the tenses allow two verbs to share a subject: "has said … and (has) expressed"."""
    mine, theirs = tense(token), tense(verb)
    if theirs in {"has", "have", "had"} and token.tag_ in {"VBD", "VBN"}:
        return token.tag_ == "VBN" or verb.dep_ != "ccomp"
    # Taggers waver between past and participle of the same form.
    alike = {"did": "past", "VBN": "past", "do": "present", "does": "present"}
    return alike.get(mine, mine) == alike.get(theirs, theirs)


def _after_comma(token: Token) -> bool:
    start = token.left_edge.i - 1
    if start > 0 and token.doc[start].is_quote:
        start -= 1
    return start > 0 and token.doc[start].text in {",", "—", "–", "--"}


def _own_subject(token: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)


def _clause_around(noun: Token) -> Token | None:
    """The verb of the clause in which a noun is not itself the subject."""
    at = noun
    for _ in range(_CLIMB):
        if at.dep_ in {"nsubj", "nsubjpass"} or at.head.i == at.i:
            return None
        at = at.head
        if at.pos_ in {"VERB", "AUX"}:
            return at
    return None
