"""bytes → Capture → Document."""

from dragoman.records import Document, Found, Furniture


class FurnitureFinder:
    """Finds what is not the article."""

    def find(self, document: Document) -> Found[Furniture]:
        """The furniture of the text, by start."""
        return Found()
