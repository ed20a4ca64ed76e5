"""Changes of office that a report states → proposals to the registry."""

from dragoman.actors.changes.finder import ProposalFinder

__all__ = ["ProposalFinder"]
