"""What the program does, one verb a file: read, code, extract, relate, who, registry.

The verbs load when first used. Their modules have nouns for names, so that `desk.code` is always
the function and never the module.
"""

from typing import TYPE_CHECKING

from dragoman import lazy

if TYPE_CHECKING:
    from dragoman.desk.accepting import Accepted as Accepted
    from dragoman.desk.accepting import accept as accept
    from dragoman.desk.asking import Known as Known
    from dragoman.desk.asking import ask as ask
    from dragoman.desk.asking import ask_many as ask_many
    from dragoman.desk.asking import open_registry as open_registry
    from dragoman.desk.checking import check as check
    from dragoman.desk.coding import code as code
    from dragoman.desk.exporting import export as export
    from dragoman.desk.exporting import take_over as take_over
    from dragoman.desk.extracting import extract as extract
    from dragoman.desk.opening import open_all as open_all
    from dragoman.desk.opening import published_day as published_day
    from dragoman.desk.options import ReaderOptions as ReaderOptions
    from dragoman.desk.own import own_files as own_files
    from dragoman.desk.preparing import prepare as prepare
    from dragoman.desk.proposing import propose as propose
    from dragoman.desk.reading import read as read
    from dragoman.desk.reading import read_made as read_made
    from dragoman.desk.relating import Relations as Relations
    from dragoman.desk.relating import relate as relate
    from dragoman.desk.relating import relate_many as relate_many
    from dragoman.desk.tally import Tally as Tally
    from dragoman.documents import Made as Made

_HOMES = {
    "Accepted": "dragoman.desk.accepting",
    "Known": "dragoman.desk.asking",
    "Made": "dragoman.documents",
    "Relations": "dragoman.desk.relating",
    "ReaderOptions": "dragoman.desk.options",
    "Tally": "dragoman.desk.tally",
    "accept": "dragoman.desk.accepting",
    "ask": "dragoman.desk.asking",
    "ask_many": "dragoman.desk.asking",
    "check": "dragoman.desk.checking",
    "code": "dragoman.desk.coding",
    "export": "dragoman.desk.exporting",
    "extract": "dragoman.desk.extracting",
    "open_all": "dragoman.desk.opening",
    "open_registry": "dragoman.desk.asking",
    "own_files": "dragoman.desk.own",
    "prepare": "dragoman.desk.preparing",
    "propose": "dragoman.desk.proposing",
    "published_day": "dragoman.desk.opening",
    "read": "dragoman.desk.reading",
    "read_made": "dragoman.desk.reading",
    "relate": "dragoman.desk.relating",
    "relate_many": "dragoman.desk.relating",
    "take_over": "dragoman.desk.exporting",
}

__all__ = [*_HOMES]
__getattr__ = lazy.attributes(__name__, _HOMES)
