"""Articles and chapters: "Article 51 of the UN Charter", "NATO's Article 5", "Chapter VII"."""

import re
from dataclasses import dataclass

from dragoman import resources
from dragoman.instruments.hit import Hit
from dragoman.instruments.registry import Registry

_ARTICLE = re.compile(
    r"\b(?P<word>[Aa]rticles?|Art\.|[Cc]hapters?)\s+"
    r"(?P<list>(?:\d{1,3}(?:\(\d{1,2}\)|\.\d\b)?|[IVX]{1,5}\b)"
    r"(?:(?:,\s*(?:and\s+)?|\s+(?:and|or)\s+)(?:\d{1,3}(?:\(\d{1,2}\))?|[IVX]{1,5}\b)){0,6})"
)
_NUMBER = re.compile(r"\d{1,3}(?:\(\d{1,2}\)|\.\d\b)?|[IVX]{1,5}")
_OF = re.compile(r"(?:,)?\s+(?:of|in|under|from)\s+(?:the\s+)?(?:\d{4}\s+|[Ff]ourth\s+)?$")
_AFTER = re.compile(r"(?:'s)?(?:,|\s+under)?\s*\(?$")

BEHIND, BEFORE = 40, 9
"""How many characters may lie between an article and its instrument."""


@dataclass(frozen=True, slots=True)
class _Known:
    base: str
    needs: frozenset[str]
    title: str


class Articles:
    """Joins articles to the instruments that they belong to."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known: dict[str, _Known] = {}
        self._titles: dict[str, str] = {}
        for row in resources.table("instruments/articles.tsv", ("article", "id", "needs", "title")):
            entry = registry.get(row["id"])
            if entry is None:
                raise row.error(f"id {row['id']!r} is in no file of the registry")
            self._titles[_key(entry.id, row["article"])] = row["title"]
            if row["needs"] != "never-bare":
                needs = frozenset(row.values("needs"))
                self._known[row["article"].lower()] = _Known(entry.id, needs, row["title"])

    def find(self, text: str, hits: list[Hit]) -> list[Hit]:
        """The hits with those that name an article extended and keyed by it, by start."""
        starting = {hit.start: hit for hit in hits}
        ending = {hit.end: hit for hit in hits}
        found: list[Hit] = []
        joined: set[Hit] = set()
        seen: dict[str, str] = {}
        plain: frozenset[str] | None = None
        for match in _ARTICLE.finditer(text):
            owner = _owner(text, match, starting, ending)
            word = "Chapter" if match["word"].lower().startswith("chapter") else "Article"
            labels = [f"{word} {number}" for number in _NUMBER.findall(match["list"])]
            if owner:
                joined.add(owner)
                found += self._joined(match, owner, labels)
                seen |= dict.fromkeys(labels, owner.base)
                continue
            if plain is None:
                plain = frozenset(re.findall(r"\w+", text.lower()))
            found += self._bare(match, labels, seen, plain)
        found += [hit for hit in hits if hit not in joined]
        return sorted(found, key=lambda hit: (hit.start, hit.end))

    def _joined(self, match: re.Match[str], owner: Hit, labels: list[str]) -> list[Hit]:
        start, end = min(match.start(), owner.start), max(match.end(), owner.end)
        return [self._hit(label, owner.base, start, end, owner.inferred) for label in labels]

    def _bare(
        self, match: re.Match[str], labels: list[str], seen: dict[str, str], plain: frozenset[str]
    ) -> list[Hit]:
        hits = []
        for label in labels:
            known = self._known.get(label.lower())
            if label in seen:
                hits.append(self._hit(label, seen[label], match.start(), match.end(), True))
            elif known and known.needs & plain:
                hits.append(self._hit(label, known.base, match.start(), match.end(), False))
        return hits

    def _hit(self, label: str, base: str, start: int, end: int, inferred: bool) -> Hit:
        entry = self._registry.entries[base]
        key = _key(base, label)
        about = self._titles.get(key)
        title = f"{entry.title}, {label}" + (f": {about}" if about else "")
        return Hit(start, end, key, base, title, entry.kind, start, inferred)


def _owner(
    text: str, match: re.Match[str], starting: dict[int, Hit], ending: dict[int, Hit]
) -> Hit | None:
    """The instrument right behind ("... of the UN Charter") or before ("NATO's Article 5")."""
    for at in range(match.end(), match.end() + BEHIND):
        hit = starting.get(at)
        if hit and not hit.kind.startswith("resolution") and _OF.fullmatch(text, match.end(), at):
            return hit
    for at in range(match.start(), match.start() - BEFORE, -1):
        hit = ending.get(at)
        if (
            hit
            and not hit.kind.startswith("resolution")
            and _AFTER.fullmatch(text, at, match.start())
        ):
            return hit
    return None


def _key(base: str, label: str) -> str:
    word, _, number = label.partition(" ")
    return f"{base}/{'ch' if word == 'Chapter' else 'art'}-{number}"
