"""What the program does, one verb a file: read, code, extract, relate, who.

The verbs load when first used. Their modules have nouns for names, so that `desk.code` is always
the function and never the module.
"""

from typing import TYPE_CHECKING

from dragoman import lazy

if TYPE_CHECKING:
    from dragoman.desk.asking import Known as Known
    from dragoman.desk.asking import ask as ask
    from dragoman.desk.asking import ask_many as ask_many
    from dragoman.desk.asking import open_registry as open_registry
    from dragoman.desk.coding import code as code
    from dragoman.desk.extracting import extract as extract
    from dragoman.desk.opening import open_all as open_all
    from dragoman.desk.opening import published_day as published_day
    from dragoman.desk.options import ReaderOptions as ReaderOptions
    from dragoman.desk.preparing import prepare as prepare
    from dragoman.desk.reading import read as read
    from dragoman.desk.reading import read_made as read_made
    from dragoman.desk.relating import Relations as Relations
    from dragoman.desk.relating import relate as relate
    from dragoman.desk.relating import relate_many as relate_many
    from dragoman.desk.tally import Tally as Tally
    from dragoman.documents import Made as Made

_HOMES = {
    "Known": "dragoman.desk.asking",
    "Made": "dragoman.documents",
    "Relations": "dragoman.desk.relating",
    "ReaderOptions": "dragoman.desk.options",
    "Tally": "dragoman.desk.tally",
    "ask": "dragoman.desk.asking",
    "ask_many": "dragoman.desk.asking",
    "code": "dragoman.desk.coding",
    "extract": "dragoman.desk.extracting",
    "open_all": "dragoman.desk.opening",
    "open_registry": "dragoman.desk.asking",
    "prepare": "dragoman.desk.preparing",
    "published_day": "dragoman.desk.opening",
    "read": "dragoman.desk.reading",
    "read_made": "dragoman.desk.reading",
    "relate": "dragoman.desk.relating",
    "relate_many": "dragoman.desk.relating",
}

__all__ = [*_HOMES]
__getattr__ = lazy.attributes(__name__, _HOMES)
