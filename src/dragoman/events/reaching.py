"""How a place hangs on a deed: the words between them, read upward from the place."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.events.moods import climbing
from dragoman.events.sketches import Sketch
from dragoman.events.timing import is_outside
from dragoman.events.whereabouts import Kind, Whereabouts
from dragoman.events.words import lemma

_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "nsubjpass", "attr", "oprd"}
_ALONG = {"conj", "appos", "npadvmod"}
_MODIFYING = {"poss", "compound", "nmod", "amod"}
_VERBS = {"VERB", "AUX"}
STEPS = 16
"""Words between a place and its deed that are followed at most."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What an event offers for places to hang on: its predicates and the verbs it shares."""

    head: Token
    own: frozenset[int]
    above: frozenset[int]
    kind: Kind
    is_violent: bool

    @classmethod
    def of(cls, sketch: Sketch, data: Whereabouts) -> "Deed":
        """The deed of a sketch."""
        head, kind = sketch.head, data.kind(sketch.type)
        if sketch.type == "AGREE" and len(sketch.scope) < 2:
            kind = replace(kind, inside=True)
        deeper = {t.i for t in sketch.scope[1:]}
        words = {t.i for t in sketch.words if t.pos_ != "ADP"}
        own = {head.i} | words | deeper if kind.inside else {head.i} | (words - deeper)
        violent = sketch.type == "ASSAULT"
        if violent and head.pos_ in _VERBS:
            own |= {
                c.i
                for c in head.children
                if c.dep_ in _SUBJECTS | {"dobj"} and _in(c, data, "deed")
            }
        if violent and head.dep_ == "relcl" and _in(head.head, data, "deed"):
            own |= {head.head.i}
        if sketch.nominal and head.dep_ in _SUBJECTS and head.head.pos_ in _VERBS:
            own |= {head.head.i}
        return cls(head, frozenset(own), frozenset(_above(head)), kind, violent)


def _above(head: Token) -> list[int]:
    """The verbs whose place a clause shares: coordinated ones, and those that it fulfils."""
    found: list[int] = []
    at = head
    while at.head != at and len(found) < STEPS:
        bare = not any(c.dep_ in _SUBJECTS for c in at.children)
        joined = at.dep_ == "conj"
        result = at.dep_ in {"advcl", "xcomp"} and bare and at.tag_ in {"VBG", "VB"}
        if not (joined or result) or at.head.pos_ not in _VERBS or lemma(at.head) == "be":
            break
        at = at.head
        found.append(at.i)
    return found


def _in(token: Token, data: Whereabouts, name: str) -> bool:
    return lemma(token) in data.words[name] or token.lower_ in data.words[name]


class Reach:
    """One climb from a place to a deed; `rank` is the outcome, lower is closer."""

    def __init__(self, data: Whereabouts, deed: Deed, is_town: bool) -> None:
        self._data = data
        self._deed = deed
        self._is_town = is_town

    def rank(self, place: Token) -> tuple[int, int] | None:
        """`(rank, words between)`: 0 the deed's own place, 1 its doer's, 2 that of its clause."""
        if is_outside(place, self._deed.head, self._deed.own):
            return None
        role = ""
        for steps, at in enumerate(climbing(place)):
            if steps == STEPS or at == at.head:
                return None
            if at.i in self._deed.own:
                return None
            above = at.head
            if at.pos_ in {"ADP", "SCONJ"} and at.dep_ != "pobj":
                if above.pos_ == "ADP":
                    if at.lower_ != "of" and self._data.roles.get(at.lower_) != "at":
                        return None
                    role = ""
                    continue
                stepped = self._through_preposition(role, at)
            else:
                stepped = self._through_noun(role, at, place)
            if stepped is None:
                return None
            role = stepped
            if above.i in self._deed.own:
                found = self._verdict(role, at, place)
                return None if found is None else (found, steps)
            if above.pos_ in _VERBS:
                found = self._beside(role, at, above, place)
                return None if found is None else (found, steps)
        return None

    def _through_preposition(self, role: str, at: Token) -> str | None:
        """The role after a preposition: the first decides, those above only carry."""
        own = self._data.roles.get(at.lower_)
        noun = next((c for c in at.children if c.dep_ == "pobj"), None)
        if (
            own == "on"
            and noun is not None
            and (self._is(noun, "site") or self._is(noun, "occasion"))
        ):
            own = "at"
        if not role:
            return None if own == "during" else own
        if own in {"at", "during", "of", "between"}:
            return role
        if own in {"to", "into", "from", "on"} and own in self._deed.kind.roles:
            return role
        return None

    def _through_noun(self, role: str, at: Token, place: Token) -> str | None:
        """The role after a noun, as seen from the word above it."""
        if at != place and role in {"of", "between"}:
            if not self._is(at, "site"):
                return None
            role = "at" if role == "between" else ""
        elif at != place and role == "to" and self._is(at, "occasion"):
            role = "at"
        elif at != place and role in {"on", "to", "into", "from"}:
            if role not in self._deed.kind.roles or not self._is_party(at):
                return None
        elif at != place and self._is_another_deed(at):
            return None
        elif at != place and role == "at" and self._is(at, "site") and at.dep_ != "nsubj":
            role = ""  # the site stands for the place
        if at.dep_ in _MODIFYING:
            return self._modifying(role, at)
        return role

    def _is_another_deed(self, noun: Token) -> bool:
        """ "a suspect in a theft near X": a deed of its own, unless the deed happened in it."""
        if not (self._is(noun, "deed") or self._is(noun, "other")) or self._is(noun, "occasion"):
            return False
        within = noun.dep_ == "pobj" and noun.head.lower_ in self._data.roles
        return noun.i not in self._deed.own and not (within and noun.head.head.i in self._deed.own)

    def _is_party(self, noun: Token) -> bool:
        """Whether a noun is what the deed is done to, or whose it is: "the visit of X to Y"."""
        above = noun.head
        if self._is(noun, "title"):
            return False
        if noun.dep_ in _OBJECTS:
            return above.i in self._deed.own
        return noun.dep_ == "pobj" and above.lower_ == "of" and above.head.i in self._deed.own

    def _modifying(self, role: str, at: Token) -> str | None:
        above = at.head
        if self._is(above, "site") and not role:
            return ""
        named = self._is_town and at.dep_ == "compound"
        if self._deed.is_violent and above.i in self._deed.own and named:
            return "at"
        return None

    def _verdict(self, role: str, at: Token, place: Token) -> int | None:
        """What a place is to the deed that it has reached."""
        deed, above = self._deed, at.head
        if at.pos_ in {"ADP", "SCONJ"}:
            if self._is_of_noun_before(role, at):
                return None
            if role == "on" and "on" not in deed.kind.roles:
                return 0 if place.i < deed.head.i else None
            if role == "at" and not deed.kind.inside and self._speaks_between(above, at):
                return None
            return 0 if role in deed.kind.roles else None
        if at.dep_ == "nsubj":
            seat = self._is(at, "seat") or not role
            return None if seat or role not in {"at"} else 1
        if at.dep_ == "compound" and role == "at":
            return 0
        if at.dep_ not in _OBJECTS:
            return None
        if role:
            return 0 if deed.kind.inside or self._is(at, "occasion") else None
        wanted = deed.kind.object
        fits = wanted == "any" or (wanted == "town" and self._is_town)
        return 0 if fits or self._is(above, "visit") else None

    def _is_of_noun_before(self, role: str, preposition: Token) -> bool:
        """Whether a place goes with the noun before it, which parsers often hang on the verb."""
        if preposition.i <= self._deed.head.i:
            return False
        before = preposition.nbor(-1)
        return (role == "to" and self._is(before, "title")) or self._is_another_deed(before)

    def _speaks_between(self, verb: Token, preposition: Token) -> bool:
        """Whether the place may as well belong to the object: "condemned the attack in Homs"."""
        for child in verb.children:
            if child.dep_ == "dobj" and verb.i < child.i < preposition.i and child.pos_ == "NOUN":
                return not self._is(child, "occasion")
        return False

    def _beside(self, role: str, at: Token, verb: Token, place: Token) -> int | None:
        """The place of another verb, where the deed shares it or that verb only leads to it."""
        if self._addresses(verb) and role in {"at", "to", "into"}:
            return 1
        if verb.i not in self._deed.above:
            return None
        subject = any(c.dep_ in _SUBJECTS for c in self._deed.head.children)
        if at.pos_ in {"ADP", "SCONJ"} and role in {"at", "to", "into"}:
            return 2 if not subject or place.i < verb.i else None
        if at.dep_ == "dobj" and not subject:
            return 2 if role or self._is(verb, "visit") or self._deed.is_violent else None
        return 2 if at.dep_ == "nsubj" and role == "at" and not self._is(at, "seat") else None

    def _addresses(self, verb: Token) -> bool:
        """ "Speaking in Geneva, he accused": a participle of the doer."""
        if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl"} or not self._is(verb, "address"):
            return False
        return verb.head.i in self._deed.own or verb.head.head.i in self._deed.own

    def _is(self, token: Token, name: str) -> bool:
        return _in(token, self._data, name)
