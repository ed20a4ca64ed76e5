"""Stand-ins for the actors of a text."""

from spacy.tokens import Token

from dragoman.parsing import Parsed
from dragoman.records import Actor, ActorMention


def everybody(parsed: Parsed) -> tuple[Actor, ...]:
    """Every noun phrase as an actor, but those with an agent or object of their own."""
    found = []
    for number, chunk in enumerate(parsed.doc.noun_chunks, start=1):
        root: Token = chunk.root
        if any(child.lower_ in {"of", "by"} for child in root.children):
            continue
        mention = ActorMention(
            start=chunk.start_char, end=chunk.end_char, text=chunk.text, head=root.idx
        )
        found.append(Actor(id=f"a{number}", name=chunk.text, kind="group", mentions=(mention,)))
    return tuple(found)
