"""Names that stand for what was named before: "the UN resolution", "the deal"."""

import re
from bisect import bisect_left

from dragoman import resources
from dragoman.instruments.hit import Hit

_COLUMNS = ("noun", "kinds", "modifiers")
_DEFINITE = ("the", "this", "that", "these", "those", "said", "its")
_INDEFINITE = ("an?", "another", "new", "draft", "any", "every", "each", "no")
_OTHER = {"draft", "new", "similar", "separate", "second", "rival", "fresh"}
REACH = 2_500
"""Characters between a name and what refers back to it; beyond that identity is a guess."""

RECENT = 8
"""How many references before this one are asked too: a chain of them reaches farther."""


class Referring:
    """Resolves definite nouns to the nearest instrument of a fitting kind before them."""

    def __init__(self) -> None:
        self._kinds: dict[str, tuple[str, ...]] = {}
        modifiers: set[str] = set()
        for row in resources.table("instruments/referring.tsv", _COLUMNS):
            self._kinds[row["noun"]] = row.values("kinds")
            modifiers.update(row.values("modifiers"))
        self.kinds = frozenset(kind for kinds in self._kinds.values() for kind in kinds)
        noun = "|".join(sorted(map(re.escape, self._kinds), reverse=True))
        between = "|".join(sorted(map(re.escape, modifiers), reverse=True))
        other = "|".join(sorted(_OTHER))
        self._phrase = re.compile(
            rf"\b(?P<det>{'|'.join([*_DEFINITE, *_INDEFINITE])})\s+"
            rf"(?P<between>(?:(?:{between}|{other})\s+){{0,4}})"
            rf"(?P<noun>{noun})\b(?!\s+(?:to|of|for|between|on|with)\b)(?!-)",
            re.IGNORECASE,
        )

    def find(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Inferred hits for the definite nouns of a text, given what is named in it."""
        if not hits:
            return []
        known = sorted(hits, key=lambda hit: hit.start)
        starts = [hit.start for hit in known]
        fresh: dict[str, int] = {}
        found: list[Hit] = []
        for match in self._phrase.finditer(text):
            noun = match["noun"].lower()
            at = bisect_left(starts, match.end())
            if any(hit.end > match.start() for hit in known[max(0, at - 4) : at]):
                continue
            if match["det"].lower() not in _DEFINITE or _other(match["between"]):
                fresh[noun.rstrip("s")] = match.start()
                continue
            before = known[bisect_left(starts, match.start() - REACH) : at]
            before += found[-RECENT:]
            found += self._resolved(match, before, fresh.get(noun.rstrip("s"), -1))
        return found

    def _resolved(self, match: re.Match[str], known: list[Hit], newer: int) -> list[Hit]:
        kinds = self._kinds[match["noun"].lower()]
        body = _body(match["between"])
        fitting = [
            hit
            for hit in known
            if newer < hit.start < match.start()
            and hit.kind in kinds
            and (not body or hit.kind in body)
            and match.start() - hit.end <= REACH
        ]
        if not fitting:
            return []
        last = max(fitting, key=lambda hit: hit.start)
        start, end = match.span()
        plural = match["noun"].lower().endswith("s") and last.kind.startswith("resolution")
        members = [hit for hit in fitting if hit.group == last.group] if plural else [last]
        return [
            Hit(start, end, hit.key, hit.base, hit.title, hit.kind, start, True) for hit in members
        ]


def _other(between: str) -> bool:
    return not _OTHER.isdisjoint(between.lower().split())


def _body(between: str) -> tuple[str, ...]:
    words = between.lower()
    if "security council" in words or "unsc" in words:
        return ("resolution-SC",)
    if "general assembly" in words:
        return ("resolution-GA",)
    if "un " in words or "u.n." in words or "united nations" in words:
        return (
            "resolution-SC",
            "resolution-GA",
            "resolution-HRC",
            "convention",
            "treaty",
            "charter",
        )
    return ()
