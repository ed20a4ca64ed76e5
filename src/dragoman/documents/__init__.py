"""bytes → Capture → Document; furniture.

Opening     `open_path`, `open_stdin`, `fetch` give a `Capture`; `Limits` bounds a fetch
Making      `to_document`, `document_from_record` give a `Document` and issues; `day_of` a date
Corpora     `corpus` gives `Made` documents and `Failure`s, one after another;
            `json_lines` and `json_values` the JSON under them
Articles    `extract` gives the `Article` in a page
Furniture   `FurnitureFinder` finds what is not the article in plain text

Importing this package is cheap: trafilatura, htmldate, httpx and charset-normalizer, 0.5 s
together, are imported by the functions that need them, when they first need them.
"""

from dragoman.documents.corpus import Made, corpus
from dragoman.documents.fetching import Limits, fetch
from dragoman.documents.furniture import FurnitureFinder
from dragoman.documents.lines import Failure, json_lines, json_values
from dragoman.documents.made import day_of, document_from_record, to_document
from dragoman.documents.opening import open_path, open_stdin
from dragoman.documents.pages import Article, extract

__all__ = [
    "Article",
    "Failure",
    "FurnitureFinder",
    "Limits",
    "Made",
    "corpus",
    "day_of",
    "document_from_record",
    "extract",
    "fetch",
    "json_lines",
    "json_values",
    "open_path",
    "open_stdin",
    "to_document",
]
