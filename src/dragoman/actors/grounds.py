"""Places on which something may be done: what is bombed, visited or sent help, short of a state.

A town or a province is an actor of kind `location` where no other mention covers its name, so
that events can name it as their target. Who acts there follows from the country, never the reverse.
"""

from collections.abc import Iterable

from dragoman.actors.cast import Mention
from dragoman.actors.reading import Stage
from dragoman.records import PlaceMention


def ground(stage: Stage, places: Iterable[PlaceMention]) -> None:
    """Adds each resolved place that nobody's name covers to the cast, one figure a place."""
    covered = [(mention.start, mention.end) for mention in stage.cast.mentions]
    for place in places:
        if place.adjectival or not place.country or not place.confidence:
            continue
        if any(start < place.end and place.start < end for start, end in covered):
            continue
        head = stage.scene.head(place.start, place.end)
        if head.dep_ == "nsubj":  # "Geneva hopes": nothing is done to a place that does something
            continue
        key = f"place:{place.geonames_id or place.name}:{place.country}"
        figure = stage.cast.figure(key, place.name, "location")
        figure.country = place.country
        stage.cast.add(
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
