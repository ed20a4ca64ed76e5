"""Fetching from a server on this machine: limits, redirects, refusals."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.documents import Limits, fetch, to_document
from dragoman.documents.fetching import public_address
from dragoman.errors import DocumentError

PAGE = "<html lang='en'><body><p>Troops left the harbour on Monday.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path == "/page":
            self._send(200, PAGE.encode(), "text/html; charset=utf-8")
        elif path == "/latin":
            self._send(200, "Café Selda".encode("latin-1"), "text/plain; charset=iso-8859-1")
        elif path == "/picture":
            self._send(200, b"abc", "image/png")
        elif path == "/binary":
            self._send(200, b"\x00\x01\x02", "text/html")
        elif path == "/empty":
            self._send(200, b"", "text/html")
        elif path == "/missing":
            self._send(404, b"no", "text/plain")
        elif path == "/large":
            self._send(200, b"a" * 3_000_000, "text/plain")
        elif path.startswith("/hop/"):
            left = int(path.rsplit("/", 1)[1])
            self._redirect(f"/hop/{left - 1}" if left else "/page")
        elif path == "/to-file":
            self._redirect("file:///etc/hostname")
        elif path == "/slow":
            time.sleep(1.5)
            self._send(200, b"late", "text/plain")
        elif path == "/drip":
            self._drip()

    def _send(self, status: int, body: bytes, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"x" * 70_000)
                time.sleep(0.05)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_page(site: str) -> None:
    capture = fetch(f"{site}/page")
    document, _ = to_document(capture)
    assert capture.url == f"{site}/page"
    assert document.text == "Troops left the harbour on Monday."
    assert document.language == "en"


def test_the_charset_that_the_server_declares(site: str) -> None:
    assert to_document(fetch(f"{site}/latin"))[0].text == "Café Selda"


def test_redirects_are_followed_to_their_limit(site: str) -> None:
    assert fetch(f"{site}/hop/4").url == f"{site}/page"
    with pytest.raises(DocumentError, match="more than 5 redirects"):
        fetch(f"{site}/hop/9")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/picture", "media type 'image/png'; allowed: text, HTML or JSON Lines"),
        ("/binary", "looks like binary data"),
        ("/empty", "empty"),
        ("/missing", "the server answered 404"),
        ("/to-file", "allowed: http:// and https://"),
    ],
)
def test_pages_that_cannot_be_had(site: str, path: str, reason: str) -> None:
    with pytest.raises(DocumentError) as error:
        fetch(site + path)
    assert reason in str(error.value)
    assert str(error.value).startswith(site + path)
    assert "\n" not in str(error.value)


def test_size_and_time_are_bounded(site: str) -> None:
    with pytest.raises(DocumentError, match="more than 1000000 bytes"):
        fetch(f"{site}/large", limits=Limits(size=1_000_000))
    with pytest.raises(DocumentError, match="no answer in time"):
        fetch(f"{site}/slow", limits=Limits(read=0.2))
    with pytest.raises(DocumentError, match=r"not complete after 0\.2 seconds"):
        fetch(f"{site}/drip", limits=Limits(total=0.2))


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "file:///etc/passwd", "example.org", "http://", "javascript:x"]
)
def test_only_http(url: str) -> None:
    with pytest.raises(DocumentError, match="allowed: http:// and https://"):
        fetch(url)


def test_nobody_listens() -> None:
    with pytest.raises(DocumentError, match="cannot be fetched"):
        fetch("http://127.0.0.1:9/")


def test_private_addresses_are_refused_on_demand(site: str) -> None:
    with pytest.raises(DocumentError, match="not a public address"):
        fetch(f"{site}/page", allow_private=False)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "::1",
        "::ffff:10.0.0.1",
    ],
)
def test_what_is_not_public(host: str) -> None:
    with pytest.raises(DocumentError, match="not a public address"):
        public_address(host, 80, "u")


def test_what_is_public() -> None:
    assert public_address("8.8.8.8", 443, "u") == "8.8.8.8"
