"""bytes → Capture → Document; furniture."""

from dragoman.documents.furniture import FurnitureFinder

__all__ = ["FurnitureFinder"]
