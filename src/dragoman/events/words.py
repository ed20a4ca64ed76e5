"""How words are named when they are looked up: lemmas, spellings, noun phrases."""

import functools

from spacy.tokens import Token

from dragoman import resources

CHAIN = 12
"""Conjuncts and nested modifiers that are followed at most."""
_OUR = ("labour", "favour", "honour", "neighbour", "harbour", "endeavour", "rumour", "armour")


@functools.cache
def spelling(word: str) -> str:
    """American spelling of the classes -ise, -our, -ence/-ense, -lled: one name for both."""
    word = word.lower()
    if len(word) > 5 and word.endswith(("ise", "yse")):
        word = word[:-2] + "ze"
    for stem in _OUR:
        if word.startswith(stem):
            word = stem[:-2] + "r" + word[len(stem) :]
    word = word.replace("isation", "ization")
    return {"defence": "defense", "offence": "offense", "licence": "license"}.get(word, word)


MOST_FORMS = 100_000
"""Forms whose lemma is remembered at most."""
_lemmas: dict[tuple[int, int], str] = {}


def lemma(token: Token) -> str:
    """The lemma under which a token stands in the lexicon."""
    key = token.lower, token.lemma
    found = _lemmas.get(key)
    if found is None:
        found = _mended().get(token.lower_) or spelling(token.lemma_ or token.text)
        if len(_lemmas) >= MOST_FORMS:
            _lemmas.clear()
        _lemmas[key] = found
    return found


@functools.cache
def _mended() -> dict[str, str]:
    """Lemmas that the parser's rules get wrong, by form."""
    return {row["form"]: row["lemma"] for row in resources.table("composition/lemmas.tsv")}


def vocabulary(token: Token) -> frozenset[str]:
    """The names of all words in a token's sentence; kept with the parse, being asked for often."""
    known: dict[int, frozenset[str]] = token.doc.user_data.setdefault("events.vocabulary", {})
    found = known.get(token.i)
    if found is None:
        sentence = list(token.sent)
        words = {name for word in sentence for name in (lemma(word), spelling(word.lower_))}
        if any(word.text == "-" for word in sentence):
            words |= {hyphenated(word) for word in sentence}
        found = frozenset(words)
        known.update((word.i, found) for word in sentence)
    return found


def hyphenated(token: Token) -> str:
    """The word joined with hyphens that a token is the head of ("sit-in"); empty for others."""
    doc = token.doc
    first = last = token.i
    while first > 1 and doc[first - 1].text == "-" and not doc[first - 2].whitespace_:
        first -= 2
    while last + 2 < len(doc) and doc[last + 1].text == "-" and not doc[last].whitespace_:
        last += 2
    if first == last or token.head.i in range(first, last + 1):
        return ""
    return spelling(doc[first : last + 1].text.replace(" ", ""))


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it further on, in reading order."""
    found, at = [token], token
    for _ in range(CHAIN):
        following = [child for child in at.children if child.dep_ == "conj"]
        if not following:
            break
        found += following
        at = following[-1]
    return found


def first_conjunct(token: Token) -> Token:
    """The first member of the coordination that a token stands in."""
    for _ in range(CHAIN):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def coordinated_with(verb: Token) -> Token:
    """The verb that a coordinated verb shares its subject and mood with.

    "asserted that X should be decided, and expressed hope": behind a comma, a past tense goes with
    the verb of saying although it hangs on the clause that depends on it.
    """
    head = verb.head
    if (
        head.dep_ != "ccomp"
        or verb.tag_ not in {"VBD", "VBN"}
        or head.head.tag_ == verb.tag_ == "VB"
    ):
        return head
    joint = next((c for c in head.children if c.dep_ == "cc" and head.i < c.i < verb.i), None)
    comma = joint is not None and joint.i > 0 and joint.nbor(-1).text == ","
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in head.children)
    own = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return head.head if comma and modal and not own else head


def pobjs(preposition: Token) -> list[Token]:
    """What a preposition governs: nouns with their conjuncts, or a gerund."""
    found: list[Token] = []
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            found += conjuncts(child)
        elif child.dep_ == "prep" or (child.dep_ == "conj" and child.pos_ == "ADP"):
            found += pobjs(child)
    return found


def names(token: Token) -> set[str]:
    """The names a noun answers to: `ban`, `travel ban`, `state of emergency`."""
    head = lemma(token)
    found = {head, spelling(token.text)}
    if token.tag_ == "$" or any(child.tag_ == "$" for child in token.children):
        found.add("money")
    for child in token.children:
        if child.dep_ in {"compound", "amod", "nmod", "poss"}:
            found.add(f"{lemma(child)} {head}")
            found.add(f"{spelling(child.text)} {head}")
        elif child.dep_ == "prep" and child.lower_ in {"of", "for", "on", "in"}:
            found.update(f"{head} {child.lower_} {lemma(noun)}" for noun in pobjs(child))
    return found
