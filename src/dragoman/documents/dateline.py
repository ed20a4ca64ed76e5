"""Where a report says that it comes from, and who signed it: dateline, byline, headline."""

import re

_PLACE = r"[A-Z][A-Z.'’-]{1,24}+(?: (?:[A-Z][A-Z.'’-]{1,24}+|de|of|al|el|la|le)){0,4}"
_REGION = r"(?:, ?(?:[A-Z][\w.'’-]{0,20}+ ?){1,4}?)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"\([A-Z][\w .,&/’'-]{0,40}\)"
_DASH = r"\s{0,2}(?:-{1,3}|—|–|_|:)(?=\s|$)"
_LOUD = re.compile(rf"(?P<line>{_PLACE}{_REGION}(?:, ?{_DAY})?(?: ?{_AGENCY})?){_DASH}")
_MIXED = r"[A-Z][\w.'’-]{1,24}+(?: [A-Z][\w.'’-]{1,24}+){0,3}"
_QUIET = re.compile(
    rf"(?P<line>{_MIXED}{_REGION}(?:, ?{_DAY} ?{_AGENCY}| ?{_AGENCY}|, ?{_DAY})){_DASH}"
)
_BYLINE = re.compile(
    r"(?:By|BY) (?:[A-Z][\w.'’-]{0,30}+,? ?(?:and |de |van |von |al-|bin )?){1,8}$"
)
_ALONE = re.compile(r"[^\n]*\n[^\S\n]*+\n")
LOOKED_AT = 12
"""Lines at the top of a text among which dateline and byline are looked for."""
LONGEST_HEADLINE = 25
"""Words of the longest line that is taken for a headline."""


def dateline(text: str) -> tuple[int, int] | None:
    """The span of the dateline without the dash behind it: `DAMASCUS, Dec 8 (Agency)`.

    A place in capitals needs nothing but the dash; a place in mixed case needs a day or an agency
    in brackets.
    """
    for start, line in _top(text):
        if found := _LOUD.match(line) or _QUIET.match(line):
            return start, start + len(found["line"].rstrip())
    return None


def byline(text: str) -> tuple[int, int] | None:
    """The span of a line at the top that says `By` and names, and nothing else."""
    for start, line in _top(text):
        if _BYLINE.match(line):
            return start, start + len(line)
    return None


def headline(text: str) -> str | None:
    """The first line, if it stands alone, is short and does not end as a sentence."""
    (_, first), *rest = _top(text) or [(0, "")]
    alone = _ALONE.match(text.lstrip())
    short = 2 < len(first.split()) <= LONGEST_HEADLINE
    if alone and short and rest and not first.endswith((".", ":", "…", '"', "”")):
        return first
    return None


def _top(text: str) -> list[tuple[int, str]]:
    """The first lines with their offsets, without the white space around them."""
    found = []
    for match in re.finditer(r"\S[^\n]*", text):
        found.append((match.start(), match.group()[:300].rstrip()))
        if len(found) == LOOKED_AT:
            break
    return found
