"""Part of speech, morphology and lemma, worked out once for each word in each role.

spaCy's attribute ruler matches some two hundred patterns against every token: a sixth of the time
of its small English pipeline. Nearly all of the patterns look at one token alone, at its word, tag
and dependency, and so does the lemmatizer. What the two say of a word is therefore remembered; the
patterns of several tokens ("there is") are matched in each text and become part of the key.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs
from spacy.vocab import Vocab

from dragoman.parsing.remembered import Array, Remembered

MOST = 100_000
"""Words in their roles that are remembered, some 250 bytes each."""
_OWN = {"ORTH", "LOWER", "TAG", "DEP", "IS_SPACE"}
"""What a pattern may ask of a token for the answer to depend on the key alone."""
_SET: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]


class WordForms:
    """An attribute ruler and the lemmatizer behind it, in one step and with the same result."""

    def __init__(self, vocab: Vocab, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._vocab, self._ruler, self._lemmatizer = vocab, ruler, lemmatizer
        self._single, self._several = Matcher(vocab), Matcher(vocab)
        for number, patterns in enumerate(_patterns(ruler)):
            alone = all(len(tokens) == 1 for tokens in patterns)
            (self._single if alone else self._several).add(str(number), patterns)
        self._together: dict[tuple[int, ...], int] = {}
        self._known = Remembered(len(_SET), numpy.uint64, MOST)

    @staticmethod
    def fits(ruler: AttributeRuler, lemmatizer: Lemmatizer) -> bool:
        """Whether what the two components say of a token depends on what is looked at here."""
        tokens = (token for patterns in _patterns(ruler) for tokens in patterns for token in tokens)
        asked = {key for token in tokens for key in token}
        return asked <= _OWN and lemmatizer.mode in {"rule", "lookup"}

    def annotate(self, docs: list[Doc]) -> list[Doc]:
        """Sets the forms of texts that are tagged and parsed, and returns the texts."""
        for doc in docs:
            if len(doc):
                doc.from_array(_SET, self._forms(doc))  # type: ignore[arg-type]
        return docs

    def _forms(self, doc: Doc) -> Array:
        keys = numpy.zeros((len(doc), 4), dtype=numpy.uint64)
        keys[:, :3] = doc.to_array(["ORTH", "TAG", "DEP"])
        rules: dict[int, tuple[int, ...]] = {}
        for number, at in self._hits(self._several, doc):
            rules[at] = (*rules.get(at, ()), number)
            keys[at, 3] = self._together.setdefault(rules[at], len(self._together) + 1)
        return self._known.rows(keys, lambda fresh: self._work_out(doc, fresh.tolist(), rules))

    def _hits(self, matcher: Matcher, doc: Doc) -> list[tuple[int, int]]:
        """Which rule says something of which token, in the order in which rules apply."""
        found = matcher(doc, allow_missing=True)
        numbers = [int(self._vocab.strings[name]) for name, _, _ in found]
        return sorted(
            (number, (start, end)[index < 0] + index)
            for number, (_, start, end) in zip(numbers, found, strict=True)
            for index in (self._ruler.indices[number],)
        )

    def _work_out(
        self, doc: Doc, tokens: Sequence[int], rules: dict[int, tuple[int, ...]]
    ) -> Array:
        """What the components say of these tokens, read off a text that holds them alone."""
        words = [doc[i] for i in tokens]
        alone = Doc(
            self._vocab,
            words=[token.text for token in words],
            tags=[token.tag_ for token in words],
            deps=[token.dep_ for token in words],
            heads=list(range(len(words))),
        )
        hits = self._hits(self._single, alone)
        hits += _several(tokens, rules)
        for number, at in sorted(hits):
            set_token_attrs(alone[at], self._ruler.attrs[number])
        return self._lemmatizer(alone).to_array(_SET)


def _several(tokens: Sequence[int], rules: dict[int, tuple[int, ...]]) -> Iterable[tuple[int, int]]:
    return ((number, at) for at, i in enumerate(tokens) for number in rules.get(i, ()))


def _patterns(ruler: AttributeRuler) -> list[list[list[dict[str, Any]]]]:
    """For each rule, by its number, the patterns that it applies to."""
    return [rule["patterns"] for rule in ruler.patterns]  # type: ignore[misc]
