"""Small closed lists of words from `data/cues`."""

from dragoman import resources


def words(file: str, column: str = "word") -> frozenset[str]:
    """The column of a table as a set, in lower case."""
    return frozenset(row[column].lower() for row in resources.table(file, (column,)))
