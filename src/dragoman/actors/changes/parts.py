"""Who does it and to whom: the parts of a clause or of a noun phrase, passives turned round."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.actors.changes.cues import Hit, Part

_CLIMB = 6
_RELATIVE = frozenset(("who", "whom", "that", "which", "whose"))


def part(hit: Hit, wanted: Part) -> Token | None:
    """The word that fills a part of what a cue states, `None` where nothing does."""
    if hit.cue.noun:
        return _of_noun(hit.head) if wanted == "of" else None
    if wanted == "subject":
        return _subject(hit.head)
    if wanted == "object":
        return _object(hit)
    return _behind(hit.head, wanted)


def is_passive(verb: Token) -> bool:
    """Whether what happens to somebody stands as the subject, or before a bare participle."""
    if any(child.dep_ in {"nsubjpass", "auxpass", "csubjpass"} for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not _own_subject(verb):
        return is_passive(verb.head)
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "relcl"}:
        return not _helped(verb)
    # "NAME, appointed minister in May, said": taken for an active verb, it hangs on the next one.
    return verb.dep_ == "parataxis" and verb.i > 0 and verb.nbor(-1).text == ","


def _helped(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


def _subject(verb: Token) -> Token | None:
    if is_passive(verb):
        return _behind(verb, "by")
    return _grammatical(verb)


def _object(hit: Hit) -> Token | None:
    verb = hit.head
    if is_passive(verb):
        return _grammatical(verb)
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"}:
            return _antecedent(child, verb)
    last = hit.last
    if last != verb:
        for child in last.children:
            if child.dep_ in {"pobj", "dobj"}:
                return child
    return None


def _grammatical(verb: Token) -> Token | None:
    """The subject as it stands, taken over from the clause above where there is none."""
    at = verb
    for _ in range(_CLIMB):
        if own := _own_subject(at):
            return _antecedent(own, at)
        if at.dep_ in {"acl", "relcl"}:
            return at.head if at.head.pos_ in {"NOUN", "PROPN", "PRON"} else None
        if at.dep_ == "xcomp":
            for child in at.head.children:
                if child.dep_ in {"dobj", "dative"} and child.i < at.i:
                    return _antecedent(child, at.head)
        if at.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "prep", "acomp"} or at.head == at:
            return None
        at = at.head
    return None


def _own_subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"}:
            return child
    return None


def _antecedent(token: Token, verb: Token) -> Token:
    """For "who", the word that the relative clause describes."""
    if token.lower_ in _RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
        for at in (verb, *verb.ancestors):
            if at.dep_ == "relcl":
                return at.head
    return token


def _behind(verb: Token, preposition: str) -> Token | None:
    for child in _prepositions(verb):
        if child.lower_ == preposition:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def first_behind(hit: Hit, preposition: str, limit: int) -> Token | None:
    """What the first such preposition behind a cue governs, wherever the parse hangs it."""
    for token in hit.head.doc[hit.last.i : hit.head.sent.end]:
        if token.idx < limit and token.lower_ == preposition:
            return next((noun for noun in token.children if noun.dep_ == "pobj"), None)
    return None


def _prepositions(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in {"prep", "agent"}:
            yield child
            yield from (inner for inner in child.children if inner.dep_ == "prep")
        elif child.dep_ in {"prt", "dobj"} and child.i > verb.i:
            yield from (inner for inner in child.children if inner.dep_ == "prep")


def _of_noun(noun: Token) -> Token | None:
    """ "His resignation", "the resignation of NAME", "NAME's resignation"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    return _behind(noun, "of")
