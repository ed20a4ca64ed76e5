"""Role nouns → figures: whose soldiers, which ministry, officials of what."""

from dataclasses import replace
from itertools import pairwise

from dragoman.actors.belonging import STATE, country_of
from dragoman.actors.cast import Cast, Figure, Mention
from dragoman.actors.coreference import Coreference, standing_for
from dragoman.actors.entries import Entry
from dragoman.actors.hits import Hit, between
from dragoman.actors.incumbents import incumbent
from dragoman.actors.nesting import predicate
from dragoman.actors.owners import owner_among, possessor, reigned
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.roles import Role
from dragoman.actors.spelling import WORD, folded
from dragoman.actors.vocabulary import vocabulary, words_of
from dragoman.records.actor import ActorKind

ARMED = frozenset(("REB", "UAF", "CRM", "PRM"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))


def describe(
    stage: Stage, coreference: Coreference, phrase: Phrase, inside: list[Hit], behind: list[Hit]
) -> None:
    """Takes a role phrase in; `inside` are names in it, `behind` those after "of"."""
    role = phrase.role
    assert role is not None
    before = _before(stage, phrase)
    owner = owner_among(stage, inside) or owner_among(stage, behind[:1], organs=True)
    owner = owner or reigned(stage, phrase) or possessor(stage, phrase)
    if role.form == "craft" and owner is None:
        return  # "aircraft" without an owner are things
    if same := _same(stage, phrase, role):
        _told(same.figure, role, owner)
        if not predicate(phrase):
            stage.mention(phrase, same.figure, "nominal")
        return
    if predicate(phrase):
        return
    if owner is None and (taken := _taken_up(stage, coreference, phrase, role, before)):
        stage.mention(phrase, standing_for(stage, taken.figure, role.noun), "nominal", taken)
        return
    if held := incumbent(stage, coreference, phrase, owner, inside):
        figure, antecedent = held
        stage.mention(phrase, figure, "nominal", antecedent, inferred=True)
        return
    sector = stage.roles.sector(role, before)
    others = [*_listed(stage, inside), *behind[1:]]
    if organ := _organ(stage, phrase, role, owner, sector):
        figure, antecedent = organ
        stage.mention(phrase, figure, "name" if owner else "nominal", antecedent, owner is None)
    else:
        _unnamed_group(stage, phrase, role, owner, sector)
    for hit in others:
        _ally(stage, phrase, role, hit, sector)


def _unnamed_group(
    stage: Stage, phrase: Phrase, role: Role, owner: Figure | None, sector: str
) -> None:
    figure = _unnamed(stage, phrase, role, owner, sector)
    _classed(stage, phrase, figure)
    said = (*_before(stage, phrase), *role.noun.split())
    worldly = not words_of("worldwide").isdisjoint(said)
    vague = worldly or (owner is not None and sector in STATE)
    alone = figure.country is None and not vague
    antecedent = country_of(stage, phrase, figure) if alone else None
    inferred = owner is None or owner.country is None
    stage.mention(phrase, figure, "nominal", antecedent, inferred)


def labelled(stage: Stage, phrase: Phrase, figure: Figure) -> None:
    """What a label before a name ("the rebel group NAME") says of its bearer."""
    if phrase.role is None:
        return
    words = [folded(m) for m in WORD.findall(stage.scene.text[phrase.start : phrase.core])]
    sector = stage.roles.sector(phrase.role, words)
    owner = owner_among(stage, between(stage.hits, phrase.start, phrase.core))
    if figure.entry and sector != figure.sector:
        stage.attest(figure, sector=sector)
    elif not figure.entry:
        figure.sector = figure.sector or sector
        figure.country = figure.country or (owner.country if owner else None)


def _before(stage: Stage, phrase: Phrase) -> list[str]:
    text = stage.scene.text[phrase.start : phrase.core]
    return [folded(word) for word in WORD.findall(text)]


def _same(stage: Stage, phrase: Phrase, role: Role) -> Mention | None:
    """ "NAME, the foreign minister", "NAME is a spokesman": the role of one just named."""
    head = phrase.head
    cast: Cast = stage.cast
    named = None
    if head.dep_ == "appos":
        named = cast.at(head.head.i)
    elif head.dep_ == "attr":
        subjects = [child for child in head.head.children if child.dep_ == "nsubj"]
        named = cast.at(subjects[0].i) if subjects else None
    if named is None or named.figure.noun or (named.form == "pronoun" and not named.figure.entry):
        return None
    person = role.form == "person" and not role.plural
    return named if (named.figure.kind == "person") == person else None


def _told(figure: Figure, role: Role, owner: Figure | None) -> None:
    figure.office = figure.office or role.noun
    figure.sector = figure.sector or (role.sector if role.sector != "UNK" else None)
    if owner:
        if figure.guessed and owner.country:
            figure.country, figure.guessed = owner.country, False
        figure.country = figure.country or owner.country
        figure.sector = figure.sector or owner.sector


def _taken_up(
    stage: Stage, coreference: Coreference, phrase: Phrase, role: Role, before: list[str]
) -> Mention | None:
    """The antecedent of a definite phrase without modifiers of its own."""
    if not before or before[0] not in _DEFINITE or len(before) > 1:
        return None
    noun = stage.scene.text[phrase.core : phrase.end].lower()
    return coreference.description(stage, phrase, noun)


def _organ(
    stage: Stage, phrase: Phrase, role: Role, owner: Figure | None, sector: str
) -> tuple[Figure, Mention | None] | None:
    """The organ of a state that a body noun means: of its owner, or of the state at hand."""
    if role.form != "body" or sector != role.sector:
        return None
    if "-" in stage.scene.text[phrase.start : phrase.core]:
        return None  # "Vietnamese-led forces" are not the Vietnamese army
    text = stage.scene.text[phrase.core : phrase.close]
    organs = stage.registry.organs
    organ = organs.organ(" ".join(folded(word) for word in WORD.findall(text)))
    if organ is None or (owner and not _is_state(owner.entry)):
        return None
    antecedent = None
    state = owner.entry.id if owner and owner.entry else None
    if state is None:
        if not set(_before(stage, phrase)) <= words_of("determiners") | {"state", "national"}:
            return None
        bare = Figure("", "", "organisation", sector=sector)
        antecedent = country_of(stage, phrase, bare)
        state = (bare.country or "").lower()
    entry = organs.entry(f"{state}:{organ}")
    return (stage.entry_figure((entry,), None), antecedent) if entry else None


def _is_state(entry: Entry | None) -> bool:
    return entry is not None and entry.kind == "state"


def _unnamed(stage: Stage, phrase: Phrase, role: Role, owner: Figure | None, sector: str) -> Figure:
    if owner and owner.entry and not _is_state(owner.entry):
        armed = vocabulary().kinds[owner.entry.kind].sector in ARMED
        if (armed or sector == "UNK") and owner.sector:
            sector = owner.sector
    elif owner and sector == "UNK" and role.form == "person" and role.noun in _SPEAKERS:
        sector = "GOV"
    marks = " ".join(w for w in _before(stage, phrase) if w not in words_of("determiners"))
    ident = f"role:{owner.key if owner else ''}:{marks}:{role.noun}:{role.plural}"
    name = stage.scene.parsed.text(phrase.start, phrase.end)
    figure = stage.cast.figure(ident, name, _kind(role))
    figure.noun, figure.plural = role.noun, role.plural or role.form == "group"
    figure.sector = figure.sector or sector
    figure.country = figure.country or (owner.country if owner else None) or role.country or None
    return figure


_SPEAKERS = frozenset(("leader", "spokesman", "spokeswoman", "spokesperson", "delegate", "adviser"))


def _kind(role: Role) -> ActorKind:
    if role.form in {"body", "site", "craft"}:
        return "organisation"
    return "person" if role.form == "person" and not role.plural else "group"


def _classed(stage: Stage, phrase: Phrase, figure: Figure) -> None:
    """ "X and other rebel groups" calls X a rebel group (Hearst 1992), and they share a country."""
    if phrase.head.dep_ != "conj" or "other" not in _before(stage, phrase):
        return
    named = stage.cast.at(phrase.head.head.i)
    if named is None:
        return
    if figure.sector and named.figure.sector != figure.sector:
        stage.attest(named.figure, sector=figure.sector)
    figure.country = figure.country or named.figure.country


def _listed(stage: Stage, inside: list[Hit]) -> list[Hit]:
    """The second and further names of a list before a role noun: "U.S. and Russian envoys"."""
    text = stage.scene.text
    return [
        other
        for one, other in pairwise(inside)
        if text[one.end : other.start].strip() in {"and", "or", ",", ", and", ", or"}
    ]


def _ally(stage: Stage, phrase: Phrase, role: Role, hit: Hit, sector: str) -> None:
    """ "U.S. and Russian negotiators" are two parties: each further one is mentioned, too.

    An adjective is mentioned with the noun, a name behind "of" by itself.
    """
    owner = owner_among(stage, [hit])
    if owner is None:
        return
    end = phrase.end if hit.start < phrase.core else hit.end
    head = phrase.head if hit.start < phrase.core else stage.scene.head(hit.start, hit.end)
    part = replace(phrase, start=hit.start, end=end, head=head)
    stage.consumed.add(hit.start)
    if organ := _organ(stage, phrase, role, owner, sector):
        figure = organ[0]
    else:
        figure = _unnamed(stage, phrase, role, owner, sector)
        noun = stage.scene.text[phrase.core : phrase.close]
        figure.name = f"{hit.text} {noun}" if hit.end <= phrase.core else f"{noun} of {hit.text}"
    stage.mention(part, figure, "nominal").apart = True
