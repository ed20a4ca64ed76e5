"""Where something stands in a text."""

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """Half-open code-point offsets into `Document.text`: `0 <= start < end <= len(text)`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies within this span, ends included."""
        return self.start <= other.start and other.end <= self.end
