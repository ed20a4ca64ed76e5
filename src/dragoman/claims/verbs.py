"""Verbs that attribute: "said that", "urged X to", "was accused of", "called for"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.claims.asides import aside
from dragoman.claims.attachments import Attachments
from dragoman.claims.complement import Complement
from dragoman.claims.denials import is_denial
from dragoman.claims.draft import Draft
from dragoman.claims.frames import of_verb
from dragoman.claims.lexicon import Cue, Lexicon
from dragoman.claims.media import Media
from dragoman.claims.spans import Range, tree
from dragoman.claims.speaker import Speaker, agent, passive, subject
from dragoman.claims.tails import untailed
from dragoman.claims.words import noun_groups
from dragoman.parsing import Parsed

_LEADING = {"aux", "auxpass", "neg", "advmod"}


def cue_of(verb: Token, lexicon: Lexicon) -> Cue | None:
    """The entry for a verb, with its particle where the lexicon knows the two together."""
    for child in verb.rights:
        if child.dep_ in {"prt", "prep", "advmod", "dobj"}:
            cue = lexicon.verbs.get(f"{verb.lower_} {child.lower_}")
            if cue is not None:
                return cue
    return lexicon.verbs.get(verb.lower_)


def verbal(
    parsed: Parsed, lexicon: Lexicon, attachments: Attachments, media: Media, taken: set[int]
) -> Iterator[Draft]:
    """The claims that verbs make without a quotation of their own; `taken` verbs are left out."""
    for token in parsed.doc:
        if token.pos_ in {"VERB", "AUX"} and token.i not in taken:
            cue = cue_of(token, lexicon)
            draft = _draft(token, cue, attachments, media) if cue else None
            if draft is not None:
                yield draft


def _draft(verb: Token, cue: Cue, attachments: Attachments, media: Media) -> Draft | None:
    is_passive = passive(verb)
    said = of_verb(verb, cue, is_passive)
    if said is None and not is_passive:
        said = aside(verb, cue)
    if said is None:
        return None
    content, medium = media.behind(verb, untailed(verb, attachments.trimmed(verb, said.ranges)))
    draft = Draft(
        cue=verb,
        stance=cue.stances[said.frame],
        cue_range=cue_range(verb, said.preposition),
        content=content,
        negated=is_negated(verb),
        audience=_outside(_audience(verb, said), content),
        medium=medium or _outside(media.of(verb), content),
        frame=said.frame,
    )
    if said.frame == "raise" or (cue.takes("raise") and said.frame in {"that", "that+"}):
        draft.narrator = True
        return draft
    speaker = agent(verb) if is_passive else subject(verb, attachments, media)
    if draft.stance == "states" and is_denial(said.head, speaker):
        draft.stance = "denies"
    return spoken_by(draft, speaker) if _holds(draft, speaker) else None


def _outside(phrase: Range | None, content: list[Range]) -> Range | None:
    """The part of a phrase before what is said."""
    if phrase is None:
        return None
    start, end = phrase
    for low, high in content:
        if low <= start < high:
            return None
        end = min(end, low) if start < low else end
    return start, end


def _holds(draft: Draft, speaker: Speaker | None) -> bool:
    """Whether the reading as a claim stands.

    An attitude towards a thing is a claim only of somebody who is named, and only where it is
    stated, not where it is the purpose of something else; "shows" and "finds" need evidence.
    """
    frame = draft.frame
    if frame == "rest":
        return speaker is not None and speaker.head.lower_ in noun_groups()["evidence"]
    if frame == "obj" or frame.startswith("p:"):
        purpose = draft.cue.tag_ == "VB" and draft.cue.dep_ in {"acl", "relcl", "advcl"}
        return speaker is not None and not purpose
    imperative = draft.cue.tag_ == "VB" and draft.cue.dep_ == "ROOT"
    return speaker is not None or not imperative


def spoken_by(draft: Draft, speaker: Speaker | None) -> Draft:
    """The draft with its source filled in; what is said is no part of who says it."""
    if speaker is not None:
        start, end = speaker.range
        for low, _ in draft.content:
            if speaker.head.i < low < end:
                end = low
        draft.source, draft.speaker = (start, end), speaker.head
        draft.antecedent = speaker.antecedent
    return draft


def cue_range(verb: Token, preposition: Token | None = None) -> Range:
    """The verb with auxiliaries, negation and adverbs before it, and particle and preposition."""
    start, end = verb.i, verb.i + 1
    leading = {c.i for c in verb.children if c.dep_ in _LEADING and c.i < verb.i}
    while start - 1 in leading:
        start -= 1
    while start < verb.i and verb.doc[start].dep_ == "advmod":
        start += 1
    trailing = {c.i for c in verb.children if c.dep_ == "prt"}
    if preposition is not None:
        trailing.add(preposition.i)
    while end in trailing:
        end += 1
    return start, end


def is_negated(verb: Token) -> bool:
    """Whether the act of saying itself is denied: "did not say", "never promised"."""
    return any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)


def addressee(verb: Token) -> Range | None:
    """To whom a verb of saying is directed: "told *the agency*", "said *to reporters*"."""
    for child in verb.rights:
        if child.dep_ in {"dative", "dobj"} and child.pos_ in {"NOUN", "PROPN", "PRON"}:
            return tree(child)
        if child.dep_ in {"prep", "dative"} and child.lower_ == "to":
            below = next((c for c in child.children if c.dep_ == "pobj"), None)
            if below is not None:
                return tree(below)
    return None


def _audience(verb: Token, said: Complement) -> Range | None:
    if said.frame in {"that", "that+", "wh", "obj-to"}:
        return addressee(verb)
    return None
