"""The words around names, read from `cues.tsv` and `ordinary.tsv`."""

from collections import defaultdict

from dragoman import resources

_KINDS = (
    "locative",
    "taking",
    "joining",
    "province",
    "district",
    "compass",
    "title",
    "person",
    "tail",
    "head",
    "particle",
    "language",
    "settlement",
    "civic",
    "street",
    "statewide",
)


class Cues:
    """Sets of case-folded words and two-word phrases, one for each kind of cue."""

    def __init__(self) -> None:
        cues = _sets("places/cues.tsv", _KINDS)
        self.locative = cues["locative"]
        self.taking = cues["taking"]
        self.joining = cues["joining"]
        self.province = cues["province"]
        self.district = cues["district"]
        self.compass = cues["compass"]
        self.title = cues["title"]
        self.tail = cues["tail"]
        self.head = cues["head"]
        self.particle = cues["particle"]
        self.language = cues["language"]
        self.settlement = cues["settlement"]
        self.civic = cues["civic"]
        self.street = cues["street"]
        self.statewide = cues["statewide"]
        ordinary = _sets("places/ordinary.tsv", ("word", "name"))
        self.ordinary = ordinary["word"]
        self.personal = ordinary["name"]


def _sets(file: str, kinds: tuple[str, ...]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in resources.table(file, ("kind", "words")):
        found[row.choice("kind", kinds)].update(word.casefold() for word in row.values("words"))
    return {kind: frozenset(found[kind]) for kind in kinds}
