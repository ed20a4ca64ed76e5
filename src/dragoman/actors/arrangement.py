"""Persons' names arranged otherwise than the registry has them.

Newspapers drop a second surname, keep the family name first or turn it round, put a given name
behind a Western one. Each habit belongs to some states; a form counts for their people alone.
"""

from collections.abc import Iterator

from dragoman.actors.vocabulary import words_of


def arrangements(parts: list[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Other forms of a name given as canonical words, and the states that have this habit."""
    if len(parts) > 2:
        yield " ".join(parts[:-1]), words_of("double_surnames")
    for end in range(len(parts) - 1, 1, -1):
        yield " ".join(parts[:end]), words_of("names_behind")
    if len(parts) > 1:
        yield " ".join((*parts[1:], parts[0])), words_of("family_first")
        yield " ".join((parts[-1], *parts[:-1])), words_of("family_first")
