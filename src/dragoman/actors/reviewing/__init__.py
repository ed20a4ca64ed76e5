"""Proposals of many readings → a sheet that a person judges → an overlay of the registry."""

from dragoman.actors.reviewing.accepting import Acceptance, accept
from dragoman.actors.reviewing.files import Filed
from dragoman.actors.reviewing.merging import Merged, merge
from dragoman.actors.reviewing.overlay import Overlay
from dragoman.actors.reviewing.sheet import NO_ROWS, Sheet, read_sheet, render

__all__ = [
    "NO_ROWS",
    "Acceptance",
    "Filed",
    "Merged",
    "Overlay",
    "Sheet",
    "accept",
    "merge",
    "read_sheet",
    "render",
]
