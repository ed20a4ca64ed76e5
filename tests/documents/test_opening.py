"""Files, standard input and encodings: what opens, and what gets a clear error."""

import codecs
import gzip
from pathlib import Path

import pytest

from dragoman.documents import open_path, open_stdin, to_document
from dragoman.documents.opening import LARGEST
from dragoman.errors import DocumentError, UsageError
from dragoman.records import Capture

TEXT = "Troops left the harbour on Monday, a spokesman said."


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", TEXT, "text/plain"),
        ("a", TEXT, "text/plain"),
        ("a.html", "<p>x", "text/html"),
        ("a.HTM", "<p>x", "text/html"),
        ("page", "<!DOCTYPE html><title>x</title>", "text/html"),
        ("a.jsonl", '{"text": "x"}', "application/x-ndjson"),
        ("a.json", '{"text": "x"}', "application/x-ndjson"),
        ("a.txt.gz", gzip.compress(TEXT.encode(), mtime=0), "text/plain"),
        ("a.html.gz", gzip.compress(b"<p>x", mtime=0), "text/html"),
    ],
)
def test_media_types(tmp_path: Path, name: str, content: bytes | str, media_type: str) -> None:
    assert open_path(write(tmp_path, name, content)).media_type == media_type


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"ab\x00cd", "NUL bytes"),
        ("a.pdf", b"%PDF-1.7 ...", "a PDF"),
        ("a.docx", b"PK\x03\x04....", "ZIP"),
        ("a.txt", b"PK\x03\x04....", "ZIP"),
        ("a.doc", b"\xd0\xcf\x11\xe0....", "an old Office file"),
        ("a.png", b"\x89PNG....", "a PNG picture"),
        ("a.csv", b"a,b\n1,2\n", "media type 'text/csv'; allowed: text, HTML or JSON Lines"),
        ("a.txt.gz", b"not gzip", "damaged gzip data"),
        ("a.txt.gz", gzip.compress(b"abc" * 99, mtime=0)[:-9], "damaged gzip data"),
    ],
)
def test_what_is_no_document(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    with pytest.raises(DocumentError) as error:
        open_path(write(tmp_path, name, content))
    assert reason in str(error.value)
    assert name in str(error.value)
    assert "\n" not in str(error.value)


def test_binary_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="give text, HTML or JSON Lines"):
        open_path(write(tmp_path, "a.bin", b"\x00\x01"))


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        open_path(tmp_path / "none.txt")
    with pytest.raises(UsageError, match="is a folder"):
        open_path(tmp_path)


def test_fifty_megabytes_are_refused_before_they_are_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(DocumentError, match="more than 20 MB"):
        open_path(path)
    packed = tmp_path / "bomb.txt.gz"
    packed.write_bytes(gzip.compress(b"a" * (LARGEST + 5)))
    with pytest.raises(DocumentError, match="more than 20 MB"):
        open_path(packed)
    with pytest.raises(DocumentError, match="more than 20 MB"):
        open_stdin(b"a" * (LARGEST + 1))


def test_too_many_characters() -> None:
    capture = Capture(name="a.txt", content=b"word " * 1_100_000, media_type="text/plain")
    with pytest.raises(DocumentError, match=r"a.txt: 5,500,000 characters; allowed: 5,000,000"):
        to_document(capture)


def test_standard_input() -> None:
    document, issues = to_document(open_stdin(TEXT.encode()))
    assert (document.id, document.text, issues) == ("-", TEXT, ())


ACCENTS = "Präsident Ødegård sagte: „Wir verhandeln über die Grenze, nicht über Geld.“ "


@pytest.mark.parametrize(
    "content",
    [
        ACCENTS.encode(),
        codecs.BOM_UTF8 + ACCENTS.encode(),
        ACCENTS.encode("utf-16"),
        codecs.BOM_UTF16_BE + ACCENTS.encode("utf-16-be"),
        ACCENTS.encode("utf-32"),
    ],
)
def test_encodings_that_need_no_guess(tmp_path: Path, content: bytes) -> None:
    document, issues = to_document(open_path(write(tmp_path, "a.txt", content)))
    assert document.text == ACCENTS
    assert not issues


def test_declared_charset_of_a_server() -> None:
    content = "Café Montréal".encode("cp1252")
    capture = Capture(
        name="u", content=content, media_type="text/plain", charset="ISO-8859-1", url="u"
    )
    assert to_document(capture)[0].text == "Café Montréal"


def test_charset_of_a_page() -> None:
    html = '<html><head><meta charset="windows-1251"></head><body><p>Войска ушли из города.</p>'
    capture = Capture(name="p", content=html.encode("cp1251"), media_type="text/html")
    document, issues = to_document(capture)
    assert "Войска ушли" in document.text
    assert not [issue for issue in issues if issue.code.startswith("documents.encoding")]


def test_a_guess_is_named() -> None:
    content = (ACCENTS * 5).encode("cp1252")
    document, issues = to_document(Capture(name="a", content=content, media_type="text/plain"))
    assert [issue.code for issue in issues] == ["documents.encoding-guessed"]
    assert "read as" in issues[0].message
    assert "sagte" in document.text


def test_a_wrong_declaration_is_named() -> None:
    capture = Capture(
        name="a", content=ACCENTS.encode(), media_type="text/plain", charset="ascii-nonsense"
    )
    document, issues = to_document(capture)
    assert document.text == ACCENTS
    assert [issue.code for issue in issues] == ["documents.encoding-wrong"]
