"""Parsed → PlaceMention."""

from dragoman.places.finder import PlaceFinder
from dragoman.places.storage import path as compile_gazetteer

__all__ = ["PlaceFinder", "compile_gazetteer"]
