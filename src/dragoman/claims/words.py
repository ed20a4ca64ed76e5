"""Small closed lists of words from `data/cues`, read once."""

from functools import cache

from dragoman import resources
from dragoman.claims.inflection import irregular, noun_forms, verb_forms

GROUPS = "cues/source_nouns.tsv"


def load() -> None:
    """Reads every list, so that a bad one is reported at once. Raises `DataError`."""
    for listed in (contentless, nobody, abbreviations, attributing, noun_groups):
        listed()
    for file in ("denials", "emerging", "light"):
        verbs(file)


@cache
def contentless() -> frozenset[str]:
    """Words that hold nothing by themselves: "he said so"."""
    return _column("cues/contentless.tsv", "word")


@cache
def nobody() -> frozenset[str]:
    """Pronouns that are, within somebody's words, the same speaker or nobody in particular."""
    return _column("cues/nobody.tsv", "word")


@cache
def abbreviations() -> frozenset[str]:
    """Words whose full stop does not end a sentence, without it."""
    return _column("cues/abbreviations.tsv", "word")


@cache
def attributing() -> frozenset[str]:
    """The forms of the nouns that attribute."""
    nouns = sorted(_column("cues/nouns.tsv", "noun"))
    return frozenset(form for noun in nouns for form in noun_forms(noun))


@cache
def verbs(file: str) -> frozenset[str]:
    """The forms of the verbs of `denials`, `emerging` or `light`."""
    known = irregular()
    lemmas = sorted(_column(f"cues/{file}.tsv", "verb"))
    return frozenset(form for lemma in lemmas for form in verb_forms(lemma, known))


@cache
def noun_groups() -> dict[str, frozenset[str]]:
    """The forms of the nouns of each group of `data/cues/source_nouns.tsv`."""
    groups: dict[str, set[str]] = {}
    for row in resources.table(GROUPS, ("group", "noun")):
        groups.setdefault(row["group"], set()).update(noun_forms(row["noun"]))
    return {group: frozenset(forms) for group, forms in groups.items()}


def _column(file: str, column: str) -> frozenset[str]:
    return frozenset(row[column].lower() for row in resources.table(file, (column,)))
