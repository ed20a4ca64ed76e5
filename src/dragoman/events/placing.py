"""Where an event happened: the place that its predicate, or its clause, is located in."""

from bisect import bisect_right

from spacy.tokens import Span, Token

from dragoman.events.moods import climbing
from dragoman.events.reaching import Deed, Reach
from dragoman.events.sketches import Sketch
from dragoman.events.whereabouts import Whereabouts, load_whereabouts
from dragoman.events.words import lemma
from dragoman.parsing import Parsed
from dragoman.records import PlaceMention

NEWS = 3
"""Sentences at the head of a report to which its dateline speaks."""
BACK = 2
"""Sentences back in which "the city" is looked for."""
_COARSE = {"country", "region", "sea"}
_PAST = {"VBD", "VBN", "VBZ", "VBP"}


class Placing:
    """Places the events of one document, asked in reading order."""

    def __init__(self, parsed: Parsed, places: tuple[PlaceMention, ...]) -> None:
        self._parsed = parsed
        self._data: Whereabouts = load_whereabouts()
        self._starts = [sentence.start for sentence in parsed.sentences]
        self._held: dict[int, list[tuple[Token, PlaceMention]]] = {}
        self._named: dict[int, list[PlaceMention]] = {}
        self._dateline: PlaceMention | None = None
        self._told: dict[int, list[tuple[str, str]]] = {}
        ending = (parsed.document.dateline or (0, 0))[1]
        self._ending = ending
        for place in places:
            span = parsed.span(place.start, place.end)
            if span is None:
                continue
            if place.end <= ending:
                if self._dateline is None and _is_place(place):
                    self._dateline = place
                continue
            number = self._number(span.root)
            self._named.setdefault(number, []).append(place)
            if _is_place(place):
                self._held.setdefault(number, []).append((_root(span), place))
        self._afterwards()

    def of(self, sketch: Sketch) -> str | None:
        """The id of the place of an event; None where the text does not tell it."""
        number = self._number(sketch.head)
        place = (
            self._own(sketch, number)
            or self._where(sketch.head, number)
            or self._carried(sketch, number)
            or self._from_dateline(sketch, number)
        )
        if place is not None:
            self._told.setdefault(number, []).append((sketch.type, place))
        return place

    def _number(self, token: Token) -> int:
        return max(bisect_right(self._starts, token.i) - 1, 0)

    def _own(self, sketch: Sketch, number: int) -> str | None:
        """The place that hangs on the predicate itself, the closest and narrowest."""
        deed = Deed.of(sketch, self._data)
        best: tuple[tuple[int, bool, int, int], str] | None = None
        for token, place in self._held.get(number, ()):
            coarse = place.precision in _COARSE
            found = Reach(self._data, deed, not coarse).rank(token)
            if found is not None:
                key = (found[0], coarse, found[1], token.i)
                if best is None or key < best[0]:
                    best = (key, place.id)
        return best[1] if best else None

    def _where(self, head: Token, number: int) -> str | None:
        """ "arrived in Algiers, where he signed", "shelled barracks there": the place before."""
        words = {c for at in _clauses(head) for c in at.children}
        at = next((w for w in sorted(words) if _points_back(w)), None)
        if at is None:
            return None
        before = [p for token, p in self._held.get(number, ()) if token.i < at.i]
        if before:
            return before[-1].id
        told = self._told.get(number - 1)
        if at.lower_ != "there":
            return None
        if told:
            return told[-1][1]
        named = self._held.get(number - 1)
        return named[-1][1].id if named else None

    def _carried(self, sketch: Sketch, number: int) -> str | None:
        """The place told one sentence before, of the same deed: "The attack killed 12"."""
        if self._held.get(number) or not self._same_paragraph(number):
            return None
        again = self._again(sketch.head)
        told = [place for type, place in self._told.get(number - 1, ()) if type == sketch.type]
        if not told and again and sketch.type == "ASSAULT":
            fine = [p.id for _, p in self._held.get(number - 1, ()) if p.precision not in _COARSE]
            told = fine if len(set(fine)) == 1 else []
        pronoun = sketch.type in {"ASSAULT", "COERCE"} and any(
            c.lower_ in {"they", "he", "she", "it"}
            for c in sketch.head.children
            if c.dep_ in {"nsubj", "nsubjpass"}
        )
        return told[-1] if told and (pronoun or again) else None

    def _again(self, head: Token) -> bool:
        """Whether a definite noun takes up a deed told before."""
        return any(
            (lemma(t) in self._data.words["deed"] or t.lower_ in self._data.words["deed"])
            and any(c.lower_ in {"the", "this", "that"} for c in t.children)
            for t in head.subtree
        )

    def _from_dateline(self, sketch: Sketch, number: int) -> str | None:
        """The dateline's place, for the report's own news that names none."""
        line, head = self._dateline, sketch.head
        rule = self._data.kind(sketch.type).dateline
        if lemma(head) in self._data.words["joint"]:
            rule = "free"
        if line is None or rule == "never" or self._since_dateline(number) >= NEWS:
            return None
        if sketch.status != "occurred" or self._held_locally(number) or not _is_main(head):
            return None
        if any(lemma(t) in self._data.words["remote"] for t in head.subtree):
            return None
        if rule == "free":
            return line.id
        doers = {t.idx for group in sketch.sources for word in group for t in word.subtree}
        named = [p for p in self._named.get(number, ()) if rule == "all" or p.start in doers]
        agree = all(p.country == line.country for p in named)
        return line.id if agree and (named or rule == "all") else None

    def _since_dateline(self, number: int) -> int:
        return number - sum(s.start_char < self._ending for s in self._parsed.sentences[:NEWS])

    def _held_locally(self, number: int) -> bool:
        """Whether the sentence names places other than states that act."""
        return any(
            place.precision not in _COARSE and token.dep_ == "pobj"
            for token, place in self._held.get(number, ())
        )

    def _same_paragraph(self, number: int) -> bool:
        if number == 0:
            return False
        first, second = self._parsed.sentences[number - 1 : number + 1]
        return "\n\n" not in self._parsed.document.text[first.start_char : second.start_char]

    def _afterwards(self) -> None:
        """Adds "the city", "the province": each the last place of its kind."""
        for number, sentence in enumerate(self._parsed.sentences):
            for token in sentence:
                kinds = self._afterward_kinds(token)
                place = self._antecedent(token, number, kinds) if kinds else None
                if place is not None:
                    self._held.setdefault(number, []).append((token, place))
            if number in self._held:
                self._held[number].sort(key=lambda pair: pair[0].i)

    def _afterward_kinds(self, token: Token) -> set[str]:
        if token.pos_ != "NOUN" or not any(c.lower_ == "the" for c in token.children):
            return set()
        if any(c.dep_ in {"prep", "compound", "relcl", "appos"} for c in token.children):
            return set()
        if token.lower_ in self._data.words["city"]:
            return {"city", "point"}
        return (
            {"province", "district", "region"}
            if token.lower_ in self._data.words["area"]
            else set()
        )

    def _antecedent(self, token: Token, number: int, kinds: set[str]) -> PlaceMention | None:
        for back in range(number, max(number - BACK, 0) - 1, -1):
            for at, place in reversed(self._held.get(back, ())):
                if at.i < token.i and place.precision in kinds:
                    return place
        return None


def _is_place(place: PlaceMention) -> bool:
    return not place.adjectival and place.confidence > 0 and place.lat is not None


def _root(span: Span) -> Token:
    """The word by which a name hangs in its sentence."""
    return span.root


def _clauses(head: Token) -> list[Token]:
    """A predicate and the verbs that it is coordinated with."""
    found = [head]
    while found[-1].dep_ == "conj" and len(found) < BACK * BACK:
        found.append(found[-1].head)
    return found


def _points_back(word: Token) -> bool:
    relative = word.lower_ == "where" and word.head.dep_ in {"relcl", "advcl"}
    return relative or (word.lower_ == "there" and word.dep_ != "expl")


def _is_main(head: Token) -> bool:
    """Told by the report itself, in a past or present tense, and not as background."""
    if head.tag_ not in _PAST or any(c.lower_ == "had" and c.dep_ == "aux" for c in head.children):
        return False
    return all(at.dep_ in {"ROOT", "conj"} for at in climbing(head) if at.pos_ in {"VERB", "AUX"})
