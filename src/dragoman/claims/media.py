"""How something was said: "in a statement", "told the agency", "on state television"."""

from spacy.tokens import Token

from dragoman import resources
from dragoman.claims.inflection import noun_forms
from dragoman.claims.spans import Range, tree

MEDIA = "cues/media.tsv"
_BY = {"in", "on", "at", "during", "through", "via", "by", "over", "from"}
_TAIL = 25
"""Tokens from the end of a reported clause in which the medium is looked for."""


class Media:
    """The nouns of `data/cues/media.tsv`."""

    def __init__(self) -> None:
        self._nouns: set[str] = set()
        self._outlets: set[str] = set()
        for row in resources.table(MEDIA, ("noun", "role")):
            role = row.choice("role", ("form", "outlet"))
            self._nouns.update(noun_forms(row["noun"]))
            if role == "outlet":
                self._outlets.update(noun_forms(row["noun"]))

    def is_form(self, noun: Token) -> bool:
        """Whether the noun names a kind of message: "a statement"."""
        return noun.lower_ in self._nouns and noun.lower_ not in self._outlets

    def of(self, verb: Token) -> Range | None:
        """The phrase beside a verb that names the medium."""
        for child in verb.children:
            if self._names_medium(child):
                return tree(child)
            if child.dep_ in {"dobj", "dative"} and child.lower_ in self._outlets:
                return tree(child)
        return None

    def behind(self, verb: Token, ranges: list[Range]) -> tuple[list[Range], Range | None]:
        """The ranges without ", in a statement" at their end, and the medium found there."""
        if not ranges:
            return ranges, None
        start, end = ranges[-1]
        for token in verb.doc[max(start + 1, end - _TAIL) : end]:
            if token.nbor(-1).text == "," and self._names_medium(token):
                phrase = tree(token)
                if phrase[1] >= end - 1 and phrase[0] > start:
                    return [*ranges[:-1], (start, phrase[0])], (phrase[0], min(phrase[1], end))
        return ranges, None

    def _names_medium(self, phrase: Token) -> bool:
        if phrase.dep_ != "prep" or phrase.lower_ not in _BY:
            return False
        return any(c.dep_ == "pobj" and c.lower_ in self._nouns for c in phrase.children)
