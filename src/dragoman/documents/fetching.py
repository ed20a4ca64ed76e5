"""A web address → Capture: bounded in time, size and redirects, and safe to offer in a server."""

import ipaddress
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.documents import media
from dragoman.documents.opening import LARGEST
from dragoman.errors import DocumentError
from dragoman.records import Capture

if TYPE_CHECKING:
    import httpx

AGENT = "dragoman (news reader)"
_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds to connect, between two pieces and in all; bytes of the page; redirects followed."""

    connect: float = 10.0
    read: float = 15.0
    total: float = 60.0
    size: int = LARGEST
    redirects: int = 5


def fetch(url: str, *, allow_private: bool = True, limits: Limits | None = None) -> Capture:
    """The page at a web address.

    With `allow_private=False`, every host on the way must resolve to public addresses only, and
    the connection goes to the address that was checked, so that a server can fetch what strangers
    ask for. Raises `DocumentError`, one line that starts with the address, for everything that
    can go wrong on the way.
    """
    # Costs 0.1 s to import; reading files does not need it.
    import httpx

    limits = limits or Limits()
    deadline = time.monotonic() + limits.total
    timeout = httpx.Timeout(limits.read, connect=limits.connect)
    try:
        with httpx.Client(timeout=timeout, trust_env=allow_private) as client:
            return _follow(client, url, allow_private, limits, deadline)
    except httpx.TimeoutException:
        raise DocumentError(f"{url}: no answer in time") from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise DocumentError(f"{url}: cannot be fetched ({_one_line(error)})") from None


def _follow(
    client: "httpx.Client", url: str, allow_private: bool, limits: Limits, deadline: float
) -> Capture:
    import httpx

    at = httpx.URL(url)
    for _ in range(limits.redirects + 1):
        request = _request(client, at, url, allow_private)
        response = client.send(request, stream=True)
        try:
            if response.status_code in _REDIRECTS and "location" in response.headers:
                at = at.join(response.headers["location"])
                continue
            return _captured(response, url, str(at), limits, deadline)
        finally:
            response.close()
    raise DocumentError(f"{url}: more than {limits.redirects} redirects")


def _request(
    client: "httpx.Client", at: "httpx.URL", url: str, allow_private: bool
) -> "httpx.Request":
    """The request for one hop, after its scheme and, if asked, its address are checked."""
    if at.scheme not in {"http", "https"} or not at.host:
        raise DocumentError(f"{url}: address {str(at)!r}; allowed: http:// and https://")
    headers = {"User-Agent": AGENT, "Accept": "text/html, text/plain;q=0.9, */*;q=0.1"}
    if allow_private:
        return client.build_request("GET", at, headers=headers)
    address = public_address(at.host, at.port or (443 if at.scheme == "https" else 80), url)
    headers["Host"] = at.netloc.decode("ascii")
    pinned = at.copy_with(host=address)
    extensions = {"sni_hostname": at.host}
    return client.build_request("GET", pinned, headers=headers, extensions=extensions)


def public_address(host: str, port: int, url: str) -> str:
    """The first address of a host, all of whose addresses are public. Raises `DocumentError`."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise DocumentError(f"{url}: host {host!r} is not known") from None
    addresses = [str(entry[4][0]) for entry in found]
    for address in addresses:
        plain = ipaddress.ip_address(address.partition("%")[0])
        mapped = getattr(plain, "ipv4_mapped", None) or plain
        if not mapped.is_global or mapped.is_multicast:
            raise DocumentError(f"{url}: host {host!r} is at {address}, not a public address")
    return addresses[0]


def _captured(
    response: "httpx.Response", url: str, final: str, limits: Limits, deadline: float
) -> Capture:
    if response.status_code != 200:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        raise DocumentError(f"{url}: the server answered {status}")
    pieces, size = [], 0
    for piece in response.iter_bytes(65_536):
        size += len(piece)
        if size > limits.size:
            raise DocumentError(f"{url}: more than {limits.size} bytes; that is the limit")
        if time.monotonic() > deadline:
            raise DocumentError(f"{url}: not complete after {limits.total:g} seconds")
        pieces.append(piece)
    content = b"".join(pieces)
    declared = response.headers.get("content-type", "")
    media_type = media.declared(url, declared, content)
    charset = response.charset_encoding
    return Capture(name=url, content=content, media_type=media_type, charset=charset, url=final)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
