"""Number words read as numbers: "twenty-five", "two hundred and six", "1.5 million"."""

from collections.abc import Mapping, Sequence

from dragoman.times.lexicon import Lexicon

Raw = tuple[int, int, str, str | None]
LONGEST = 9


Numbers = Mapping[str, tuple[int, bool]]
"""The value of each number word, and whether it is an ordinal."""


def number_words(lexicon: Lexicon) -> Numbers:
    """The number words of the lexicon."""
    return {
        form: (int(sense.value), sense.name == "ordinalword")
        for form, senses in lexicon.forms.items()
        for sense in senses
        if sense.name in {"numeral", "ordinalword"}
    }


def read_number(raw: Sequence[Raw], at: int, numbers: Numbers) -> tuple[str, bool, int] | None:
    """The number that begins at a token, whether it is an ordinal, and the tokens it takes."""
    if raw[at][3] is not None or not (first := numbers.get(raw[at][2])):
        return None
    total, group, ordinal = 0, first[0], first[1]
    if ordinal:
        return str(group), True, 1
    used = 1
    while not ordinal and used < LONGEST:
        step = _joiner(raw, at + used, group)
        follow = numbers.get(raw[at + used + step][2]) if at + used + step < len(raw) else None
        if not follow or not _fits(group, follow[0]):
            break
        value, ordinal = follow
        if value >= 1000:
            total, group = total + group * value, 0
        else:
            group = group * 100 if value == 100 else group + value
        used += step + 1
    return str(total + group), ordinal, used


def _joiner(raw: Sequence[Raw], at: int, group: int) -> int:
    """1 for a hyphen after tens or an "and" after hundreds, else 0."""
    if at >= len(raw):
        return 0
    if raw[at][2] == "-" and group % 100 >= 20 and group % 10 == 0:
        return 1
    return int(raw[at][2] == "and" and group >= 100 and group % 100 == 0)


def _fits(group: int, value: int) -> bool:
    """Whether a number word can continue the number so far: 20 + 5, 2 × 100, 200 + 30."""
    if value >= 100:
        return 0 < group < value
    if value >= 10:
        return group >= 100 and group % 100 == 0
    return group % 10 == 0 and group % 100 != 10
