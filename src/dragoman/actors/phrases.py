"""What in a text may be somebody: names, persons, role nouns, people, pronouns, in order."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dragoman.actors.hits import Hit
from dragoman.actors.roles import Role, Roles
from dragoman.actors.scene import Scene, left_edge

Sort = Literal["hit", "person", "organisation", "role", "pronoun"]
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
}


@dataclass(slots=True)
class Phrase:
    """A stretch of text that may name somebody. `core` is where the name or noun itself begins."""

    start: int
    end: int
    core: int
    sort: Sort
    head: Token
    hit: Hit | None = None
    role: Role | None = None


def collect(scene: Scene, hits: tuple[Hit, ...], roles: Roles) -> list[Phrase]:
    """All phrases of a text in reading order; names inside role phrases are kept beside them."""
    people = _entities(scene, hits)
    taken = [(phrase.start, phrase.end) for phrase in people]
    named = [_hit(scene, hit) for hit in hits if not _inside(hit.start, hit.end, taken)]
    nouns = _roles(scene, roles, named + people)
    found = people + named + nouns + _pronouns(scene)
    return sorted(found, key=lambda phrase: (phrase.core, phrase.end))


def _hit(scene: Scene, hit: Hit) -> Phrase:
    head = scene.span(hit.start, hit.end).root
    return Phrase(hit.start, hit.end, hit.start, "hit", head, hit=hit)


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(s <= start and end <= e for s, e in spans)


def _entities(scene: Scene, hits: tuple[Hit, ...]) -> list[Phrase]:
    """Persons and organisations that the parser names and the registry's spellings do not cover."""
    found = []
    by_start = sorted(hits, key=lambda hit: hit.start)
    for ent in scene.doc.ents:
        if ent.label_ not in {"PERSON", "ORG"} or "\n" in ent.text:
            continue
        start, end = _trimmed(ent.start_char, ent.end_char, scene.doc.text)
        over = [hit for hit in by_start if hit.start < end and start < hit.end]
        longest = max((hit.end - hit.start for hit in over), default=0)
        known = any(hit.sort == "name" and hit.last - hit.first > 1 for hit in over)
        if end <= start or known or longest >= end - start:
            continue
        if not any(c.isupper() for c in scene.doc.text[start:end]):
            continue
        sort: Sort = "person" if ent.label_ == "PERSON" else "organisation"
        found.append(Phrase(start, end, start, sort, scene.span(start, end).root))
    return found


def _trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    if text[start : start + 4].lower() == "the ":
        start += 4
    if text[end - 2 : end] == "'s":
        end -= 2
    return start, end


def _roles(scene: Scene, roles: Roles, names: list[Phrase]) -> list[Phrase]:
    """Role nouns that head a noun phrase, with their modifiers."""
    found: list[Phrase] = []
    multiword = [(p.start, p.end) for p in names if p.end - p.start > 3]
    last = len(scene.folded)
    while last > 0:
        last -= 1
        phrase = None
        for length in range(min(roles.longest.get(scene.folded[last], 0), last + 1), 0, -1):
            first = last - length + 1
            role = roles.nouns.get(" ".join(scene.folded[first : last + 1]))
            if role and (phrase := _role(scene, role, first, last)):
                if not _inside(phrase.core, phrase.end, multiword):
                    found.append(phrase)
                last = first
                break
    return found


def _role(scene: Scene, role: Role, first: int, last: int) -> Phrase | None:
    core, end = scene.starts[first], scene.ends[last]
    head = scene.token(scene.starts[last])
    if head.pos_ not in {"NOUN", "PROPN"} or any(c in ",.;:\n" for c in scene.doc.text[core:end]):
        return None
    start = min(core, scene.doc[left_edge(head)].idx)
    return Phrase(start, end, core, "role", head, role=role)


def _pronouns(scene: Scene) -> list[Phrase]:
    return [
        Phrase(token.idx, token.idx + len(token.text), token.idx, "pronoun", token)
        for token in scene.doc
        if token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET"} and token.text != "US"
    ]
