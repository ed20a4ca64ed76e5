"""Parsed → PlaceMention."""

from dragoman.places.finder import PlaceFinder

__all__ = ["PlaceFinder"]
