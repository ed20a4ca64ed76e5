"""Whether a capitalised name that the gazetteer knows is a place here."""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from spacy.tokens import Doc, Span

from dragoman.places.cues import Cues
from dragoman.places.ranking import standing
from dragoman.places.spotting import Spot, word

PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
WELL_KNOWN = 6.0
"""Standing from which a name counts without help: countries, provinces, sites, large cities."""

FAMILIAR = 4.7
"""Standing from which a weak hint is enough: a town of about 50,000 inhabitants."""


class Verdict(IntEnum):
    """What the words around a name say of it."""

    NO = 0
    MAYBE = 1
    YES = 2


class Recogniser:
    """Judges spots of one document."""

    def __init__(self, doc: Doc, cues: Cues) -> None:
        self._doc = doc
        self._cues = cues
        self._entity: dict[int, Span] = {
            i: ent for ent in doc.ents for i in range(ent.start, ent.end)
        }
        self._surnames = frozenset(self._people())

    def accepted(self, spots: Sequence[Spot], contained: frozenset[int]) -> Iterator[Spot]:
        """The spots that are places; a doubtful one follows its clear namesakes.

        `contained` holds the first tokens of spots that the text places in another.
        """
        verdicts = [self._verdict(spot, spot.first in contained) for spot in spots]
        clear = {
            spot.key for spot, said in zip(spots, verdicts, strict=True) if said is Verdict.YES
        }
        for spot, said in zip(spots, verdicts, strict=True):
            if said is Verdict.YES or (said is Verdict.MAYBE and spot.key in clear):
                yield spot

    def _people(self) -> Iterator[str]:
        for ent in self._doc.ents:
            if ent.label_ == "PERSON" and len(ent) > 1:
                yield from (token.lower_ for token in ent if token.text[0].isupper())

    def _verdict(self, spot: Spot, contained: bool) -> Verdict:
        fame = max(standing(one) for one in spot.candidates)
        if self._part_of_another(spot):
            return Verdict.NO
        if contained:
            return Verdict.YES
        if self._of_a_person(spot, fame):
            return Verdict.NO
        ent = self._entity.get(spot.first)
        label = ent.label_ if ent is not None else ""
        ordinary = self._is_ordinary(spot)
        located = self._before(spot) in self._cues.locative
        if not ordinary and (fame >= WELL_KNOWN or spot.adjectival):
            return Verdict.YES
        if label in PLACES and (not ordinary or located):
            return Verdict.YES
        if located and label in {"", "ORG", "PERSON"} and not ordinary:
            return Verdict.YES
        if ordinary:
            return Verdict.NO
        return Verdict.MAYBE if label in {"", "ORG", "PERSON"} else Verdict.NO

    def _is_ordinary(self, spot: Spot) -> bool:
        if spot.last - spot.first > 1 or any(one.place.own for one in spot.candidates):
            return False
        name = self._doc[spot.first].lower_
        if name in self._cues.ordinary:
            return True
        well_known = max(standing(one) for one in spot.candidates) >= WELL_KNOWN
        return name in self._cues.personal and not well_known

    def _before(self, spot: Spot) -> str:
        at = spot.first - 1
        while at > 0 and word(self._doc[at]) in self._cues.compass | {"the"}:
            at -= 1
        return word(self._doc[at]) if at >= 0 else ""

    def _part_of_another(self, spot: Spot) -> bool:
        """Whether the words beside the name make it the name of a paper, a team, a bank."""
        doc = self._doc
        behind = doc[spot.last] if spot.last < len(doc) else None
        named_on = behind is not None and behind.text[0].isupper() and not spot.adjectival
        if named_on and word(doc[spot.last]) in self._cues.tail:
            return True
        if spot.first == 0:
            return False
        previous = doc[spot.first - 1]
        if previous.text[0].isupper() and word(previous) in self._cues.head:
            return True
        two = f"{word(doc[spot.first - 2])} {word(previous)}" if spot.first > 1 else ""
        return two in self._cues.head and doc[spot.first - 2].text[0].isupper()

    def _of_a_person(self, spot: Spot, fame: float) -> bool:
        doc = self._doc
        if spot.first and word(doc[spot.first - 1]) in self._cues.title and fame < 8:
            return doc[spot.first - 1].text[0].isupper()
        if spot.adjectival or fame >= 8:
            return False
        ent = self._entity.get(spot.first)
        whole = ent is not None and (ent.start, ent.end) == (spot.first, spot.last)
        if ent is not None and ent.label_ == "PERSON" and not whole:
            shouted = doc[spot.first].is_upper and not doc[ent.end - 1].is_upper
            return not shouted
        single = spot.last - spot.first == 1
        if single and doc[spot.first].lower_ in self._surnames:
            return self._before(spot) not in self._cues.locative
        return False
