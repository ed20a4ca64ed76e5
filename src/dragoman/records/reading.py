"""Everything that is said of one document."""

from typing import Self

import msgspec

from dragoman.errors import DocumentError
from dragoman.records.actor import Actor
from dragoman.records.citation import Citation
from dragoman.records.claim import Claim
from dragoman.records.document import Document, Furniture
from dragoman.records.event import Event
from dragoman.records.issue import Issue
from dragoman.records.place import PlaceMention
from dragoman.records.proposal import Proposal
from dragoman.records.timex import Timex


class Reading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The findings of one document, in reading order, and the version that made them.

    In JSON, absent means empty. `Reading.from_json(reading.to_json())` equals `reading`.
    """

    id: str
    document: Document
    furniture: tuple[Furniture, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    instruments: tuple[Citation, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    issues: tuple[Issue, ...] = ()
    version: str

    def to_json(self) -> bytes:
        """One line of UTF-8 JSON without the line break; the same bytes for the same reading."""
        return msgspec.json.encode(self, order="deterministic")

    @classmethod
    def from_json(cls, line: bytes | str) -> Self:
        """The reading that `to_json` wrote. Raises `DocumentError` naming the offending key."""
        try:
            return msgspec.json.decode(line, type=cls)
        except msgspec.DecodeError as error:
            raise DocumentError(f"not a reading: {error}") from None
