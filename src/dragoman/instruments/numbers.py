"""Resolutions cited by number: "resolutions 242 and 338", "UNSCR 1701", "A/RES/77/1"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman import resources
from dragoman.instruments.hit import Hit
from dragoman.instruments.registry import Registry
from dragoman.instruments.symbols import Body, Symbol, Symbols, bodies
from dragoman.instruments.vicinity import Vicinity
from dragoman.records import Issue

_LABEL = r"(?:ES-)?[IVX]{1,6}|S-[IVX]{1,4}|(?:19|20)\d\d"
_ITEM = re.compile(
    r"(?P<number>(?:E?S-)?\d{1,4}(?:/\d{1,4})?)(?![\d.,]?\d|[a-z%]|/|\s?(?:per cent|percent|pixel))"
    rf"(?:\s?[A-F]\b)?(?:\s?\((?P<label>{_LABEL})\))?(?:\s?[A-F]\b)?(?:\s+of\s+(?P<of>(?:19|20)\d\d)\b)?"
)
_JOINT = re.compile(
    r"\s*(?:,\s*(?:and\s+|or\s+)?|(?:and|or|&|as well as|/)\s+)(?:resolution\s+|UNSCR\s+)?"
)
_SYMBOL = re.compile(r"\b(?P<body>S/RES/|A/RES/|A/HRC/RES/|A/HRC/S-\d+/L\.)\s?(?=\d|E?S-)")
_FROM = re.compile(r"\s+(?:of|by|from|adopted by|passed by)\s+(?:the\s+)?")
_SPECIAL = re.compile(r"(?<![\w/-])ES-(?:1\d|[1-9])/\d{1,2}\b")
_SYMBOL_BODY = {"S/RES/": "SC", "A/RES/": "GA", "A/HRC/RES/": "HRC"}
REACH = 70
"""How many characters before "resolution" may hold the body's name."""


@dataclass(frozen=True, slots=True)
class _Item:
    number: str
    label: str
    start: int
    end: int


class NumberedResolutions:
    """Finds resolutions by number."""

    def __init__(self, registry: Registry) -> None:
        grammar = resources.toml("instruments/numbering.toml")
        known = bodies()
        self._bodies = {body.id: body for body in known}
        self._registry = registry
        self._symbols = Symbols()
        self._acronyms: dict[str, str] = grammar["acronyms"]
        self._names = {name: body for body in known for name in body.names}
        name = _either(self._names)
        modifier = _either(grammar["words"]["modifiers"])
        trigger = _either([*grammar["triggers"], *self._acronyms])
        number = _either(grammar["words"]["number"])
        self._trigger = re.compile(
            rf"\b(?:{trigger})(?:\s+(?:{number})(?!\w))?[\s#]{{0,3}}(?=\d|E?S-\d)", re.IGNORECASE
        )
        self._before = re.compile(
            rf"\b(?P<body>{name})(?:'s)?(?:\s+\((?:UNSC|UNGA|UN)\))?(?:\s+(?:{modifier})){{0,3}}\s+$"
        )
        self._bare = re.compile(r"\b(?P<body>UNSC|UNGA)\s+(?=\d{3,4}\b)")
        self._name = re.compile(rf"\b(?:{name})\b")
        self._bar = re.compile(
            rf"(?<!\w)(?:{_either(grammar['words']['bars'])})(?!\w)", re.IGNORECASE
        )

    def find(self, text: str) -> tuple[list[Hit], list[Issue]]:
        """Hits by start, and an issue for every number that the rules cannot place."""
        hits: list[Hit] = []
        issues: list[Issue] = []
        openings = sorted(self._openings(text), key=lambda opening: opening[1])
        if not openings:
            return hits, issues
        vicinity = Vicinity(text, self._name, self._names)
        done = 0
        for start, at, body in openings:
            if at < done:
                continue
            group = start
            for item in _items(text, at):
                self._take(text, vicinity, item, start, group, body, hits, issues)
                start = done = item.end
        return hits, issues

    def _openings(self, text: str) -> Iterator[tuple[int, int, Body | None]]:
        """Where a citation starts, where its first number stands, and the body beside it."""
        for match in self._trigger.finditer(text):
            word = match.group().split()[0].rstrip("#")
            start, body = match.start(), self._bodies.get(self._acronyms.get(word, ""))
            left = max(0, start - REACH)
            before = self._before.search(text[left:start])
            if before:
                start, body = left + before.start(), body or self._names[before["body"]]
            yield start, match.end(), body
        for match in self._bare.finditer(text):
            yield match.start(), match.end(), self._names[match["body"]]
        for match in _SYMBOL.finditer(text):
            yield match.start(), match.end(), self._bodies.get(_SYMBOL_BODY.get(match["body"], ""))
        for match in _SPECIAL.finditer(text):
            yield match.start(), match.start(), self._bodies["GA"]

    def _take(
        self,
        text: str,
        vicinity: Vicinity,
        item: _Item,
        start: int,
        group: int,
        body: Body | None,
        hits: list[Hit],
        issues: list[Issue],
    ) -> None:
        start = item.start if start != group else start
        end = item.end
        if body is None or body.style == "any":
            behind, stop = self._behind(text, item.end)
            end = stop if behind else end
            if (
                behind is None
                and body is None
                and not self._plausible(vicinity, item, start, text[start])
            ):
                return
            body = behind or self._guess(vicinity, item, start)
        symbol = self._symbols.of(body, item.number, item.label)
        if symbol is None or symbol.text == "none":
            return
        hits.append(self._hit(symbol, start, end, group, body))
        if not symbol.certain and body.style == "yearly":
            issues.append(_unknown(text, start, end, item))
        elif item.label.isdigit() and body.style == "yearly" and item.label not in symbol.text:
            issues.append(_year_differs(symbol, start, end, item))

    def _hit(self, symbol: Symbol, start: int, end: int, group: int, body: Body) -> Hit:
        entry = self._registry.get(symbol.text)
        title = entry.title if entry else None
        return Hit(start, end, symbol.text, symbol.text, title, f"resolution-{body.id}", group)

    def _behind(self, text: str, at: int) -> tuple[Body | None, int]:
        """The body in "resolution 2254 of the Security Council", and where it ends."""
        link = _FROM.match(text, at)
        name = self._name.match(text, link.end()) if link else None
        if name is None:
            return None, at
        body = self._names[name.group()]
        return (None, at) if body.style == "any" else (body, name.end())

    def _plausible(self, vicinity: Vicinity, item: _Item, start: int, first: str) -> bool:
        """Whether a bare "resolution N", whose `first` letter is given, is one of states at all."""
        if self._bar.search(vicinity.sentence(start, item.end)):
            return False
        if item.label or "/" in item.number or self._known(item.number):
            return True
        if not item.number.isdigit() or len(item.number) < 3:
            return False
        year_like = 1990 <= int(item.number) <= 2100
        return (first.isupper() and not year_like) or vicinity.names_the_world(start)

    def _known(self, number: str) -> tuple[str, ...]:
        """The bodies of which the registry holds a resolution of that number."""
        symbols = ((id, self._symbols.of(self._bodies[id], number)) for id in ("SC", "GA"))
        return tuple(id for id, symbol in symbols if symbol and self._registry.get(symbol.text))

    def _guess(self, vicinity: Vicinity, item: _Item, start: int) -> Body:
        """The body of a number that stands without one: by shape, fame, nearness, custom."""
        if "/" in item.number or (item.label and not item.label.isdigit()):
            return self._bodies["HRC" if vicinity.last_named(start) == "HRC" else "GA"]
        if item.label:
            return self._bodies["SC"]
        known = self._known(item.number)
        if len(known) == 1:
            return self._bodies[known[0]]
        return self._bodies["GA" if vicinity.last_named(start) == "GA" else "SC"]


def _items(text: str, at: int) -> Iterator[_Item]:
    """The numbers of a list that starts at an offset."""
    while match := _ITEM.match(text, at):
        label = match["label"] or match["of"] or ""
        yield _Item(match["number"], label, match.start(), match.end())
        joint = _JOINT.match(text, match.end())
        if joint is None:
            return
        at = joint.end()


def _either(names: object) -> str:
    assert isinstance(names, dict | list)
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


def _unknown(text: str, start: int, end: int, item: _Item) -> Issue:
    message = f"no year is known for Security Council resolution {item.number}"
    return Issue(code="instruments.unknown-resolution", message=message, start=start, end=end)


def _year_differs(symbol: Symbol, start: int, end: int, item: _Item) -> Issue:
    message = f"the text dates it to {item.label}, its number belongs to {symbol.text}"
    return Issue(code="instruments.year-differs", message=message, start=start, end=end)
