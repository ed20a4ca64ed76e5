"""Words put to names: which actors the words of a party mean."""

from collections.abc import Callable, Collection, Iterable

from spacy.tokens import Token

from dragoman.events.moods import speaker_of
from dragoman.events.sketches import Group
from dragoman.events.words import conjuncts
from dragoman.parsing import Parsed
from dragoman.records import Actor, PlaceMention

DEEPEST = 4
"""Levels of modifiers below an argument in which its actor is looked for."""
_PRONOUNS = {
    "it",
    "he",
    "she",
    "they",
    "we",
    "i",
    "its",
    "his",
    "her",
    "their",
    "our",
    "them",
    "him",
}
_STATES = {"nations", "countries", "states", "neighbors", "neighbours", "sides", "governments"}
_BOTH = {"two", "both"}
_FIRST_PERSON = {"we", "i", "us", "our", "my"}
_DOWN = ("poss", "amod", "compound", "nmod", "appos", "det", "nummod")
_OWNERS = {"of", "from", "by", "among", "between"}
_THROUGH = {"of", "from", "in", "by", "at", "against", "on", "for", "near", "to", "with", "between"}


class Naming:
    """The actors of one document, found by the words that name them."""

    def __init__(
        self,
        parsed: Parsed,
        actors: Iterable[Actor],
        places: Iterable[PlaceMention],
        saying: frozenset[str],
        speaker: Callable[[int], str | None] = lambda offset: None,
    ) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self._saying = saying
        self._speaker = speaker
        self._heads: dict[int, str] = {}
        self._sharing: dict[int, list[str]] = {}
        self._covered: dict[int, tuple[int, str]] = {}
        self._places: dict[int, str] = {}
        self._grounds: set[int] = set()
        ending = (parsed.document.dateline or (0, 0))[1]
        for actor in self.actors.values():
            for mention in actor.mentions:
                if mention.end <= ending:
                    continue  # the town and the agency of a dateline take no part
                self._enter(parsed, actor.id, mention.start, mention.end, mention.head)
        self._states = _states(self.actors.values())
        for place in places:
            span = parsed.span(place.start, place.end)
            if span is not None and place.country:
                self._places.update((token.i, place.country) for token in span)
                if not place.adjectival and place.precision != "country":
                    self._grounds.update(token.i for token in span)

    def _enter(self, parsed: Parsed, id: str, start: int, end: int, head: int | None) -> None:
        span = parsed.span(start, end)
        if span is None:
            return
        root = next((token for token in span if token.idx == head), span.root)
        if self._heads.setdefault(root.i, id) != id:
            self._sharing.setdefault(root.i, []).append(id)
        for token in span:
            known = self._covered.get(token.i)
            if known is None or len(span) < known[0]:
                self._covered[token.i] = (len(span), id)

    def at(self, token: Token) -> str | None:
        """The actor of whose mention a token is the head, else one whose mention covers it."""
        if token.i in self._heads:
            return self._heads[token.i]
        return self._covered[token.i][1] if token.i in self._covered else None

    def is_actor(self, token: Token) -> bool:
        """Whether a word is, or stands within, the name of an actor."""
        return self.at(token) is not None

    def is_place(self, token: Token) -> bool:
        """Whether a word names a town or region, and nobody who acts."""
        id = self.at(token)
        return token.i in self._grounds and (id is None or self.is_ground(id))

    def is_state(self, token: Token) -> bool:
        """Whether a word is the name of a state, which is no body that could be beaten."""
        id = self.at(token)
        return token.pos_ == "PROPN" and id is not None and id in self._states.values()

    def is_ground(self, id: str) -> bool:
        """Whether an actor is a mere place, on which something is done."""
        return self.actors[id].kind == "location"

    def doers(self, group: Group) -> tuple[str, ...]:
        """The actors that a group of words names as acting: not those of a mere location."""
        return self.ids(group, _OWNERS)

    def word_of(self, id: str, groups: Iterable[Group]) -> Token | None:
        """The first word of some groups by which an actor is meant."""
        for group in groups:
            for token in group:
                for one in conjuncts(token) if token.dep_ != "conj" else [token]:
                    if id in self._named(one, DEEPEST):
                        return one
        return None

    def is_head(self, token: Token) -> bool:
        """Whether a noun names an actor and is thus no event: "the Opposition"."""
        return token.i in self._heads

    def ids(
        self, group: Group, through: Collection[str] = _THROUGH, but: Collection[str] = ()
    ) -> tuple[str, ...]:
        """The actors that a group of words names, in reading order, each once.

        `through` are the prepositions below a word without an actor behind which one may stand.
        Of "its border with Dastan" the actors in `but` are looked past.
        """
        found: dict[str, None] = {}
        for token in group:
            for one in conjuncts(token) if token.dep_ != "conj" else [token]:
                named = self._named(one, DEEPEST, through)
                if but and named and set(named) <= set(but) and self.at(one) is None:
                    named = self._behind(one, through, but) or named
                found.update(dict.fromkeys(named))
        return tuple(found)

    def _behind(
        self, token: Token, through: Collection[str], but: Collection[str]
    ) -> tuple[str, ...]:
        """Whom the phrases behind a noun name, apart from `but`."""
        inner = (
            noun
            for child in token.children
            if child.dep_ == "prep" and child.lower_ in through
            for noun in child.children
            if noun.dep_ == "pobj"
        )
        found = (i for noun in inner for i in self._named(noun, DEEPEST - 1, through))
        return tuple(i for i in found if i not in but)

    def _named(
        self, token: Token, depth: int, through: Collection[str] = _THROUGH
    ) -> tuple[str, ...]:
        own = self.at(token)
        if own is not None:  # "French and German ministers" are two parties with one head
            return (own, *self._sharing.get(token.i, ()))
        if token.lower_ in _FIRST_PERSON and (speaking := self._speaker(token.idx)):
            return (speaking,)
        if token.lower_ in _PRONOUNS:
            speakers = speaker_of(token, self._saying)
            return self._first(speakers, depth - 1) if depth else ()
        country = self._places.get(token.i)
        if country:
            return (self._states[country],) if country in self._states else ()
        if token.tag_ == "NNS" and (pair := self._pair(token)):
            return pair
        return self._below(token, depth - 1, through) if depth else ()

    def _pair(self, token: Token) -> tuple[str, ...]:
        """ "the two nations": the two countries that the sentence has named before, if just two."""
        if token.lower_ not in _STATES or not any(c.lower_ in _BOTH for c in token.children):
            return ()
        first: dict[str, str] = {}
        for at in range(token.sent.start, token.i):
            id = self._heads.get(at)
            country = None if id is None else self.actors[id].country
            if id is not None and country is not None:
                first.setdefault(country, id)
        return tuple(first.values()) if len(first) == 2 else ()

    def _first(self, group: Group, depth: int) -> tuple[str, ...]:
        for token in group:
            found = self._named(token, depth)
            if found:
                return found
        return ()

    def _below(self, token: Token, depth: int, through: Collection[str]) -> tuple[str, ...]:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"pobj", "dobj", "nsubj"}:
            return ()
        children = list(token.children)
        for dep in _DOWN:
            held = [child for child in children if child.dep_ == dep]
            for child in held:
                found = tuple(
                    i for one in conjuncts(child) for i in self._named(one, depth, through)
                )
                if found:
                    return found
        for child in children:
            if child.dep_ == "prep" and child.lower_ in through:
                inner = [noun for noun in child.children if noun.dep_ == "pobj"]
                found = tuple(
                    i
                    for noun in inner
                    for one in conjuncts(noun)
                    for i in self._named(one, depth, through)
                )
                if found:
                    return found
        return ()

    def same(self, one: Group, other: Group) -> bool:
        """Whether two groups name one party: a shared actor or country, or a pronoun for it."""
        if any(token.lower_ in _PRONOUNS for token in one):
            return True
        first, second = set(self.ids(one)), set(self.ids(other))
        if first & second:
            return True
        return bool(self._countries(first) & self._countries(second))

    def _countries(self, ids: Iterable[str]) -> set[str]:
        return {c for i in ids if (c := self.actors[i].country) is not None}


def _states(actors: Iterable[Actor]) -> dict[str, str]:
    """For each country the actor that stands for the state: its government, else its name."""
    found: dict[str, tuple[int, str]] = {}
    for actor in actors:
        if actor.country is None:
            continue
        rank = 0 if actor.kind == "location" else 1 if actor.sector in {"GOV", None} else 2
        if actor.country not in found or rank < found[actor.country][0]:
            found[actor.country] = (rank, actor.id)
    return {country: id for country, (_, id) in found.items()}
