"""Predicates with their grammatical arguments: voice, control, coordination, gaps."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.events.words import CHAIN, conjuncts, coordinated_with, lemma, pobjs

_WH = {"who", "which", "that", "whom"}
_UP_TO = {"up", "upwards", "upward"}
_OBJECT_CONTROL_EXCEPT = {"promise", "threaten", "vow", "pledge"}


@dataclass(slots=True)
class Frame:
    """A predicate: who does it, to whom, and what else hangs on it.

    `subjects` and `objects` are logical ones: of a passive, the by-phrase and the subject.
    `preps` leads from a preposition to what it governs, `clauses` are complement clauses. `named`
    and `phrasal` keep the names of its words, and whether a particle belongs to it, once asked for.
    """

    head: Token
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    datives: list[Token] = field(default_factory=list)
    preps: dict[str, list[Token]] = field(default_factory=dict)
    clauses: list[Token] = field(default_factory=list)
    owners: list[Token] = field(default_factory=list)
    modifiers: list[Token] = field(default_factory=list)
    passive: bool = False
    named: dict[int, set[str]] = field(default_factory=dict)
    phrasal: bool | None = None


def frame_of(token: Token) -> Frame:
    """The frame of a verb, noun or adjective."""
    if token.pos_ in {"VERB", "AUX"}:
        return _verb_frame(token)
    frame = Frame(token)
    _hang(frame, token)
    if token.pos_ == "ADJ" or token.dep_ in {"acomp", "attr"}:
        frame.subjects = surface_subjects(token.head) if token.dep_ in {"acomp", "attr"} else []
    if token.dep_ == "acomp" and not frame.clauses:
        frame.clauses = [c for c in token.head.children if c.dep_ == "ccomp" and c.i > token.i]
    return frame


def _verb_frame(verb: Token) -> Frame:
    frame = Frame(verb, passive=is_passive(verb))
    _hang(frame, verb)
    surface = surface_subjects(verb)
    if frame.passive:
        frame.objects = surface + frame.objects
        frame.subjects = frame.preps.pop("by", [])
    else:
        frame.subjects = surface
        if not frame.objects:
            frame.objects = _gap(verb)
    return frame


def _hang(frame: Frame, token: Token) -> None:
    for child in token.children:
        dep = child.dep_
        if child.lower_ in _UP_TO:
            frame.objects += [n for to in child.children for n in pobjs(to) if _is_counted(n)]
        if dep in {"dobj", "obj", "oprd", "attr"}:
            frame.objects += [_antecedent(one) for one in conjuncts(child)]
        elif dep == "dative":
            frame.datives += pobjs(child) if child.pos_ == "ADP" else conjuncts(child)
        elif dep in {"prep", "agent"}:
            _hang_preposition(frame, child)
        elif dep in {"xcomp", "ccomp", "acl"} or (dep == "advcl" and _is_infinitive(child)):
            frame.clauses.append(child)
        elif dep == "poss":
            frame.owners += conjuncts(child)
        elif dep in {"amod", "compound", "nmod", "nummod"}:
            frame.modifiers += conjuncts(child)


def _is_counted(noun: Token) -> bool:
    return any(child.dep_ == "nummod" for child in noun.children)


def _hang_preposition(frame: Frame, preposition: Token) -> None:
    name = preposition.lower_
    governed = pobjs(preposition)
    frame.preps.setdefault(name, []).extend(governed)
    for noun in governed:
        frame.clauses += [c for c in noun.children if c.dep_ == "acl" and _is_infinitive(c)]
    for child in preposition.children:
        if child.dep_ == "prep":
            frame.preps.setdefault(f"{name} {child.lower_}", []).extend(pobjs(child))


def is_passive(verb: Token) -> bool:
    """Whether the surface subject of a verb is its logical object."""
    if verb.tag_ != "VBN":
        return False
    deps = {child.dep_ for child in verb.children}
    if deps & {"auxpass", "nsubjpass", "csubjpass"}:
        return True
    if any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
        return False
    if "nsubj" in deps and "agent" not in deps and verb.dep_ == "ROOT":
        return False
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and "nsubj" not in deps:
        return coordinated_with(verb) == verb.head and is_passive(verb.head)
    return verb.dep_ in {"acl", "ROOT", "advcl", "relcl", "amod"} or "agent" in deps


def surface_subjects(verb: Token, depth: int = CHAIN) -> list[Token]:
    """The grammatical subject of a verb, shared, controlled or implied ones included."""
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if own:
        return [_antecedent(one) for one in conjuncts(_nearest(own, verb))]
    if depth == 0:
        return []
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return surface_subjects(coordinated_with(verb), depth - 1)
    if verb.dep_ in {"acl", "relcl"}:
        return _subject_of_modifier(verb, depth)
    if verb.dep_ in {"xcomp", "ccomp"} and head != verb:
        return _controller(verb, head, depth)
    if verb.dep_ == "advcl" and (verb.tag_ in {"VBG", "VBN"} or _is_infinitive(verb)):
        return surface_subjects(head, depth - 1)
    if verb.dep_ == "pcomp":
        return _controller(verb, head.head, depth)
    return []


def _nearest(subjects: list[Token], verb: Token) -> Token:
    """Of several subjects the one next to the verb: those before it are a dateline or a topic."""
    before = [one for one in subjects if one.i < verb.i]
    return before[-1] if before else subjects[0]


def _controller(verb: Token, governor: Token, depth: int) -> list[Token]:
    """Who is meant to do the infinitive or gerund below `governor`."""
    if governor.pos_ in {"ADJ", "NOUN"} and governor.dep_ in {"acomp", "attr", "xcomp"}:
        return surface_subjects(governor.head, depth - 1)
    if governor.pos_ == "NOUN":
        return _owner_of(governor, depth)
    objects = [c for c in governor.children if c.dep_ == "dobj" and c != verb]
    if not objects and lemma(governor) == "call":
        objects = [n for c in governor.children if c.lower_ in {"on", "upon"} for n in pobjs(c)]
    if objects and lemma(governor) not in _OBJECT_CONTROL_EXCEPT:
        return [one for child in objects[:1] for one in conjuncts(child)]
    return surface_subjects(governor, depth - 1)


def _subject_of_modifier(verb: Token, depth: int) -> list[Token]:
    """Of "gunmen firing", "a plan to attack", "the man arrested"."""
    if verb.dep_ == "acl" and _is_infinitive(verb):
        return _owner_of(verb.head, depth)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.nbor(-1).text == ",":
        clause = _clause_above(verb.head)
        if clause is not None:
            return surface_subjects(clause, depth - 1)
    return [verb.head]


def _clause_above(token: Token) -> Token | None:
    """The verb in whose clause a noun stands."""
    for _ in range(CHAIN):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _owner_of(noun: Token, depth: int) -> list[Token]:
    owners = [one for c in noun.children if c.dep_ == "poss" for one in conjuncts(c)]
    if owners:
        return owners
    by = [n for c in noun.children if c.dep_ == "prep" and c.lower_ == "by" for n in pobjs(c)]
    if by:
        return by
    holder = noun.head.head if noun.dep_ == "pobj" else noun.head
    if holder != noun and holder.pos_ in {"VERB", "AUX"} and depth:
        return surface_subjects(holder, depth - 1)
    return []


def _gap(verb: Token) -> list[Token]:
    """The object of "the village that troops shelled"."""
    if verb.dep_ != "relcl":
        return []
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if subjects and subjects[0].lower_ not in _WH:
        return [verb.head]
    return []


def _antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token is itself."""
    if token.lower_ not in _WH or token.tag_ not in {"WDT", "WP", "IN", "DT", "PRP"}:
        return token
    at = token.head
    for _ in range(CHAIN):
        if at.dep_ == "relcl":
            return at.head
        if at.head == at:
            break
        at = at.head
    return token


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb stands with "to"."""
    return _is_infinitive(verb)
