"""Parsed → Event."""

from dragoman.events.coder import EventCoder

__all__ = ["EventCoder"]
