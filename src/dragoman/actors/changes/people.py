"""The persons of one text, by where they are named and by the word that stands for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.registry import Registry
from dragoman.actors.spelling import WORD, folded
from dragoman.parsing import Parsed
from dragoman.records import Actor, ActorMention

_WITHIN = frozenset(("appos", "compound", "nmod", "amod", "flat", "oprd", "nummod", "npadvmod"))
_CLIMB = 4


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
            elif beside is None and self._stands_for(person, token):
                beside = person
        return beside or self._stranger(token)

    def _stranger(self, token: Token) -> Person | None:
        """A name of two words or more that nobody knows: who holds an office is a person."""
        if token.pos_ != "PROPN":
            return None
        for actor in self._actors:
            known = actor.entry or actor.country or actor.sector
            for mention in actor.mentions if actor.kind == "organisation" and not known else ():
                inside = mention.start <= token.idx < mention.end
                words = mention.text.split()
                plain = all(word[0].isupper() and word[1:].islower() for word in words)
                if inside and 1 < len(words) < 5 and plain:
                    return Person(actor, mention, mention.text, mention.start, mention.end)
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
                if not bare:
                    continue
                start = end - len(bare)
            yield Person(actor, mention, full, start, end)

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
