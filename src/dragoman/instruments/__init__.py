"""Parsed → Citation."""

from dragoman.parsing import Parsed
from dragoman.records import Actor, Citation, Claim, Found


class InstrumentFinder:
    """Finds resolutions, treaties and other instruments, and what the speaker does with them."""

    def find(
        self,
        parsed: Parsed,
        actors: tuple[Actor, ...] = (),
        claims: tuple[Claim, ...] = (),
    ) -> Found[Citation]:
        """The instruments that the text cites, by start."""
        return Found()
