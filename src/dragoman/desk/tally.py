"""How a run over many records went."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Counts of records: `written` now, `kept` from an earlier run, `failed` and reported."""

    written: int = 0
    kept: int = 0
    failed: int = 0

    def __str__(self) -> str:
        parts = [f"{self.written:,} written"]
        if self.kept:
            parts.append(f"{self.kept:,} there already")
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        return ", ".join(parts)
