"""What an operation may look at, and what it answers."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dragoman.times.moments import OPEN, Impossible, Moment, containing

PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Answer:
    """The value of an expression.

    `moment` is the stretch of the calendar where it is known, `unit` the unit also where it is
    not; `anchor` is what it was computed from. An empty `value` means that the words are no
    expression of time after all. `note` is an issue code with its message. `compared` marks a
    period that another one is held against, which the story does not move on to.
    """

    value: str
    unit: str = ""
    moment: Moment | None = None
    anchor: str = ""
    mod: str = ""
    type: str = ""
    note: tuple[str, str] | None = None
    compared: bool = False


def known(moment: Moment, anchor: str = "", mod: str = "") -> Answer:
    """The answer for a known stretch of the calendar."""
    return Answer(moment.value(), moment.unit, moment, anchor, mod)


def unanchored(unit: str, value: str = "") -> Answer:
    """The answer for a stretch of that unit which nothing anchors: `XXXX-XX-XX`."""
    return Answer(value or OPEN[unit], unit)


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text has told: the id of its expression, its answer, its sentence."""

    id: str
    answer: Answer
    sentence: int


@dataclass(slots=True)
class Story:
    """The day of publication and the dates told so far."""

    published: datetime.date | None
    told: list[Told] = field(default_factory=list)

    def latest(self, unit: str) -> Told | None:
        """The last told date no longer than `unit`."""
        for told in reversed(self.told):
            if told.answer.unit and Moment(datetime.date.min, told.answer.unit).is_finer_or_equal(
                unit
            ):
                return told
        return None

    def today(self, unit: str) -> Moment | None:
        """The stretch of that unit that holds the day of publication, if that is known."""
        return containing(self.published, unit) if self.published else None


@dataclass(frozen=True, slots=True)
class Context:
    """A match's slots and options, the story so far, and which way the tense points.

    `per` says whether the expression hangs on a noun as a rate ("2,000 tonnes a year").
    """

    slots: Mapping[str, str]
    options: Mapping[str, str]
    story: Story
    sentence: int
    look: Callable[[], int]
    per: Callable[[], bool]

    def __getitem__(self, name: str) -> str:
        """A slot, else an option, else an empty string."""
        return self.slots.get(name) or self.options.get(name, "")

    def number(self, name: str) -> int:
        """A slot or option as a whole number. Raises `Impossible`."""
        text = self[name].replace(",", "").rstrip("stndrh")
        if not text.lstrip("-").isdecimal() or len(text) > 6:
            raise Impossible(f"{self[name]!r} is no number")
        return int(text)

    @property
    def direction(self) -> int:
        """-1 where the words around look back, 1 where they look ahead, 0 where neither.

        The simple present looks ahead to a day of the calendar ("the rule takes effect on
        1 May"); of a weekday or a month it says nothing.
        """
        if fixed := self.options.get("direction"):
            return int(fixed)
        found = self.look()
        return found if found < 2 else int(bool(self.slots.get("day")))


Operation = Callable[[Context], Answer]
