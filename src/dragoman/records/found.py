"""What a finding room hands back."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.records.issue import Issue

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Findings in reading order, and what looked odd on the way."""

    findings: tuple[T, ...] = ()
    issues: tuple[Issue, ...] = ()
