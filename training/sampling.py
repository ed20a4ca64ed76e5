"""Frames → the training and validation sentences, with other events put around the pair."""

import random

from expansion import Example, Frame, Vocabulary, capital, example, unmarked


class Sampler:
    """Draws plain sentences from frames; the same frame, turn and seed give the same sentence."""

    def __init__(self, frames: list[Frame], vocabulary: Vocabulary, seed: int) -> None:
        self.frames = frames
        self.vocabulary = vocabulary
        self.seed = seed

    def draw(self, frame: Frame, turn: int) -> Example:
        """The sentence of a frame at one turn, plain or dressed."""
        chance = random.Random(f"{self.seed}/{frame.type}/{frame.line}/{turn}")
        marked = self.vocabulary.fill(frame.text, chance)
        if chance.random() < 0.55:
            marked = self._dressed(marked, chance)
        return example(capital(marked), frame)

    def crossed(self, turn: int) -> Example:
        """Two events in a sentence, the source of one and the target of the other: NONE."""
        chance = random.Random(f"{self.seed}/crossed/{turn}")
        one, two = (self._body(chance.choice(self._tellable()), chance) for _ in range(2))
        sources = only(one, "S" if chance.random() < 0.7 else "T", "S")
        targets = only(two, "T" if chance.random() < 0.7 else "S", "T")
        joint = self._pick("joint", chance).replace("{other}", targets)
        frame = Frame("NONE", "", "", "crossed pair", "", "", turn)
        return example(capital(sources + joint + "."), frame)

    def _dressed(self, marked: str, chance: random.Random) -> str:
        stop = "." if marked.endswith(".") else ""
        body, turn = marked.removesuffix("."), chance.random()
        if turn < 0.22:
            return f"{self._adjunct('lead', chance)} {body}{stop}"
        if turn < 0.55:
            return f"{body}{spaced(self._adjunct('tail', chance))}."
        other = self._other(chance)
        if turn < 0.85:
            return body + self._pick("joint", chance).replace("{other}", other) + "."
        return f"{self._pick('before', chance)} ".replace("{other}", other) + f"{body}."

    def _pick(self, kind: str, chance: random.Random) -> str:
        return chance.choice(self.vocabulary.phrases[kind])

    def _adjunct(self, kind: str, chance: random.Random) -> str:
        return self.vocabulary.fill(self._pick(kind, chance), chance)

    def _other(self, chance: random.Random) -> str:
        frame = chance.choice(self._tellable())
        text = unmarked(self._body(frame, chance))
        return text if frame.text.startswith("{") else text[0].lower() + text[1:]

    def _body(self, frame: Frame, chance: random.Random) -> str:
        return self.vocabulary.fill(frame.text, chance).removesuffix(".")

    def _tellable(self) -> list[Frame]:
        return [frame for frame in self.frames if frame.text.endswith(".") and frame.type != "NONE"]


def only(marked: str, keep: str, role: str) -> str:
    """`marked` with the marks of one side alone, renamed to `role`."""
    other = "T" if keep == "S" else "S"
    text = marked.replace(f"[{other}]", "").replace(f"[/{other}]", "")
    return (
        text.replace(f"[{keep}]", f"<{role}>")
        .replace(f"[/{keep}]", f"</{role}>")
        .translate(str.maketrans("<>", "[]"))
    )


def spaced(tail: str) -> str:
    """A tail as it follows a sentence: with a space unless it opens with a comma."""
    return tail if tail.startswith(",") else f" {tail}"
