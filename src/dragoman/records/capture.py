"""What was fetched or opened, before anything is made of it."""

import msgspec


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes as they came, with what is known of their origin.

    `media_type` is the bare type (`text/html`) as declared or found out; `charset` is set only
    when the source declares one; `name` is the path, URL or `-` for people to recognise.
    """

    name: str
    content: bytes
    media_type: str
    charset: str | None = None
    url: str | None = None
