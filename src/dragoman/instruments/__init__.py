"""Parsed → Citation."""

from dragoman.instruments.finder import InstrumentFinder

__all__ = ["InstrumentFinder"]
