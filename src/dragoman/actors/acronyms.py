"""Acronyms that a text introduces: "Sahel Relief Network (SRN)", and where they stand later."""

import re
from collections.abc import Iterator

from dragoman.actors.phrase import Phrase
from dragoman.actors.scene import Scene

_BRACKETED = re.compile(r"[\w.'’-]{2,40} ?\((?:the )?[\"“]?([A-Z][A-Za-z&-]{0,10}[A-Z])[\"”]?\)")


def defined(scene: Scene) -> Iterator[Phrase]:
    """Every occurrence of an acronym that the text defines, as an alias of what stands before it.

    `alias` holds the acronym. It counts where its letters begin the words before the bracket, in
    order; small words may be passed over.
    """
    for match in _BRACKETED.finditer(scene.text):
        acronym = match.group(1)
        if _fits(acronym, scene, scene.word_at(match.start(1))):
            for at, word in enumerate(scene.words):
                if word == acronym and scene.starts[at] >= match.start(1):
                    start, end = scene.starts[at], scene.ends[at]
                    head = scene.token(start)
                    yield Phrase(start, end, start, "alias", head, alias=acronym)


def _fits(acronym: str, scene: Scene, at: int) -> bool:
    """Whether the words before position `at` spell the acronym by their first letters."""
    letters = [letter.lower() for letter in acronym if letter.isalpha()]
    words = scene.folded[max(0, at - 2 * len(letters)) : at]
    while letters and words:
        if words.pop()[0] == letters[-1]:
            letters.pop()
    return not letters
