"""Whose office changes hands, and who held it until then."""

from collections.abc import Iterator
from dataclasses import replace

from msgspec import structs
from spacy.tokens import Token

from dragoman.actors.changes.clauses import has_reflexive, reach
from dragoman.actors.changes.cues import Hit
from dragoman.actors.changes.naming import Segment
from dragoman.actors.changes.parts import first_behind, is_passive, part
from dragoman.actors.changes.people import Person
from dragoman.actors.changes.text import Text


def holders(text: Text, hit: Hit) -> Iterator[tuple[Person, Segment]]:
    """Whose office it is, and the part of the clause that names it; several share a verb."""
    start, end = hit.last.idx + len(hit.last), reach(hit.last)
    active = not hit.cue.noun and not is_passive(hit.head)
    if hit.cue.holder == "object" and active and not has_reflexive(hit.head):
        first = hit.head.idx + len(hit.head)
        people = _coordinated(
            text, [_from(person, hit.head) for person in text.people.between(first, end)]
        )
        if people and text.namer.adjoins(first, people[0]):
            for number, person in enumerate(people):
                last = people[number + 1].mention.start if number + 1 < len(people) else end
                yield person, Segment(start if not number else person.end, last)
            return
    himself = hit.cue.holder == "object" and active and has_reflexive(hit.head)
    holder = text.people.of(part(hit, "subject" if himself else hit.cue.holder))
    if holder is not None and hit.cue.noun and "as" not in hit.cue.offices and not holder.sure:
        return  # nobody announces "his death" of himself
    behind = hit.cue.holder != "object" or not active or himself
    if holder is not None and (behind or holder.end > hit.head.idx):
        yield _from(holder, hit.head), Segment(start, end)


def _coordinated(text: Text, people: list[Person]) -> list[Person]:
    """The first person and those joined to it by "and" or a comma; nobody's comments or sons."""
    words, found = text.parsed.document.text, list[Person]()
    for person in people:
        owned = words[person.end : person.end + 2] in {"'s", "’s"}
        joined = words[: person.mention.start].rstrip().endswith((",", " and"))
        if owned or (found and not joined):
            break
        found.append(person)
    return found


def predecessor(text: Text, hit: Hit) -> Person | None:
    """Whom the holder follows.

    In "X sacked Y and replaced him with Z", he is not X: a pronoun and the subject of its own
    clause are never one (binding), and the object of the verb before is at hand.
    """
    if not hit.cue.before:
        return None
    word = part(hit, hit.cue.before)
    if word is None and hit.cue.before == "from":
        word = first_behind(hit, "from", reach(hit.last))
    found, doer = text.people.of(word), text.people.of(part(hit, "subject"))
    if found is not None and (doer is None or doer.actor.id != found.actor.id):
        return found
    spoken = word is not None and word.pos_ == "PRON" and hit.head.dep_ == "conj"
    if not (spoken and hit.cue.before == "object"):
        return None
    first = replace(hit, head=hit.head.head, last=hit.head.head)
    people = text.people.between(first.head.idx, hit.head.idx)
    return people[0] if people else text.people.of(part(first, "object"))


def appoints(holder: Person, hit: Hit) -> bool:
    """ "President X replaced the army chief": somebody in office puts others into theirs.

    Who stands behind "replaced by" is always the successor.
    """
    if is_passive(hit.head):
        return False
    office = holder.actor.office
    return bool(office) and not str(office).startswith("former")


def _from(holder: Person, head: Token) -> Person:
    """A holder whose mention was taken to begin before the verb: "Parliament elected NAME"."""
    if not holder.mention.start <= head.idx < holder.mention.end:
        return holder
    start = head.idx + len(head) + 1
    if start > holder.start:
        name = holder.mention.text[start - holder.mention.start :]
        holder = replace(holder, name=name, start=start)
    return replace(holder, mention=structs.replace(holder.mention, start=start))
