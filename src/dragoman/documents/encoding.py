"""Bytes → text: by mark, declaration or UTF-8; a guess is always reported."""

import codecs
import re

from dragoman.documents import media
from dragoman.errors import DocumentError
from dragoman.records import Capture, Issue

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_META_WITHIN = 4096
_SAMPLE = 200_000
# The Encoding Standard (WHATWG, 4.2): these labels mean what browsers have always taken them for.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "euc_kr": "cp949"}


def decode(capture: Capture) -> tuple[str, tuple[Issue, ...]]:
    """The text of a capture, and issues where its encoding was wrongly declared or guessed.

    Tried in turn: a byte order mark, the charset that the source declares, that of `<meta>` in
    HTML, UTF-8. If none fits, charset-normalizer guesses, and the issue
    `documents.encoding-guessed` names its guess. Raises `DocumentError` where there is no guess.
    """
    content = capture.content
    for mark, codec in media.MARKS:
        if content.startswith(mark):
            return content.decode(codec, errors="replace"), _replaced(content, codec)
    issues: list[Issue] = []
    for label in _labels(capture):
        text = _attempt(content, label)
        if text is not None:
            return text, tuple(issues)
        issues.append(Issue(code="documents.encoding-wrong", message=_not_in(capture.name, label)))
    if (text := _attempt(content, "utf-8")) is not None:
        return text, tuple(issues)
    text, guess = _guessed(capture.name, content)
    return text, (*issues, guess)


def _labels(capture: Capture) -> list[str]:
    labels = [capture.charset] if capture.charset else []
    if capture.media_type == media.HTML and (found := _META.search(capture.content[:_META_WITHIN])):
        label = found.group(1).decode("ascii").lower()
        # A page whose <meta> could be read as ASCII is not in UTF-16, whatever it says.
        labels.append("utf-8" if label.startswith("utf-16") else label)
    return list(dict.fromkeys(labels))


def _attempt(content: bytes, label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
        return content.decode(_MEANT.get(name, name))
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _not_in(name: str, label: str) -> str:
    return f"{name}: declared to be {label}, but it is not"


def _replaced(content: bytes, codec: str) -> tuple[Issue, ...]:
    lost = content.decode(codec, errors="replace").count("\ufffd")
    if not lost:
        return ()
    message = f"{lost} characters could not be read as {codec}"
    return (Issue(code="documents.encoding-wrong", message=message),)


def _guessed(name: str, content: bytes) -> tuple[str, Issue]:
    # Costs 0.1 s to import, and almost no input needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE]).best()
    if best is None:
        raise DocumentError(f"{name}: unknown encoding; give UTF-8 or declare the charset")
    text = content.decode(best.encoding, errors="replace")
    message = f"{name}: encoding not declared and not UTF-8; read as {best.encoding}"
    return text, Issue(code="documents.encoding-guessed", message=message)
