"""The forms of English verbs and nouns, so that cues are found by the words as they stand.

The small model's lemmas waver ("hoped" of "hop"); spelling rules and a list of irregular verbs
do not, and looking up a form is quicker than lemmatising a text.
"""

from collections.abc import Iterator, Mapping

from dragoman import resources

IRREGULAR = "cues/irregular.tsv"
_VOWELS = set("aeiou")


def irregular() -> dict[str, tuple[str, ...]]:
    """The forms of irregular verbs by lemma."""
    rows = resources.table(IRREGULAR, ("verb", "forms"))
    return {row["verb"]: row.values("forms") for row in rows}


def verb_forms(lemma: str, known: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Every form of a verb, the lemma first."""
    yield lemma
    yield from known.get(lemma) or _regular(lemma)


def noun_forms(lemma: str) -> Iterator[str]:
    """A noun in the singular and the plural."""
    yield lemma
    yield _with_s(lemma)


def _regular(lemma: str) -> Iterator[str]:
    yield _with_s(lemma)
    if lemma.endswith("e"):
        yield lemma + "d"
        yield (lemma if lemma.endswith(("ee", "oe", "ye")) else lemma[:-1]) + "ing"
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield lemma[:-1] + "ied"
        yield lemma + "ing"
    else:
        yield lemma + "ed"
        yield lemma + "ing"


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"
