"""A web page → the article in it: title, day of publication, text."""

import datetime
from dataclasses import dataclass
from typing import Any

from dragoman.documents.plain import visible_text
from dragoman.errors import DocumentError


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

    Where no article is found, or the page is nested more deeply than libxml2 reads (256 levels),
    the text is all that the page shows. Scripts are never part of it. Raises `DocumentError` for
    a page without any text.
    """
    found = _extracted(html, url)
    text = (found.text or "").strip() if found else ""
    whole = not text
    if whole:
        text = visible_text(html)
    if not text.strip():
        raise DocumentError(f"{url or 'page'}: no text in it")
    return Article(
        title=_clean(found and found.title),
        published=_day(found and found.date),
        text=text,
        source=_clean(found and found.sitename),
        author=_clean(found and found.author),
        whole=whole,
    )


def _extracted(html: str, url: str | None) -> Any:
    # Costs 0.35 s to import, which reading plain text must not pay.
    import trafilatura

    return trafilatura.bare_extraction(
        html,
        url=url,
        with_metadata=True,
        favor_recall=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )


def _clean(text: Any) -> str | None:
    return " ".join(str(text).split()) or None if text else None


def _day(date: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(date)[:10]) if date else None
    except ValueError:
        return None
