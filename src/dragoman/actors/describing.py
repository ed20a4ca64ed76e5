"""Role nouns → figures: whose soldiers, which ministry, officials of what."""

from dragoman.actors.cast import Figure
from dragoman.actors.hits import Hit
from dragoman.actors.phrases import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.spelling import WORD, folded
from dragoman.actors.vocabulary import vocabulary, words_of

ARMED = frozenset(("REB", "UAF", "CRM", "PRM"))


def described(stage: Stage, phrase: Phrase, inside: list[Hit], behind: Hit | None) -> Figure:
    """The figure of a role phrase; `inside` are names in it, `behind` the one after "of"."""
    role = phrase.role
    assert role is not None
    scene = stage.scene
    before = [folded(m) for m in WORD.findall(scene.doc.text[phrase.start : phrase.core])]
    owner = _owner(stage, [*inside, *([behind] if behind else [])])
    sector = stage.roles.sector(role, before)
    if owner and owner.entry and role.form == "body" and owner.entry.kind == "state":
        words = " ".join(folded(m) for m in WORD.findall(scene.doc.text[phrase.core : phrase.end]))
        organ = stage.registry.organs.organ(words)
        entry = stage.registry.organs.entry(f"{owner.entry.id}:{organ}") if organ else None
        if entry and stage.roles.sector(role, before) == role.sector:
            return stage.entry_figure((entry,), None)
    if owner and owner.entry and owner.entry.kind != "state":
        armed = vocabulary().kinds[owner.entry.kind].sector in ARMED
        if (armed or sector == "UNK") and owner.sector:
            sector = owner.sector
    name = scene.parsed.text(phrase.start, phrase.end)
    marks = " ".join(word for word in before if word not in words_of("determiners"))
    ident = f"role:{owner.key if owner else ''}:{marks}:{role.noun}:{role.plural}"
    kind = "organisation" if role.form == "body" else "group"
    figure = stage.cast.figure(
        ident,
        name,
        "person" if role.form == "person" and not role.plural else kind,  # type: ignore[arg-type]
    )
    figure.noun, figure.plural = role.noun, role.plural or role.form == "group"
    figure.sector = figure.sector or sector
    figure.country = figure.country or (owner.country if owner else None)
    return figure


def _owner(stage: Stage, hits: list[Hit]) -> Figure | None:
    """The first name in or behind the phrase that says whose people they are."""
    for hit in hits:
        chosen = stage.registry.choose(hit.entries, stage.scene.day, None)
        entry, on_day = chosen[0]
        if entry.kind not in {"region"}:
            owner = Figure(entry.id, entry.name, "organisation", entry=entry)
            owner.country, owner.sector = on_day.country, on_day.sector
            return owner
    return None
