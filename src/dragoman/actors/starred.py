"""Names that many bear: whether the one whom the registry knows can be meant."""

from dragoman.actors.context import Context
from dragoman.actors.hits import Hit
from dragoman.actors.organs import Organs
from dragoman.actors.scene import Scene
from dragoman.actors.spelling import key
from dragoman.actors.vocabulary import vocabulary


def is_starred(hit: Hit) -> bool:
    """Whether all bearers of a name share it with others whom the registry does not hold."""
    shape = key(hit.text)
    names = [[name for name in entry.names if key(name.text) == shape] for entry in hit.entries]
    return all(held and all(name.starred for name in held) for held in names)


def meant(hit: Hit, scene: Scene, context: Context, organs: Organs) -> bool:
    """Whether a starred name can mean a bearer: only where the text names the bearer's country.

    "The Conservatives" are British in a text about Britain and nobody we know in one about Norway.
    A name that any state's organ may bear ("Congress") is that of the country which the sentence is
    about.
    """
    bearers = [set(entry.countries) for entry in hit.entries]
    if any(countries <= vocabulary().international for countries in bearers):
        return True
    if organs.organ(key(hit.text)):
        sentence = scene.sentences[scene.token(hit.start).i]
        near = context.country(sentence, located=False)
        return any(near in countries for countries in bearers)
    return any(context.names(tuple(sorted(countries))) for countries in bearers)
