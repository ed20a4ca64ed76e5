"""The persons of one text, by where they are named and by the word that stands for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import structs
from spacy.tokens import Token

from dragoman.actors.entries import Entry
from dragoman.actors.registry import Registry
from dragoman.actors.spelling import WORD, folded, key
from dragoman.parsing import Parsed
from dragoman.records import Actor, ActorMention

_WITHIN = frozenset(("appos", "compound", "nmod", "amod", "flat", "oprd", "nummod", "npadvmod"))
_CLIMB = 4
_NOISE = re.compile(r"[^\w\s.'’`ʼ-]")
"""What ends a name: a footnote, a bracket, a comma."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named in the text, and the mention that is meant.

    `start` and `end` bound the bare name of a mention by name, the whole mention otherwise.
    """

    actor: Actor
    mention: ActorMention
    name: str
    start: int
    end: int

    @property
    def sure(self) -> bool:
        """Whether the words themselves say who it is."""
        return not self.mention.inferred and self.mention.form in {"name", "title"}


class People:
    """The persons among the actors of a text who have a name."""

    def __init__(self, registry: Registry, parsed: Parsed, actors: tuple[Actor, ...]) -> None:
        self._registry, self._parsed, self._actors = registry, parsed, actors
        self._persons = sorted(
            (person for actor in actors for person in self._of(actor)),
            key=lambda person: (person.mention.start, person.mention.end),
        )

    def of(self, token: Token | None) -> Person | None:
        """The person that a word stands for: its own mention, or the name beside it."""
        if token is None:
            return None
        beside: Person | None = None
        for person in self._near(token):
            if person.mention.start <= token.idx < person.mention.end:
                if person.sure or beside is None or not beside.sure:
                    beside = person
            elif (beside is None or not beside.sure) and self._stands_for(person, token):
                beside = person  # the name itself, before whom the registry has in that office
        return beside or self._stranger(token)

    def _stranger(self, token: Token) -> Person | None:
        """A name of two words or more that nobody knows: who holds an office is a person."""
        first = token.i
        while first > token.sent.start and token.doc[first - 1].dep_ == "compound":
            first -= 1
        words = token.doc[first : token.i + 1]
        plain = all(w.pos_ == "PROPN" and w.text[1:].islower() for w in words)
        if not (plain and 1 < len(words) < 5):
            return None
        start, end = words.start_char, words.end_char
        for actor in self._actors:
            if actor.kind != "organisation" or actor.entry or actor.country or actor.sector:
                continue
            for mention in actor.mentions:
                if mention.start <= token.idx < mention.end:
                    return Person(actor, mention, self._parsed.text(start, end), start, end)
        return None

    def between(self, start: int, end: int) -> list[Person]:
        """The persons named (not "he") whose name stands between two offsets, once each."""
        found: list[Person] = []
        for person in self._persons:
            inside = start <= person.start and person.end <= end and person.start < end
            if inside and person.mention.form in {"name", "title"}:
                if found and person.start < found[-1].end:
                    continue
                found.append(person)
        return found

    def _near(self, token: Token) -> Iterator[Person]:
        sentence = token.sent
        for person in self._persons:
            if (
                person.mention.end > sentence.start_char
                and person.mention.start < sentence.end_char
            ):
                yield person

    def _stands_for(self, person: Person, token: Token) -> bool:
        """Whether a name hangs on a word as its apposition: "the president of Chad, NAME"."""
        person_head = at = self._parsed.token_at(person.mention.head or person.end - 1)
        for _ in range(_CLIMB):
            if at is None:
                return False
            # The apposition of "the minister of Ghana, NAME" often hangs on the country.
            stray = at.pos_ == "PROPN" and at.dep_ == "pobj" and at != person_head
            if at.dep_ not in _WITHIN and not stray:
                return False
            at = at.head.head if stray else at.head
            if at == token:
                return True
        return False

    def _of(self, actor: Actor) -> Iterator[Person]:
        if actor.kind != "person":
            return
        entry = self._registry.entry(actor.entry) if actor.entry else None
        if entry is not None and (other := _namesake(actor, entry)):
            actor, entry = structs.replace(actor, name=other, entry=None, office=None), None
        known = [name.text for name in entry.names] if entry else [actor.name]
        spoken = [m.text for m in actor.mentions if m.form == "name"]
        titled = any(m.form == "title" for m in actor.mentions)
        names = [actor.name, *spoken] if spoken or titled else []
        plain = [self._bare(name) for name in names]
        full = actor.name if actor.entry else max(plain, key=len, default="")
        for mention in actor.mentions if full else ():
            start, end = mention.start, mention.end
            if mention.form in {"name", "title"}:
                own = mention.text.endswith(actor.name)
                bare = actor.name if own else self._bare(mention.text)
                if not bare or _is_relative(bare, known):
                    continue
                start = end - len(bare)
            yield Person(actor, mention, _NOISE.split(full)[0].strip(" ,.-"), start, end)

    def _bare(self, text: str) -> str:
        """A name without the titles before it; empty for a mere title."""
        spans = [match.span() for match in WORD.finditer(text)]
        words = [folded(text[start:end]) for start, end in spans]
        titles, first = self._registry.titles, 0
        for at in range(len(words)):
            length = titles.at(words, at)
            if length and at + length < len(words):
                first = max(first, at + length)
        while first < len(spans) and text[spans[first][0]].islower():
            first += 1
        rest = words[first:]
        if not rest or all(word in titles.words for word in rest):
            return ""
        return text[spans[first][0] :]


def _namesake(actor: Actor, entry: Entry) -> str:
    """The name in the text where it has another middle name than the entry: somebody else.

    Where first and last names are few (Nguyen, Kim, Khan), the middle one tells people apart.
    """
    known = [key(name.text).split() for name in entry.names]
    for mention in actor.mentions:
        words = key(mention.text).split()[-3:] if mention.form in {"name", "title"} else []
        ends = [n for n in known if len(n) == 3 == len(words) and n[::2] == words[::2]]
        if ends and not any(
            words == name or len(words[1]) == 1 or len(name[1]) == 1 for name in ends
        ):
            return " ".join(mention.text.split()[-3:])
    return ""


def _is_relative(name: str, known: list[str]) -> bool:
    """Whether a name has the surname of somebody and another first name: that is somebody else."""
    words = key(name).split()
    others = [key(other).split() for other in known]
    same = [other for other in others if words and other and other[-1] == words[-1]]
    return len(words) > 1 and bool(same) and not any(words[0] in other for other in same)
