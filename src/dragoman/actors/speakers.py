"""Whose "I" and "we" it is: the speaker of the quotation they stand in."""

from dragoman.actors.cast import Figure, Mention
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.parsing import Quotation


def first_person(stage: Stage, phrase: Phrase) -> None:
    """Takes in "I" or "we" as the speaker, or as the unnamed narrator outside quotations."""
    quotation = stage.scene.parsed.quotation_at(phrase.start)
    speaker = _speaker(stage, quotation) if quotation else None
    if speaker:
        figure = speaker.figure if phrase.word == "i" else _side(stage, speaker.figure)
        stage.mention(phrase, figure, "pronoun", speaker)
        return
    inside = quotation.start if quotation else -1
    figure = stage.cast.figure(
        f"pronoun:{phrase.word}:{inside}", phrase.word.upper() if phrase.word == "i" else "we",
        "person" if phrase.word == "i" else "organisation",
    )  # fmt: skip
    stage.mention(phrase, figure, "pronoun", inferred=True)


def _speaker(stage: Stage, quotation: Quotation) -> Mention | None:
    """The subject of the clause around or right beside a quotation."""
    scene = stage.scene
    last = scene.token(max(quotation.start, quotation.end - 1)).i
    sentences = {scene.sentences[scene.token(quotation.start).i], scene.sentences[last]}
    if last + 1 < len(scene.doc):
        sentences.add(scene.sentences[min(last + 2, len(scene.doc) - 1)])
    outside = [
        mention
        for mention in stage.cast.mentions
        if mention.sentence in sentences
        and not (quotation.start <= mention.start < quotation.end)
        and mention.subject
        and mention.figure.kind != "nationality"
    ]
    return min(outside, key=lambda mention: _gap(mention, quotation), default=None)


def _gap(mention: Mention, quotation: Quotation) -> tuple[int, int]:
    if mention.start >= quotation.end:
        return mention.start - quotation.end, mention.start
    return quotation.start - mention.end, mention.start


def _side(stage: Stage, figure: Figure) -> Figure:
    """Whom a speaker means by "we": the organisation or the state that they speak for."""
    if figure.kind != "person":
        return figure
    if not figure.entry:
        return _company(stage, figure)
    held = [phase for phase in figure.entry.phases if stage.held(phase) and phase.organisation]
    if held and (entry := stage.registry.entry(held[-1].organisation)):
        return stage.entry_figure((entry,), None)
    if figure.sector == "GOV" and figure.country:
        state = stage.registry.entry(figure.country.lower())
        return stage.entry_figure((state,), None) if state else _company(stage, figure)
    return _company(stage, figure)


def _company(stage: Stage, figure: Figure) -> Figure:
    """Those whom a person of no known organisation speaks for."""
    company = stage.cast.figure(f"side:{figure.key}", "we", "organisation")
    company.country, company.sector = figure.country, figure.sector
    return company
