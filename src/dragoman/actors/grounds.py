"""Places on which something may be done: what is bombed, visited or sent help, short of a state.

A town or a province is an actor of kind `location` where no other mention covers its name, and so
is a place without a name ("the hospital", "two villages"), so that events can have it as their
target. Who acts there follows from the country, never the reverse.
"""

from dragoman.actors.cast import Mention
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.sites import Sites
from dragoman.actors.stretches import Stretches
from dragoman.records import PlaceMention


def ground(stage: Stage, places: tuple[PlaceMention, ...]) -> None:
    """Adds each resolved place that nobody's name covers to the cast, one figure a place.

    Named and unnamed ones are taken in reading order, so that "the town" can take up a name.
    """
    covered = Stretches((mention.start, mention.end) for mention in stage.cast.mentions)
    sites = Sites(stage, places)
    items: list[PlaceMention | Phrase] = sorted(
        [*places, *stage.sites], key=lambda item: item.start
    )
    for item in items:
        if isinstance(item, Phrase):
            if not covered.touches(item.core, item.end):
                sites.take(item)
        elif (
            _resolved(item)
            and not covered.touches(item.start, item.end)
            and (mention := _named(stage, item))
        ):
            sites.named.append((item, mention))


def _resolved(place: PlaceMention) -> bool:
    return not place.adjectival and bool(place.country) and bool(place.confidence)


def _named(stage: Stage, place: PlaceMention) -> Mention | None:
    head = stage.scene.head(place.start, place.end)
    if head.dep_ == "nsubj":  # "Geneva hopes": nothing is done to a place that does something
        return None
    key = f"place:{place.geonames_id or place.name}:{place.country}"
    figure = stage.cast.figure(key, place.name, "location")
    figure.country = place.country
    return stage.cast.add(
        Mention(
            start=place.start,
            end=place.end,
            form="name",
            head=head.idx,
            token=head.i,
            sentence=stage.scene.sentences[head.i],
            figure=figure,
        )
    )
