"""Parsed → Claim."""

from dragoman.claims.finder import ClaimFinder

__all__ = ["ClaimFinder"]
