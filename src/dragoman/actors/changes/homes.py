"""The country of an office that its own words leave open, from what stands around them."""

from collections import Counter
from collections.abc import Iterable

from dragoman.actors.vocabulary import vocabulary
from dragoman.parsing import Parsed
from dragoman.records import Actor, PlaceMention

_SHARE = 0.6
"""Of all mentions of countries in a text, what makes one country that of the text."""


class Homes:
    """The countries that one text names, and where."""

    def __init__(
        self, parsed: Parsed, places: Iterable[PlaceMention], actors: Iterable[Actor]
    ) -> None:
        self._parsed = parsed
        self._places = tuple(places)
        seen = {(p.start, p.end): p.country for p in self._places if p.country}
        for actor in actors:
            told = actor.entry is not None or actor.kind in {"nationality", "location"}
            if actor.country is None or not told:
                continue
            for mention in actor.mentions:
                if not mention.inferred and mention.form != "pronoun":
                    seen.setdefault((mention.start, mention.end), actor.country)
        international = vocabulary().international
        self._seen = sorted(
            (start, code) for (start, _), code in seen.items() if code not in international
        )

    def place(self, offset: int) -> str | None:
        """The country of the place named at an offset."""
        for place in self._places:
            if place.start <= offset < place.end:
                return place.country
        return None

    def named(self, start: int, end: int) -> str | None:
        """The first country named between two offsets."""
        return next((code for at, code in self._seen if start <= at < end), None)

    def around(self, start: int, end: int) -> str | None:
        """The one country that a sentence names, else the one that the text is about."""
        inside = {code for at, code in self._seen if start <= at < end}
        if len(inside) == 1:
            return inside.pop()
        counted = Counter(code for _, code in self._seen)
        if not counted:
            return None
        code, most = counted.most_common(1)[0]
        return code if most >= _SHARE * counted.total() else None
