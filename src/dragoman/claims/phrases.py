"""Attributing phrases without a verb: "according to X", "in X's view", "in a new poll"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman import resources
from dragoman.claims.draft import Draft
from dragoman.claims.spans import Range, minus, tree
from dragoman.claims.words import noun_groups
from dragoman.parsing import Parsed
from dragoman.resources import Row

PHRASES = "cues/phrases.tsv"
_CLAUSES = {"ROOT", "ccomp", "advcl", "parataxis", "relcl"}
_VERBAL = {"VERB", "AUX"}
_CLIMB = 12


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Fixed words and behind them the speaker, a possessor and noun, or a noun of a group."""

    words: tuple[str, ...]
    stance: str
    possessed: str = ""
    nouns: frozenset[str] = frozenset()


class AttributingPhrases:
    """The phrases of `data/cues/phrases.tsv`."""

    def __init__(self, stances: Mapping[str, float]) -> None:
        groups = noun_groups()
        self._by_first: dict[str, list[_Phrase]] = {}
        for row in resources.table(PHRASES, ("phrase", "stance")):
            phrase = _phrase(row, row.choice("stance", sorted(stances)), groups)
            self._by_first.setdefault(phrase.words[0], []).append(phrase)

    def drafts(self, parsed: Parsed) -> Iterator[Draft]:
        """A draft for each phrase with a speaker behind it."""
        for token in parsed.doc:
            for phrase in self._by_first.get(token.lower_, ()):
                draft = _draft(token, phrase)
                if draft is not None:
                    yield draft
                    break


def _phrase(row: Row, stance: str, groups: Mapping[str, frozenset[str]]) -> _Phrase:
    words = row["phrase"].split()
    if "*" in words:
        at = words.index("*")
        return _Phrase(tuple(words[:at]), stance, possessed=words[-1])
    if words[-1].startswith("["):
        name = words[-1].strip("[]")
        if name not in groups:
            raise row.error(f"unknown group {name!r}; allowed: {', '.join(sorted(groups))}")
        return _Phrase(tuple(words[:-1]), stance, nouns=groups[name])
    return _Phrase(tuple(words), stance)


def _draft(first: Token, phrase: _Phrase) -> Draft | None:
    doc, count = first.doc, len(phrase.words)
    if first.i + count >= len(doc):
        return None
    if any(doc[first.i + n].lower_ != word for n, word in enumerate(phrase.words)):
        return None
    last = doc[first.i + count - 1]
    noun = next((c for c in last.children if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    speaker = noun
    if phrase.possessed:
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if noun.lower_ != phrase.possessed or owner is None or not _adjacent(owner, noun):
            return None
        speaker = owner
    elif phrase.nouns and (
        noun.lower_ not in phrase.nouns or first.head.pos_ not in {"VERB", "AUX"}
    ):
        return None
    content = _clause(first, (first.i, noun.right_edge.i + 1))
    if not content:
        return None
    draft = Draft(first, phrase.stance, (first.i, last.i + 1), content=content)
    draft.source, draft.speaker = tree(speaker), speaker
    return draft


def _adjacent(owner: Token, noun: Token) -> bool:
    """`in the mayor's own words`, not `in the mayor's campaign account`."""
    return all(token.lower_ == "own" for token in noun.doc[owner.right_edge.i + 1 : noun.i])


def _speaks(first: Token, noun: Token) -> bool:
    """Whether a clause rests on it: "in a new poll, …", not "far behind in the polls"."""
    if first.head.pos_ not in _VERBAL:
        return False
    return noun.tag_ == "NN" or any(
        c.dep_ in {"amod", "compound", "nummod", "acl", "poss"} for c in noun.children
    )


def _clause(first: Token, phrase: Range) -> list[Range]:
    head = first.head
    for _ in range(_CLIMB):
        if head.dep_ in _CLAUSES or head.head.i == head.i:
            break
        if head.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in head.children):
            break
        head = head.head
    return minus([tree(head)], [phrase])
