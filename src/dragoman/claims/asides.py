"""Speakers in an aside: "As the paper noted, …", "The talks, the envoy told the radio, would …"."""

from spacy.tokens import Token

from dragoman.claims.complement import Complement
from dragoman.claims.lexicon import Cue
from dragoman.claims.spans import Range, minus, tree

_LONGEST = 14
"""Tokens that an aside between commas has at most."""


def aside(verb: Token, cue: Cue) -> Complement | None:
    """What a verb of saying without a complement of its own says: the clause around it."""
    frame = cue.takes("that", "quote")
    if frame is None or not cue.takes("quote"):
        return None
    speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if speaker is None:
        return None
    if verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.lefts):
        return Complement(frame, minus([tree(verb.head)], [tree(verb)]), verb.head)
    if not cue.takes("that"):
        return None
    between = _between_commas(verb, speaker)
    if between is None:
        return None
    content = minus([_sentence(verb)], [between])
    return Complement(frame, content, verb) if content else None


def _sentence(verb: Token) -> Range:
    """The sentence, cut at a full stop or quotation that the parser ran over."""
    sentence = verb.sent
    start, end = sentence.start, sentence.end
    for token in sentence:
        if token.text in {".", '"', "''"}:
            if token.i < verb.i:
                start = token.i + 1
            else:
                end = token.i
                break
    return start, end


def _between_commas(verb: Token, speaker: Token) -> Range | None:
    doc, sentence = verb.doc, verb.sent
    start = min(speaker.left_edge.i, verb.i)
    end = max(speaker.right_edge.i, verb.i) + 1
    if start <= sentence.start or doc[start - 1].text != ",":
        return None
    while end < min(sentence.end, start + _LONGEST) and doc[end].text not in {",", "."}:
        end += 1
    if end < sentence.end and doc[end].text not in {",", "."}:
        return None
    return start - 1, min(end + 1, sentence.end)
