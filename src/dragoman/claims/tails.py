"""Where what is said ends and the reporter goes on in the same sentence.

"He backed Torvo, *who lost the vote*": a clause or apposition behind a comma at the end says more
about a name than the speaker did. "She said it was over *- and the hall fell silent*": a dash and a
clause of its own open a remark of the reporter.
"""

from spacy.tokens import Token

from dragoman.claims.spans import Range, tree

_DASHES = {"-", "--", "–", "—"}
_LONGEST = 60
"""Tokens that such a remark has at most."""
_RELATIVES = {"WDT", "WP", "WP$"}


def untailed(verb: Token, ranges: list[Range]) -> list[Range]:
    """The ranges without such a remark at the end of the last of them."""
    if not ranges:
        return ranges
    start, end = ranges[-1]
    for token in verb.doc[max(start + 2, end - _LONGEST) : end]:
        before = token.nbor(-1).text
        if (before == "," and _adds(token, end)) or (before in _DASHES and _remarks(token, end)):
            return [*ranges[:-1], (start, token.i - 1)]
    return ranges


def _adds(token: Token, end: int) -> bool:
    """Whether a relative clause starts here and runs to the end."""
    if token.tag_ not in _RELATIVES and not (token.tag_ == "IN" and _is_relative_phrase(token)):
        return False
    clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
    return clause is not None and tree(clause)[0] == token.i and tree(clause)[1] >= end - 1


def _is_relative_phrase(token: Token) -> bool:
    return any(c.dep_ == "pobj" and c.tag_ in _RELATIVES for c in token.children)


def _remarks(token: Token, end: int) -> bool:
    """Whether "and" or a subject with its own verb starts here, up to the end."""
    if any(t.text in _DASHES for t in token.doc[token.i : end]):
        return False
    words = token.doc[token.i : min(end, token.i + 8)]
    has_subject = any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in words)
    return token.lower_ in {"and", "while", "although", "though"} and has_subject
