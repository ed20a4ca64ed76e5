"""Which fields of a record stand in its JSON even when nobody set them."""

from typing import TypeVar

import msgspec

T = TypeVar("T")


def stated(value: T) -> T:
    """A default that JSON always states: absent means empty there, never "the usual value"."""
    # msgspec leaves out a default by identity, but never what a factory makes.
    return msgspec.field(default_factory=lambda: value)
