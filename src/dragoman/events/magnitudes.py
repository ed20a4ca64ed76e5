"""How many: killed, injured, detained, displaced, the size of a crowd or force, sums."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman import resources
from dragoman.events.frames import frame_of, surface_subjects
from dragoman.events.numbers import Numbers, Quantity
from dragoman.events.sketches import Sketch
from dragoman.events.words import conjuncts, lemma, pobjs
from dragoman.parsing import Parsed
from dragoman.records import Magnitude
from dragoman.records.event import Bound

KINDS = ("verb", "subject", "state", "noun", "toll")
_SUMS = {"AGREE", "AID", "COOPERATE", "SANCTION", "REQUEST", "REJECT", "THREATEN", "SUPPORT"}
_STRONG = ("-strong", "-man ", "-member", "-soldier", "-person")
_ESTIMATING = {"estimate", "put", "number"}
_BY_SUBJECT = {"PROTEST"}
_NOT_COUNTS = {"-", "year", "month", "day", "hour", "week", "percent", "%", "kilometer", "mile"}


class Magnitudes:
    """Finds the numbers that belong to an event."""

    def __init__(self, people: frozenset[str], persons: frozenset[str] = frozenset()) -> None:
        self._numbers = Numbers()
        self._people = people
        self._persons = persons
        self._cues: dict[tuple[str, str], str] = {}
        for row in resources.table("composition/magnitudes.tsv", ("words", "key", "kind")):
            kind = row.choice("kind", KINDS)
            for word in row.values("words"):
                self._cues[word, kind] = row["key"]

    def of(self, sketch: Sketch, around: Iterable[Token], parsed: Parsed) -> dict[str, Magnitude]:
        """The magnitudes of an event by key. `around` are the words of its clauses."""
        found: dict[str, Magnitude] = {}
        for token in around:
            for key, arguments in self._counted(token):
                magnitude = self._count(arguments, parsed, key != "size")
                if magnitude is not None:
                    found.setdefault(key, magnitude)
        if not found:
            size = self._size(sketch, parsed)
            found.update({"size": size} if size else {})
        money = self._sum(sketch, parsed) if sketch.type in _SUMS else None
        if money is not None:
            found["sum"] = money
        return found

    def _counted(self, token: Token) -> Iterable[tuple[str, list[Token]]]:
        """The keys that a word counts for, and the nouns that carry the count."""
        word = lemma(token)
        if token.pos_ in {"VERB", "AUX"}:
            keys = (self._cues.get((word + beside, "verb")) for beside in _beside(token))
            if key := next((key for key in keys if key), None):
                yield key, [*frame_of(token).objects, *_between(token)]
            if key := self._cues.get((word, "subject")):
                yield key, surface_subjects(token)
        state = self._cues.get((token.lower_, "state"))
        if state and token.pos_ in {"ADJ", "NOUN", "VERB", "ADV"}:
            yield state, _bearers(token)
        if token.pos_ in {"NOUN", "PROPN"}:
            if key := self._cues.get((word, "noun")):
                yield (
                    key,
                    [token, *(n for c in token.children if c.lower_ == "of" for n in pobjs(c))],
                )
            if key := self._cues.get((word, "toll")):
                held = [n for c in token.children if c.dep_ == "prep" for n in pobjs(c)]
                held += [c for c in token.head.children if c.dep_ == "attr"]
                held += [
                    n for c in token.head.children if c.lower_ in {"to", "at"} for n in pobjs(c)
                ]
                yield key, held

    def _size(self, sketch: Sketch, parsed: Parsed) -> Magnitude | None:
        if sketch.type in _BY_SUBJECT:
            held = [token for group in sketch.sources for token in group]
            return self._count(held[:4], parsed, False)
        for token in (*sketch.scope, sketch.head):
            objects = frame_of(token).objects if token.pos_ in {"VERB", "AUX"} else []
            of = [n for c in token.children if c.lower_ in {"of", "for"} for n in pobjs(c)]
            given = [one for group in sketch.targets[:1] for one in group]
            people = [one for one in (*objects, *of, *given) if self._is_people(one)]
            magnitude = self._count(people, parsed, False)
            if magnitude is not None:
                return magnitude
        return None

    def _is_people(self, token: Token) -> bool:
        if lemma(token) in self._people:
            return True
        of = [n for c in token.children if c.lower_ == "of" for n in pobjs(c)]
        return any(lemma(noun) in self._people for noun in of)

    def _count(self, nouns: list[Token], parsed: Parsed, single: bool) -> Magnitude | None:
        """The count of coordinated nouns, added up; `single` reads "a soldier" as one."""
        parts: list[Quantity] = []
        seen: set[int] = set()
        for noun in [one for token in nouns for one in conjuncts(token)]:
            if noun.i in seen:
                continue
            seen.add(noun.i)
            quantity = self._number(noun, parsed, single)
            if quantity is not None:
                parts.append(quantity)
        return _added(parts, parsed) if parts else None

    def _number(self, noun: Token, parsed: Parsed, single: bool) -> Quantity | None:
        start, end = noun.left_edge.idx, noun.idx + len(noun)
        text = parsed.document.text
        for quantity in reversed(self._numbers.find(text, start, end)):
            behind = text[quantity.end : quantity.end + 12].lower().lstrip(" ")
            strong = behind.startswith(_STRONG)
            if not quantity.unit and (strong or not behind.startswith(tuple(_NOT_COUNTS))):
                return quantity
        if single and self._is_one(noun):
            return Quantity(noun.left_edge.idx, end, 1.0, None, "exact", "")
        return self._estimate(noun, parsed)

    def _is_one(self, noun: Token) -> bool:
        """ "a soldier", "the judge and his bodyguard": one person each."""
        if noun.tag_ != "NN":
            return False
        given = {c.lower_ for c in noun.children if c.dep_ == "det"}
        owned = any(c.dep_ == "poss" for c in noun.children)
        if given & {"a", "an"}:
            return self._is_people(noun)
        return (owned or "the" in given) and lemma(noun) in self._persons

    def _estimate(self, noun: Token, parsed: Parsed) -> Quantity | None:
        """ "a crowd estimated at 12,000", "a crowd put at 12,000"."""
        for child in noun.children:
            if child.dep_ == "acl" and lemma(child) in _ESTIMATING:
                found = self._numbers.find(parsed.document.text, child.idx, _end(child.right_edge))
                if found and not found[0].unit:
                    loose: Bound = "about" if found[0].bound == "exact" else found[0].bound
                    return replace(found[0], bound=loose)
        return None

    def _sum(self, sketch: Sketch, parsed: Parsed) -> Magnitude | None:
        heads = (sketch.head, *sketch.scope)
        start = min(token.left_edge.idx for token in heads)
        last = max((token.right_edge for token in heads), key=lambda token: token.i)
        quantities = self._numbers.find(parsed.document.text, start, last.idx + len(last))
        return next((_magnitude(one, one.unit, parsed) for one in quantities if one.unit), None)


def _end(token: Token) -> int:
    return token.idx + len(token)


def _beside(verb: Token) -> Iterator[str]:
    """What may belong to a verb: "down", "dead", "from home", "to death", nothing."""
    for child in verb.children:
        if child.dep_ in {"prt", "acomp", "oprd", "advmod"}:
            yield f" {child.lower_}"
        elif child.dep_ == "prep":
            inner = next((c for c in child.children if c.dep_ == "prep"), child)
            joint = child.lower_ if inner is child else f"{child.lower_} {inner.lower_}"
            yield from (f" {joint} {lemma(noun)}" for noun in pobjs(inner))
    yield ""


def _between(verb: Token) -> list[Token]:
    """ "detained between 40 and 50 marchers": a range that the parser takes for a phrase."""
    return [
        noun
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "between"
        for noun in child.children
        if noun.dep_ == "pobj" and any(c.dep_ == "nummod" for c in noun.children)
    ]


def _bearers(token: Token) -> list[Token]:
    """Whose state an adjective or participle names: "six dead", "left 12 people wounded"."""
    if any(child.dep_ == "nummod" for child in token.children) or token.pos_ == "NOUN":
        return [token]
    subjects = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if subjects:
        return subjects
    head = token.head
    if token.dep_ in {"amod", "acl"}:
        return [head]
    if token.dep_ in {"oprd", "acomp", "ccomp", "xcomp"}:
        return [c for c in head.children if c.dep_ in {"dobj", "nsubj"} and c.i < token.i][-1:]
    return [token]


def _below(token: Token, prepositions: set[str]) -> list[Token]:
    return [n for c in token.children if c.lower_ in prepositions for n in pobjs(c)]


def _added(parts: list[Quantity], parsed: Parsed) -> Magnitude:
    first, last = parts[0], parts[-1]
    bounds = {part.bound for part in parts}
    bound = first.bound if len(bounds) == 1 else next(b for b in _LOOSER if b in bounds)
    upper = None
    if any(part.upper is not None for part in parts):
        upper = sum(part.value if part.upper is None else part.upper for part in parts)
    return Magnitude(
        value=sum(part.value for part in parts),
        bound=bound,
        upper=upper,
        text=parsed.text(first.start, last.end),
    )


def _magnitude(one: Quantity, unit: str, parsed: Parsed) -> Magnitude:
    text = parsed.text(one.start, one.end)
    return Magnitude(value=one.value, unit=unit, bound=one.bound, upper=one.upper, text=text)


_LOOSER = ("at least", "about", "at most", "exact")
