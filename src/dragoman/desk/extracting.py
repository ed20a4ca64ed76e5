"""Pages to articles: `{"id", "title", "published", "text"}`."""

import gzip
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from dragoman.desk.answering import Record, answer
from dragoman.desk.tally import Tally
from dragoman.documents import Failure, fetch, open_path
from dragoman.documents import extract as article_of
from dragoman.documents.encoding import decode
from dragoman.errors import DocumentError, UsageError


class Extracted(msgspec.Struct, frozen=True, kw_only=True):
    """The article of a page. `published` is ISO 8601, absent where the page does not say."""

    id: str
    title: str | None
    published: str | None
    text: str


def extract(
    source: str,
    target: Path,
    *,
    fresh: bool = False,
    report: Callable[[Failure], None],
    advance: Callable[[int], None] = lambda count: None,
    tally: Tally | None = None,
) -> Tally:
    """Writes the article of each page that `source` lists, in input order, resumable.

    A record has an `id` and one of `html`, `html_path` (relative to the folder of `source`, may
    end in `.gz`) or, failing both, a `url` to fetch.
    """
    folder = Path(source).parent if source != "-" else Path()

    def work(record: Record) -> Extracted:
        article = article_of(_page(record, folder), _text(record, "url"))
        day = article.published.isoformat() if article.published else None
        return Extracted(id=record["id"], title=article.title, published=day, text=article.text)

    return answer(source, target, work, fresh=fresh, report=report, advance=advance, tally=tally)


def _page(record: Record, folder: Path) -> str:
    if html := _text(record, "html"):
        return html
    if path := _text(record, "html_path"):
        return _decoded(folder / path)
    if url := _text(record, "url"):
        return decode(fetch(url))[0]
    raise DocumentError("no page; one of html, html_path and url is needed")


def _decoded(path: Path) -> str:
    try:
        return decode(open_path(path))[0]
    except (UsageError, OSError, gzip.BadGzipFile, zlib.error) as error:
        raise DocumentError(str(error)) from None


def _text(record: Record, key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise DocumentError(f"{key} is {value!r}; allowed: text")
    return value or None
