"""The title before a name: "former Syrian President", "Foreign Ministry spokesman"."""

from dragoman.actors.hits import between
from dragoman.actors.naming import Title
from dragoman.actors.phrase import Phrase
from dragoman.actors.reading import Stage
from dragoman.actors.spelling import WORD
from dragoman.actors.vocabulary import words_of

_LONGEST = 8


def title_before(stage: Stage, phrase: Phrase) -> Title:
    """What stands right before a name and describes its bearer; empty where nothing does."""
    scene = stage.scene
    first = scene.word_at(phrase.core)
    start = _reach(stage, first)
    words = scene.folded[start:first]
    if not any(_is_role(stage, words, at) for at in range(len(words))):
        return Title(phrase.core)
    begin = scene.starts[start]
    seats: list[str] = []
    sector = None
    for at in range(len(words)):
        if length := stage.registry.titles.at(words, at):
            seats += stage.registry.titles.seats(tuple(words[at : at + length]))
        for length in range(len(words) - at, 0, -1):
            role = stage.roles.nouns.get(" ".join(words[at : at + length]))
            if role:
                sector = stage.roles.sector(role, words[:at])
                break
    country = None
    for hit in between(stage.hits, begin, phrase.core):
        country = stage.registry.choose(hit.entries, scene.day, None)[0][1].country or country
    text = " ".join(WORD.findall(scene.text[begin : phrase.core]))
    former = bool(words_of("former") & set(words))
    return Title(begin, tuple(dict.fromkeys(seats)), sector, country, former, text)


def _is_role(stage: Stage, words: list[str], at: int) -> bool:
    if stage.registry.titles.at(words, at):
        return True
    return any(
        " ".join(words[at:end]) in stage.roles.nouns for end in range(at + 1, len(words) + 1)
    )


def _reach(stage: Stage, first: int) -> int:
    """The first word of the unbroken run of title words before a name."""
    scene = stage.scene
    reach = between(stage.hits, scene.starts[max(0, first - _LONGEST)], scene.starts[first])
    named = [hit for hit in reach if hit.entries[0].kind != "person"]
    inside = {at for hit in named for at in range(hit.first, hit.last)}
    at = first
    sentence = scene.sentences[scene.token(scene.starts[first]).i]
    while at > 0 and first - at < _LONGEST:
        if scene.sentences[scene.token(scene.starts[at - 1]).i] != sentence:
            break
        gap = scene.text[scene.ends[at - 1] : scene.starts[at]]
        word = scene.folded[at - 1]
        if gap.strip(" -.'s") or "\n" in gap or not _title_word(stage, word, at - 1 in inside):
            break
        at -= 1
    for link in range(first - 1, at, -1):
        rest = scene.folded[link + 1 : first]
        titled = not rest or any(stage.registry.titles.at(rest, n) for n in range(len(rest)))
        if scene.folded[link] in words_of("links") and titled:
            at = link + 1  # "a friend of President X": the title begins behind "of"
            break
    while at < first and scene.folded[at] in words_of("links"):
        at += 1
    return at


def _title_word(stage: Stage, word: str, named: bool) -> bool:
    return (
        named
        or word in words_of("former")
        or word in words_of("lead")
        or word in stage.roles.longest
        or word in stage.title_words
        or word in stage.roles.modifiers
    )
