"""What kind of file some bytes are: plain text, HTML or JSON Lines, and nothing else."""

import codecs
import mimetypes
from pathlib import PurePath

from dragoman.errors import DocumentError

TEXT, HTML, RECORDS = "text/plain", "text/html", "application/x-ndjson"
SUFFIXES = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".jsonl": RECORDS,
    ".ndjson": RECORDS,
}
"""Files that are documents by their name; each may end in `.gz` as well."""
_DECLARED = {
    **{media: media for media in (TEXT, HTML, RECORDS)},
    "application/xhtml+xml": HTML,
    "application/jsonl": RECORDS,
    "application/x-jsonlines": RECORDS,
    "text/markdown": TEXT,
}
_VAGUE = {"", "application/octet-stream", "binary/octet-stream", "application/x-gzip"}
ALLOWED = "text, HTML or JSON Lines"
# The first bytes of formats that people try to read as text.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "ZIP: a Word, OpenDocument or EPUB file is one too"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ\x00", "XZ"),
    (b"7z\xbc\xaf", "7-ZIP"),
    (b"\x28\xb5\x2f\xfd", "ZSTD"),
    (b"PAR1", "Parquet"),
    (b"SQLite format 3", "SQLite"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
)
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and the codec that reads them, in the order in which they must be tried."""
_SNIFFED = 8192


def suffix_of(name: str) -> str:
    """The suffix of a file name in lower case, a final `.gz` left out."""
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix if path.suffix == ".gz" else path.suffix


def of_file(name: str, content: bytes) -> str:
    """The media type of a file's content: by name, else by looking. Raises `DocumentError`."""
    _refuse_binary(name, content)
    if known := SUFFIXES.get(suffix_of(name)):
        return known
    guess, _ = mimetypes.guess_type(name.lower().removesuffix(".gz"))
    if guess and guess != "application/json" and not guess.startswith("text/x-"):
        return declared(name, guess, content)
    return _by_looking(content)


def declared(name: str, media_type: str, content: bytes) -> str:
    """The media type that a source declares, if it is one of ours. Raises `DocumentError`."""
    _refuse_binary(name, content)
    bare = media_type.partition(";")[0].strip().lower()
    if bare in _VAGUE:
        return _by_looking(content)
    if bare not in _DECLARED:
        raise DocumentError(f"{name}: media type {bare!r}; allowed: {ALLOWED}")
    return _DECLARED[bare]


def _refuse_binary(name: str, content: bytes) -> None:
    if not content.strip():
        raise DocumentError(f"{name}: empty")
    head = content[:_SNIFFED]
    what = next((what for signature, what in _SIGNATURES if head.startswith(signature)), None)
    marked = any(head.startswith(mark) for mark, _ in MARKS)
    if what is None and b"\x00" in head and not marked:
        what = "NUL bytes"
    if what:
        raise DocumentError(f"{name}: looks like binary data ({what}); give {ALLOWED}")


def _by_looking(content: bytes) -> str:
    head = content[:_SNIFFED].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    if head.startswith(b"{") and b'"' in head[:100]:
        return RECORDS
    if head.startswith((b"<!doctype html", b"<html")) or b"<body" in head or b"<head" in head:
        return HTML
    return TEXT
