"""Capture or record → Document."""

import datetime
import re
from typing import Any

from dragoman.documents import media
from dragoman.documents.dateline import byline, dateline, headline
from dragoman.documents.encoding import decode
from dragoman.documents.pages import extract
from dragoman.errors import DocumentError, UsageError
from dragoman.records import Capture, Document, Issue

LONGEST = 5_000_000
"""Characters of the longest text that is read as one document."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_LANGUAGE = re.compile(r"<html[^>]{0,300}?\blang\s*=\s*[\"']?([A-Za-z]{2})\b", re.IGNORECASE)
_TEXTS = ("title", "url", "source", "language")
_KNOWN = {"id", "text", "html", "published", *_TEXTS}

Issues = tuple[Issue, ...]


def day_of(value: str, what: str = "published") -> datetime.date:
    """The day that an ISO 8601 date or date-time names. Raises `UsageError` naming the value.

    `what` says in the error whose value it is.
    """
    try:
        return datetime.datetime.fromisoformat(value.strip()).date()
    except ValueError:
        allowed = "allowed: ISO 8601 such as 2024-12-09"
        raise UsageError(f"{what} {value!r} is not a date; {allowed}") from None


def to_document(
    capture: Capture,
    *,
    id: str | None = None,
    published: datetime.date | None = None,
    title: str | None = None,
) -> tuple[Document, Issues]:
    """The document in a capture of text or HTML, and what was odd about it.

    What the caller gives wins over what the page says. `id` is the capture's name by default.
    Raises `DocumentError` for a text that is empty or longer than `LONGEST`, and for JSON Lines,
    which may hold many documents (see `corpus`).
    """
    if capture.media_type == media.RECORDS:
        raise DocumentError(f"{capture.name}: JSON Lines hold many documents; read as a corpus")
    text, issues = decode(capture)
    fields: dict[str, Any] = {
        "id": id or capture.name,
        "title": title,
        "published": published,
        "url": capture.url,
    }
    page = capture.media_type == media.HTML
    document, more = _document(capture.name, text, page, fields)
    return document, issues + more


def document_from_record(record: object, file: str, line: int) -> tuple[Document, Issues]:
    """The document in one object of a JSON Lines file.

    Keys: `id`, `text` or `html`, optionally `title`, `published`, `url`, `source`, `language`;
    others are kept in `extra`. Without an `id` the document is named `file:line`. Raises
    `DocumentError` that names file, line, key and what is allowed.
    """
    where = f"{file}:{line}"
    if not isinstance(record, dict):
        raise DocumentError(f"{where}: {type(record).__name__}; allowed: a JSON object")
    fields: dict[str, Any] = {key: _string(record, key, where) for key in _TEXTS}
    fields["id"] = _identity(record, where)
    if day := _string(record, "published", where):
        try:
            fields["published"] = day_of(day)
        except UsageError as error:
            raise DocumentError(f"{where}: {error}") from None
    fields["extra"] = {key: value for key, value in record.items() if key not in _KNOWN}
    text, html = _string(record, "text", where), _string(record, "html", where)
    if text is None and html is None:
        raise DocumentError(f"{where}: neither text nor html; one of them is needed")
    return _document(where, text if text is not None else html or "", text is None, fields)


def _document(name: str, text: str, page: bool, fields: dict[str, Any]) -> tuple[Document, Issues]:
    """The document of a decoded text or page; `fields` holds what was given."""
    if len(text) > (4 * LONGEST if page else LONGEST):
        raise _too_long(name, len(text))
    given = {key: value for key, value in fields.items() if value is not None}
    issues: list[Issue] = []
    found: dict[str, Any] = {"published_basis": "given"} if "published" in given else {}
    if page:
        text = _from_page(name, text, found, issues, given.get("url"))
    else:
        found["title"] = headline(text)
    if not text.strip():
        raise DocumentError(f"{name}: empty")
    if len(text) > LONGEST:
        raise _too_long(name, len(text))
    text = _without_surrogates(text, issues)
    found |= {"dateline": dateline(text), "byline": byline(text)}
    return Document(text=text, **(found | given)), tuple(issues)


def _from_page(
    name: str, html: str, found: dict[str, Any], issues: list[Issue], url: str | None
) -> str:
    try:
        article = extract(html, url)
    except DocumentError:
        raise DocumentError(f"{name}: no text in the page") from None
    if article.whole:
        message = "no article found in the page; all its text is read"
        issues.append(Issue(code="documents.whole-page", message=message))
    found["title"], found["source"] = article.title, article.source
    if language := _LANGUAGE.search(html[:5000]):
        found["language"] = language.group(1).lower()
    if article.published and "published_basis" not in found:
        found |= {"published": article.published, "published_basis": "page"}
    return article.text


def _without_surrogates(text: str, issues: list[Issue]) -> str:
    """Half a surrogate pair is no character and cannot be written as UTF-8."""
    clean, lost = _SURROGATE.subn("\ufffd", text)
    if lost:
        message = f"{lost} halves of surrogate pairs replaced"
        issues.append(Issue(code="documents.surrogates", message=message))
    return clean


def _too_long(name: str, length: int) -> DocumentError:
    allowed = f"allowed: {LONGEST:,} for one document"
    return DocumentError(f"{name}: {length:,} characters; {allowed}")


def _string(record: dict[str, Any], key: str, where: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise DocumentError(f"{where}: {key} is {_shown(value)}; allowed: a string")
    return value


def _identity(record: dict[str, Any], where: str) -> str:
    value = record.get("id")
    if value is None or value == "":
        return where
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    raise DocumentError(f"{where}: id is {_shown(value)}; allowed: a string or a whole number")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
