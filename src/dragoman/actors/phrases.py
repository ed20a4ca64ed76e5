"""What in a text may be somebody: names, persons, role nouns, people, pronouns, in order."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from dragoman import resources
from dragoman.actors.acronyms import defined
from dragoman.actors.headed import headed
from dragoman.actors.hits import Hit, between, touching
from dragoman.actors.phrase import Phrase, Sort
from dragoman.actors.roles import GROUND, NOTHING, Role, Roles
from dragoman.actors.scene import Scene, left_edge
from dragoman.actors.stretches import Stretches
from dragoman.actors.vocabulary import words_of

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
}
_AGED = re.compile(r"\b[Tt]he \d{1,3}-year-old\b(?! [a-z]+(?:man|woman|er|or|ist|ent|ian)\b)")
_BREAK = re.compile(r"[(:;)] ?(?:[-–—] )?| [-–—] ")
_DEFINITE = frozenset(("the", "this", "that"))
_PLACED = frozenset(("in", "near", "at", "outside", "inside", "around", "into", "towards"))


class Collector:
    """Finds the phrases of a text. Holds `not_actors.tsv` and the role nouns."""

    def __init__(self, roles: Roles, descriptions: frozenset[str]) -> None:
        self._roles = roles
        self._descriptions = descriptions - roles.nouns.keys()
        self._nobody = {row["word"] for row in resources.table("actors/not_actors.tsv")}

    def collect(self, scene: Scene, hits: tuple[Hit, ...]) -> list[Phrase]:
        """All phrases in reading order; names inside role phrases are kept beside them."""
        named = [*self._entities(scene, hits)]
        taken = Stretches((phrase.start, phrase.end) for phrase in named)
        named += [_hit(scene, hit) for hit in hits if not taken.hold(hit.start, hit.end)]
        nouns = self._nouns(scene, named)
        named, nouns = headed(named, nouns, hits)
        found = [*named, *nouns, *_pronouns(scene), *_aged(scene), *self._described(scene, hits)]
        aliases = list(defined(scene))
        spans = {(phrase.start, phrase.end) for phrase in aliases}
        found = [*aliases, *(p for p in found if (p.core, p.end) not in spans)]
        return sorted(found, key=lambda phrase: (phrase.core, phrase.end))

    def _entities(self, scene: Scene, hits: tuple[Hit, ...]) -> Iterator[Phrase]:
        """Persons and organisations that the parser names and no spelling of ours covers."""
        persons = {w for ent in scene.doc.ents if ent.label_ == "PERSON" for w in ent.text.split()}
        for ent in scene.doc.ents:
            if ent.label_ not in {"PERSON", "ORG"} or "\n" in ent.text:
                continue
            start, end = _trimmed(ent.start_char, ent.end_char, scene.text)
            over = touching(hits, start, end)
            longest = max((hit.end - hit.start for hit in over), default=0)
            known = any(hit.sort == "name" and hit.last - hit.first > 1 for hit in over)
            text = scene.text[start:end]
            if end <= start or known or longest >= end - start or not self._somebody(text):
                continue
            person = ent.label_ == "PERSON" or text in persons
            if _placed(scene, start) and (person or " " not in text):
                continue
            sort: Sort = "person" if person else "organisation"
            yield Phrase(start, end, start, sort, scene.head(start, end))

    def _described(self, scene: Scene, hits: tuple[Hit, ...]) -> Iterator[Phrase]:
        """ "The kingdom", "the oil-rich country": nouns that are somebody where they take one up.

        They must be definite and may have modifiers, but none that says whose they are ("the
        Iranian nation").
        """
        for at, word in enumerate(scene.folded):
            if word not in self._descriptions:
                continue
            head = scene.token(scene.starts[at])
            if head.pos_ != "NOUN" or head.dep_ in {"compound", "nmod"}:
                continue
            first = scene.doc[left_edge(head)]
            start, end = first.idx, scene.ends[at]
            owned = between(hits, start, scene.starts[at])
            if first.lower_ in _DEFINITE and first.i < head.i and not owned:
                yield Phrase(start, end, scene.starts[at], "description", head, word=word)

    def _somebody(self, text: str) -> bool:
        if text in self._nobody or text.partition(" ")[0].lower() in words_of("deeds"):
            return False
        return text[:1].isalnum() and any(c.isupper() for c in text)

    def _nouns(self, scene: Scene, names: list[Phrase]) -> list[Phrase]:
        """Role nouns that head a noun phrase, with their modifiers; the longest noun counts."""
        found: list[Phrase] = []
        heads: set[int] = set()
        several = [p for p in names if p.hit and p.hit.last - p.hit.first > 1]
        several += [p for p in names if p.sort == "person"]
        covered = Stretches((p.start, p.end) for p in several)
        last = len(scene.folded)
        while last > 0:
            last -= 1
            for length in range(
                min(self._roles.longest.get(scene.folded[last], 0), last + 1), 0, -1
            ):
                first = last - length + 1
                role = self._roles.nouns.get(" ".join(scene.folded[first : last + 1]))
                if role and (phrase := self._noun(scene, role, first, last, heads)):
                    if role.form != NOTHING and not covered.hold(phrase.core, phrase.end):
                        found.append(phrase)
                        heads |= {phrase.head.i} if role.form != "craft" else set()
                    last = first
                    break
        return found

    def _noun(
        self, scene: Scene, role: Role, first: int, last: int, heads: set[int]
    ) -> Phrase | None:
        core, end = scene.starts[first], scene.ends[last]
        head = scene.head(core, end)
        if head.pos_ not in {"NOUN", "PROPN"}:
            return None
        if any(c in ",.;:\n" for c in scene.text[core:end]):
            return None
        first_conjunct = head
        while first_conjunct.dep_ == "conj" and first_conjunct.head.i < first_conjunct.i:
            first_conjunct = first_conjunct.head
        before = first_conjunct.dep_ in {"compound", "amod", "nmod"}
        if before and (first_conjunct.head.i in heads or not self._modifies(first_conjunct, role)):
            return None  # in "coalition partners" the partners are meant
        if role.sector == "UNK" and self._of_things(head):
            return None
        start = min(core, scene.doc[left_edge(head)].idx)
        for match in _BREAK.finditer(scene.text, start, core):
            start = match.end()  # no noun phrase runs over the end of a dateline
        return Phrase(start, end, core, "role", head, role=role, close=end)

    def _of_things(self, head: Token) -> bool:
        """Whether a noun for any set of people counts things: "a group of buildings"."""
        inner = [child for child in head.children if child.dep_ == "prep" and child.lower_ == "of"]
        counted = [noun for prep in inner for noun in prep.children if noun.dep_ == "pobj"]
        return any(noun.tag_ == "NNS" and self._thing(noun) for noun in counted)

    def _thing(self, noun: Token) -> bool:
        role = self._roles.nouns.get(noun.lower_)
        known = role.form in GROUND if role else noun.lower_ not in self._roles.longest
        return bool(known)

    def _modifies(self, head: Token, role: Role) -> bool:
        """Whether a role noun before another noun is still somebody: "rebel offensive"."""
        if head.head.pos_ == "PROPN":
            return True
        return role.noun in self._roles.modifiers and head.head.pos_ == "NOUN"


def _hit(scene: Scene, hit: Hit) -> Phrase:
    head = scene.head(hit.start, hit.end)
    return Phrase(hit.start, hit.end, hit.start, "hit", head, hit=hit)


def _trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    """The bounds of an entity without lower-case words before it and a possessive behind."""
    while start < end and (gap := text.find(" ", start, end)) > 0 and text[start].islower():
        if text[start:gap] in {"al", "bin", "ibn", "van", "von", "de", "el"}:
            break
        start = gap + 1
    first = text[start:end].partition(" ")[0]
    if first == "The" or (first.lower() in _PLACED and len(first) < end - start):
        start += len(first) + 1
    if text[end - 2 : end] == "'s":
        end -= 2
    return start, end


def _placed(scene: Scene, start: int) -> bool:
    at = scene.word_at(start)
    return at > 0 and scene.folded[at - 1] in _PLACED


def _pronouns(scene: Scene) -> Iterator[Phrase]:
    for token in scene.doc:
        word = PRONOUNS.get(token.lower_)
        if word and token.pos_ in {"PRON", "DET"} and token.text != "US" and _meant(token, word):
            yield Phrase(
                token.idx, token.idx + len(token.text), token.idx, "pronoun", token, word=word
            )


def _meant(token: Token, word: str) -> bool:
    """Whether "it" can be somebody: the subject of a full verb, or a possessor."""
    if word != "it" or token.dep_ == "poss":
        return True
    return token.dep_ == "nsubj" and token.head.pos_ == "VERB" and token.head.tag_ != "VB"


def _aged(scene: Scene) -> Iterator[Phrase]:
    for match in _AGED.finditer(scene.text):
        head = scene.token(match.end() - 1)
        yield Phrase(match.start(), match.end(), match.start(), "pronoun", head, word="person")
