"""Parsed → Actor, and the registry that says who somebody is on a day."""

from dragoman.actors.changes import ProposalFinder
from dragoman.actors.finder import ActorFinder
from dragoman.actors.registry import Registry

__all__ = ["ActorFinder", "ProposalFinder", "Registry"]
