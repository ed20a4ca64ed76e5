"""Which lines are furniture: two ways, for a page around an article and for an article alone."""

from collections.abc import Sequence

from dragoman.documents.furniture.body import Judged, article
from dragoman.documents.furniture.head import below, headline_again, is_clock

TEXTUAL = 0.5
"""Share from which a line counts as running text."""
PAGE_CUES, PAGE_LINES, PAGE_PART = 4, 10, 0.3
"""A text is a page with an article in it, not an article alone, if it has so many lines with cues,
or so many lines that are no running text and make up so large a part of all lines."""
LIST = 3
"""Link-like lines in a row, within the article, that make a list of links."""
SIGNATURES = ("—", "–", "- ")
"""How the line below a quoted statement starts that names its author, and items of a list."""
ISLAND = 30
"""Words of the longest sentence that, alone between link-like lines, summarises another article."""
LINK = 20
"""Words of the longest link-like line."""
RUNNING = 0.7
"""Share of an article's words in running text above which rows of other lines are links."""
OVER = 300
"""Stop of the weakest cue below which nothing is the article any more."""
TAIL = 6
"""Lines at the end of an article among which authors and agencies present themselves."""
BOX = 8
"""Lines of the longest box, and of what is looked at behind it."""
SURE = 0.95
"""Share of a line that is running text without doubt."""
ENDS = 30
"""Stop of the strongest cue that such a box may hold."""
_BOXES = frozenset({"related", "advertising", "share"})
_OUTSIDE = frozenset({"timestamp", "byline", "menu", "title"})
"""Kinds that say little within an article: live reports have their times, lists their numbers."""
_AT_THE_END = frozenset({"author", "agency"})
"""Kinds that are furniture below the body only: in it, the same words introduce a speaker."""
_HEADS = frozenset({"related", "comments", "subscribe", "author", "cookies", "menu", "share"})
"""Kinds of a heading that the lines below it take after."""


def is_page(judged: Sequence[Judged]) -> bool:
    """Whether an article stands in a page, or is alone."""
    if headline_again(judged):
        return True
    cues = sum(one.cue is not None and one.cue.kind not in _OUTSIDE for one in judged)
    thin = sum(one.share < TEXTUAL and not _is_time(one) for one in judged)
    return cues >= PAGE_CUES or (thin >= PAGE_LINES and thin >= PAGE_PART * len(judged))


def in_page(judged: Sequence[Judged]) -> list[str]:
    """The kind of every line of a page, empty for those of the article."""
    start, end = article(judged)
    if start == end:
        return in_article(judged)
    start = below(judged, start, end)
    end = _resumed(judged, _trimmed(judged, start, end))
    if start == 1 and judged[0].cue and judged[0].cue.kind == "title":
        start = 0  # a headline with nothing between it and the body belongs to the article
    kinds = _cued(judged, start, end)
    _mark_lists(judged, kinds, start, end)
    _mark_outside(kinds, 0, start)
    _mark_outside(kinds, end, len(kinds))
    return kinds


def in_article(judged: Sequence[Judged]) -> list[str]:
    """The kind of lines with cues, and of what stands behind a cue that ends the article."""
    running = [index for index, one in enumerate(judged) if one.share >= TEXTUAL and not one.cue]
    kinds = _cued(judged, 0, 0)
    if running:
        head = max(running[0], below(judged, 0, len(judged)))
        kinds = _cued(judged, head, running[-1] + 1)
    kinds = ["" if is_clock(one.line) else k for one, k in zip(judged, kinds, strict=True)]
    _mark_foot(judged, kinds, article(judged)[1])
    return kinds


def _mark_foot(judged: Sequence[Judged], kinds: list[str], end: int) -> None:
    """Marks what stands behind the first cue that ends an article, from line `end` on.

    Running text is marked only below a cue as strong as a comment form: a short report may well
    go on behind an offer of newsletters.
    """
    stops = (i for i in range(end, len(judged)) if end and _stop(judged[i]))
    first = next(stops, len(judged))
    surely, head = False, "page"
    for index in range(first, len(judged)):
        surely = surely or _stop(judged[index]) >= OVER
        if kinds[index]:
            head = kinds[index] if kinds[index] in _HEADS else "page"
        elif surely or _is_link(judged[index]):
            kinds[index] = head


def _stop(one: Judged) -> int:
    return one.cue.stop if one.cue else 0


def _is_time(one: Judged) -> bool:
    marks = not any(character.isalpha() for character in one.line.text)
    return marks or (one.cue is not None and one.cue.kind == "timestamp")


def _cued(judged: Sequence[Judged], start: int, end: int) -> list[str]:
    """The kind of every line with a cue that means something where it stands."""
    kinds = [one.cue.kind if one.cue else "" for one in judged]
    for index in range(start, end):
        outside = kinds[index] in _OUTSIDE
        early = kinds[index] in _AT_THE_END and index < end - TAIL
        if outside or early:
            kinds[index] = ""
        elif kinds[index] == "author" and index + 1 < end and _is_link(judged[index]):
            kinds[index + 1] = kinds[index + 1] or "author"  # what stands below "About the author"
    return kinds


def _mark_outside(kinds: list[str], start: int, end: int) -> None:
    """Marks every line from `start` to `end`; without a cue it takes after the heading."""
    head = "page"
    for index in range(start, end):
        if kinds[index]:
            head = kinds[index] if kinds[index] in _HEADS else "page"
        else:
            kinds[index] = head


def _mark_lists(judged: Sequence[Judged], kinds: list[str], start: int, end: int) -> None:
    """Marks rows of link-like lines within the article, unless it consists of such rows."""
    textual = _is_running(judged[start:end])
    index = start
    while index < end:
        stop = index
        while stop < end and (kinds[stop] or _is_link(judged[stop])):
            stop += 1
        announced = index > start and judged[index - 1].line.text.endswith(":")
        headed = kinds[index] == "related" and stop - index > 1
        if headed or (stop - index >= LIST and textual and not announced):
            _mark_outside(kinds, index, stop)
        index = stop + 1


def _is_running(judged: Sequence[Judged]) -> bool:
    running = [one for one in judged if one.share >= TEXTUAL and not one.cue]
    return _words(running) >= RUNNING * _words(judged)


def _words(judged: Sequence[Judged]) -> int:
    return sum(len(one.line.words) for one in judged)


def _is_link(one: Judged) -> bool:
    if one.line.text.startswith(SIGNATURES):
        return False
    return one.share < TEXTUAL or (not one.line.final and len(one.line.words) <= LINK)


def _trimmed(judged: Sequence[Judged], start: int, end: int) -> int:
    """The end of the article without links and summaries of other articles at its foot."""
    end = _without_links(judged, start, end)
    islands, stop = 0, end
    while stop - 2 > start and _is_island(judged, stop - 1):
        islands += 1
        stop = _without_links(judged, start, stop - 1)
    return stop if islands > 1 and stop - start > LIST else end


def _resumed(judged: Sequence[Judged], end: int) -> int:
    """The end of an article that goes on, once, behind a short box of links or adverts."""
    behind = judged[end : end + BOX]
    running = [i for i, one in enumerate(behind) if one.cue is None and one.share >= SURE]
    if not running:
        return end
    first = running[0]
    last = first
    while last + 1 in running:
        last += 1
    boxed = {one.cue.kind for one in behind[:first] if one.cue}
    weak = all(_stop(one) <= ENDS for one in behind[:first])
    once = running[-1] == last and _words(behind[first : last + 1]) >= LINK
    return end + last + 1 if boxed & _BOXES and boxed <= _BOXES and weak and once else end


def _without_links(judged: Sequence[Judged], start: int, end: int) -> int:
    while end > start + 1 and (_is_link(judged[end - 1]) or judged[end - 1].cue):
        end -= 1
    return end


def _is_island(judged: Sequence[Judged], index: int) -> bool:
    alone = _is_link(judged[index - 1]) or judged[index - 1].cue is not None
    return alone and len(judged[index].line.words) <= ISLAND
