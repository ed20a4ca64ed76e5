"""Dragoman reads the news of world politics and keeps the record.

    import dragoman

    reading = dragoman.read("report.txt", published="2024-12-09")
    for event in reading.events:
        print(event.type, event.status, event.date)

The names below are the public ones. They are loaded when first used, so that importing the
"""

from typing import TYPE_CHECKING

from dragoman import lazy

if TYPE_CHECKING:
    from dragoman.desk.reading import read as read
    from dragoman.desk.relating import relate as relate
    from dragoman.errors import DataError as DataError
    from dragoman.errors import DocumentError as DocumentError
    from dragoman.errors import DragomanError as DragomanError
    from dragoman.errors import UsageError as UsageError
    from dragoman.reader import Reader as Reader
    from dragoman.records import Document as Document
    from dragoman.records import Reading as Reading
    from dragoman.version import package_version as package_version

_HOMES = {
    "DataError": "dragoman.errors",
    "Document": "dragoman.records",
    "DocumentError": "dragoman.errors",
    "DragomanError": "dragoman.errors",
    "Reader": "dragoman.reader",
    "Reading": "dragoman.records",
    "UsageError": "dragoman.errors",
    "package_version": "dragoman.version",
    "read": "dragoman.desk.reading",
    "relate": "dragoman.desk.relating",
}

__all__ = [*_HOMES]
__getattr__ = lazy.attributes(__name__, _HOMES)
