"""What flows through Dragoman: frozen records, one small file each."""

from dragoman.records.actor import Actor, ActorMention, Candidate
from dragoman.records.capture import Capture
from dragoman.records.citation import Bearing, Citation
from dragoman.records.claim import Claim, Hedge
from dragoman.records.document import Document, Furniture
from dragoman.records.event import Alternative, Coder, Event, Magnitude
from dragoman.records.found import Found
from dragoman.records.issue import Issue
from dragoman.records.place import PlaceMention
from dragoman.records.proposal import Evidence, Proposal
from dragoman.records.reading import Reading
from dragoman.records.span import Span
from dragoman.records.timex import Timex

__all__ = [
    "Actor",
    "ActorMention",
    "Alternative",
    "Bearing",
    "Candidate",
    "Capture",
    "Citation",
    "Claim",
    "Coder",
    "Document",
    "Event",
    "Evidence",
    "Found",
    "Furniture",
    "Hedge",
    "Issue",
    "Magnitude",
    "PlaceMention",
    "Proposal",
    "Reading",
    "Span",
    "Timex",
]
