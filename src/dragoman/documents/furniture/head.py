"""The head of a page: the headline wherever it is repeated, and the last line above the body."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.documents.furniture.body import Judged
from dragoman.documents.furniture.cues import Cue, normal
from dragoman.documents.furniture.lines import Line

_WORD = re.compile(r"\w+")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b")
TITLE = Cue("title", 0, 60)
SHORTEST, LONGEST = 3, 40
"""Words of a line that can repeat the headline."""
ALIKE = 0.75
"""Share of the words of a line that are also in the headline for the line to repeat it."""
DEEPEST = 20
"""Lines into the running text among which signature and date are looked for."""
STANDFIRST = 80
"""Words of running text that may stand above signature and date: the summary under a headline."""
REPEATED = 12
"""Words from which a line that came before is a repetition: captions above all."""
NEAR = 12
"""Lines within which it has to come again: speeches and recipes repeat further on."""
_MARKS = frozenset({"title", "byline", "timestamp"})


def without_head(judged: Sequence[Judged]) -> list[Judged]:
    """The lines of an extracted article without repetitions and without headline and signature."""
    seen: dict[str, int] = {}
    kept: list[Judged] = []
    for index, one in enumerate(judged):
        text = one.line.text
        again = len(one.line.words) >= REPEATED and index - seen.get(text, -NEAR) < NEAR
        seen[text] = index
        early = not kept and one.cue is not None and one.cue.kind in _MARKS
        if not (again or early):
            kept.append(one)
    return kept


def with_titles(judged: Sequence[Judged], *titles: str | None) -> list[Judged]:
    """The lines, those that repeat one of the titles cued as such."""
    known = [_words(title) for title in titles if title]
    return [
        replace(one, cue=TITLE)
        if one.cue is None and any(_repeats(one.line, words) for words in known)
        else one
        for one in judged
    ]


def is_clock(line: Line) -> bool:
    """Whether a line starts with a time of day: live reports are cut by such lines."""
    return bool(_CLOCK.match(line.text))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(normal(text)))


def headline_again(judged: Sequence[Judged]) -> bool:
    """Whether one of the next lines repeats the first: a page's name, then its headline."""
    first = judged[0].line
    words = _words(first.text)
    below_it = judged[1:DEEPEST]
    return not first.final and any(_repeats(one.line, words) for one in below_it)


def _repeats(line: Line, title: set[str]) -> bool:
    if not SHORTEST <= len(line.words) <= LONGEST or len(title) < SHORTEST:
        return False
    if line.text.rstrip("\"'”’").endswith(".") and len(_words(line.text) ^ title) > 1:
        return False  # the first sentence of a report often says what its headline says
    words = _words(line.text)
    shared = len(words & title)
    return shared >= ALIKE * len(words) and shared >= 0.5 * len(title)


def below(judged: Sequence[Judged], start: int, end: int) -> int:
    """Where the body starts within `start` to `end`: below headline, signature and date."""
    body, words = start, 0
    for index in range(start, min(end, start + DEEPEST)):
        one = judged[index]
        if one.cue and one.cue.kind in _MARKS and not is_clock(one.line):
            body = index + 1
        elif one.value > 0:
            words += len(one.line.words)
            if words > STANDFIRST:
                break
    return body
