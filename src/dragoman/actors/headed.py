"""Names of bodies around a role noun: "the Ministry of Culture", "the Government of Chad"."""

from dragoman.actors.hits import Hit, between
from dragoman.actors.phrase import Phrase


def headed(
    named: list[Phrase], nouns: list[Phrase], hits: tuple[Hit, ...]
) -> tuple[list[Phrase], list[Phrase]]:
    """Names and role nouns without those that the other one contains.

    A name that ends in a role noun, or goes on with the state it is of, says no more than the noun
    ("Government of Chad"). One that goes on otherwise takes the noun in as its label, with what
    stands before it: "the Iraqi Ministry of Culture".
    """
    ends = {phrase.end for phrase in nouns}
    heads = {
        phrase.head.i: phrase for phrase in nouns if phrase.role and phrase.role.form == "body"
    }
    kept: list[Phrase] = []
    taken: set[int] = set()
    for name in named:
        noun = heads.get(name.head.i) if name.sort == "organisation" else None
        if name.sort == "organisation" and name.end in ends:
            continue
        if noun is not None and noun.end < name.end:
            behind = between(hits, noun.end, name.end)
            if behind and behind[-1].end == name.end:
                continue
            name.start, name.core, name.role = min(noun.start, name.start), noun.core, noun.role
            taken.add(id(noun))
        kept.append(name)
    return kept, [noun for noun in nouns if id(noun) not in taken]
