"""Document → Furniture: the spans of a text that are not the article."""

from dragoman.documents.furniture.finder import FurnitureFinder

__all__ = ["FurnitureFinder"]
