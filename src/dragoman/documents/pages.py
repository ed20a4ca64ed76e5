"""A web page → the article in it: title, day of publication, text."""

import datetime
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.documents.furniture import FurnitureFinder
from dragoman.documents.plain import visible_text
from dragoman.documents.tree import prepared
from dragoman.errors import DocumentError

LARGEST = 3_000_000
"""Characters of a page above which no article is looked for: its visible text is taken."""
SHORTEST = 200
"""Characters below which trafilatura's quick way is taken to have failed."""
SAME = 0.95
"""Share of the extracted lines that a longer run of the visible text must hold to replace it."""
TWICE = 2
"""How much longer that run must be: extractors stop where adverts cut an article into parts."""

# The first publication, from metadata only; the latest day is fixed, as otherwise htmldate takes
# today and the same page gives another date tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a page is about. `whole` is true where no article could be told from the page.

    `published` is the day that the page's own metadata gives, never one found in running text.
    """

    title: str | None
    published: datetime.date | None
    text: str
    source: str | None = None
    author: str | None = None
    whole: bool = False


def extract(html: str, url: str | None = None) -> Article:
    """The article of a page, by trafilatura (Barbaresi 2021) and htmldate (Barbaresi 2020).

    Its lines are then rid of furniture as `FurnitureFinder` knows it. Where no article is found,
    or the page is nested more deeply than libxml2 reads (256 levels), the text is all that the
    page shows. Scripts are never part of it. Raises `DocumentError` for a page without text.
    """
    found = _extracted(html, url) if len(html) <= LARGEST else None
    title = _clean(found.title) if found else None
    text = _article_text(found.text or "", html, title) if found else ""
    whole = not text
    if whole:
        text = visible_text(html)
    if not text.strip():
        raise DocumentError(f"{url or 'page'}: no text in it")
    return Article(
        title=title,
        published=_day(found.date) if found else None,
        text=text,
        source=_clean(found.sitename) if found else None,
        author=_clean(found.author) if found else None,
        whole=whole,
    )


@cache
def _finder() -> FurnitureFinder:
    return FurnitureFinder()


def _extracted(html: str, url: str | None) -> Any:
    """Trafilatura's own extractor, which is the most precise; its fallbacks where that fails."""
    # Costs 0.35 s to import, which reading plain text must not pay.
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    found: Any = None
    for quick in (True, False):
        tree = load_html(html)
        if tree is None:
            return None
        found = bare_extraction(
            prepared(tree),
            url=url,
            fast=quick,
            favor_recall=not quick,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=_DATES,
        )
        if found and len(found.text or "") >= SHORTEST:
            break
    return found


def _article_text(text: str, html: str, title: str | None) -> str:
    lines = _finder().article_lines(text, title)
    shown = _finder().page_lines(visible_text(html), title)
    if len(" ".join(shown)) > TWICE * len(" ".join(lines)):
        known = {_bare(line) for line in shown}
        held = sum(_bare(line) in known for line in lines)
        if lines and held >= SAME * len(lines):
            lines = shown
    return "\n".join(lines)


def _bare(line: str) -> str:
    return re.sub(r"\W+", "", line).casefold()


def _clean(text: Any) -> str | None:
    return " ".join(str(text).split()) or None if text else None


def _day(date: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(date)[:10]) if date else None
    except ValueError:
        return None
