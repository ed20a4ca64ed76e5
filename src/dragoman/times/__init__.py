"""Parsed → Timex."""

from dragoman.times.finder import TimeFinder

__all__ = ["TimeFinder"]
