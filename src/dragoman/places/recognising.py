"""Whether a capitalised name that the gazetteer knows is a place here."""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from spacy.tokens import Doc, Span

from dragoman.places.context import Context
from dragoman.places.cues import Cues
from dragoman.places.place import Place
from dragoman.places.ranking import standing
from dragoman.places.spotting import Spot, word
from dragoman.places.tables import SEAT

PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
NUMERIC = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
"""Labels that speak against a place; under all others the small models file foreign towns."""

FAMOUS = 8.0
"""Standing from which no person's name is likelier: countries, continents, world regions."""

LARGE = 5.6
"""Standing from which a name is no person's and no saint's: provinces, large cities."""

WELL_KNOWN = 5.47
"""Standing from which a name counts without help: 300,000 people, or renown to match.

What `cities.tsv` lists as better known than its size tells stands just above."""

FAMILIAR = 4.7
"""Standing below which a larger name around it decides: towns of some 50,000 inhabitants."""

SUPPORTED = 10_000
"""Inhabitants from which a doubtful name counts where the text names its country."""

_COMMON = frozenset({"NNS", "VBZ", "VBD", "VBG", "VB", "RB", "IN", "DT", "PRP", "WRB", "CC", "MD"})
_JOINERS = frozenset({",", "and", "or", "to", ", and", "-"})


class Verdict(IntEnum):
    """What the words around a name say of it."""

    NO = 0
    MAYBE = 1
    YES = 2


class Recogniser:
    """Judges the spots of one document. `people` are the surnames that it found, case-folded."""

    def __init__(self, doc: Doc, cues: Cues, context: Context) -> None:
        self._doc = doc
        self._cues = cues
        self._context = context
        self._entity: dict[int, Span] = {
            i: ent for ent in doc.ents for i in range(ent.start, ent.end)
        }
        self.people = frozenset(self._people())
        self._words = frozenset(token.text for token in doc if token.is_lower)

    def accepted(self, spots: Sequence[Spot], sure: frozenset[int]) -> Iterator[Spot]:
        """The spots that are places; a doubtful one follows its clear namesakes and neighbours.

        `sure` holds the first tokens of spots that are places in any case.
        """
        verdicts = self._verdicts(spots, sure)
        judged = list(zip(spots, verdicts, strict=True))
        clear = {spot.key for spot, said in judged if said is Verdict.YES}
        countries = {_likeliest(spot).country for spot, said in judged if said is Verdict.YES}
        maybe = [spot for spot, said in judged if said is Verdict.MAYBE]
        clear |= {spot.key for spot in maybe if self._supported(spot, countries)}
        for spot, said in judged:
            if said is Verdict.YES or (said is Verdict.MAYBE and spot.key in clear):
                yield spot

    def _verdicts(self, spots: Sequence[Spot], sure: frozenset[int]) -> list[Verdict]:
        verdicts: list[Verdict] = []
        for number, spot in enumerate(spots):
            said = Verdict.YES if spot.first in sure else self._verdict(spot)
            if said is Verdict.MAYBE and number and verdicts[-1] is Verdict.YES:
                between = self._doc[spots[number - 1].last : spot.first].text.strip()
                said = Verdict.YES if between in _JOINERS else said
            verdicts.append(said)
        return verdicts

    def _supported(self, spot: Spot, countries: set[str]) -> bool:
        """Whether a doubtful name is that of a town in a country that the text names."""
        if self._is_a_name(spot) or self._context.embedded(spot):
            return False
        return any(
            one.place.country in countries and one.form == "usual" and one.place.country
            for one in spot.candidates
            if one.place.population >= SUPPORTED
        )

    def _people(self) -> Iterator[str]:
        """Surnames, case-folded: behind a given name, or in a name of several words."""
        for given in self._doc[:-1]:
            if given.lower_ in self._cues.personal and given.text[0].isupper():
                name = self._doc[given.i + 1]
                if name.text[0].isupper():
                    yield name.lower_
        for ent in self._doc.ents:
            if ent.label_ == "PERSON" and len(ent) > 1:
                yield from (token.lower_ for token in ent[1:] if token.text[0].isupper())
                if ent[0].lower_ in self._cues.personal:
                    yield ent[0].lower_

    def _verdict(self, spot: Spot) -> Verdict:
        fame = max(standing(one) for one in spot.candidates)
        context = self._context
        if context.named_after(spot, fame >= FAMOUS) or context.language(spot):
            return Verdict.NO
        if fame < LARGE and (context.compounded(spot) or context.patron(spot)):
            return Verdict.NO
        if spot.abbreviated or (context.dateline(spot) and not self._is_a_word(spot, fame)):
            return Verdict.YES
        located = context.located(spot)
        if self._of_a_person(spot, fame, located):
            return Verdict.NO
        if _likeliest(spot).feature == SEAT:
            return Verdict.YES if located else Verdict.NO
        return self._weighed(spot, fame, located)

    def _weighed(self, spot: Spot, fame: float, located: bool) -> Verdict:
        ent = self._entity.get(spot.first)
        label = ent.label_ if ent is not None else ""
        doubt = Verdict.NO if label in NUMERIC else Verdict.MAYBE
        if self._is_a_word(spot, fame):
            alone = not self._context.capital(spot.last)
            return Verdict.YES if label in PLACES and located and alone else Verdict.NO
        if spot.adjectival:
            return Verdict.YES
        larger = label not in PLACES or (ent is not None and self._wider(ent, spot))
        if fame < FAMILIAR and larger and self._context.embedded(spot):
            return Verdict.NO
        if self._is_a_name(spot) and fame < FAMILIAR and not located:
            return doubt
        if label in PLACES:
            return Verdict.YES
        if self._is_a_name(spot) and fame < (LARGE if spot.last - spot.first == 1 else WELL_KNOWN):
            return doubt
        if self._context.division(spot) or self._context.civic(spot) or fame >= WELL_KNOWN:
            return Verdict.YES
        return Verdict.YES if located and label not in NUMERIC else doubt

    def _is_a_word(self, spot: Spot, fame: float) -> bool:
        """Whether the name is an ordinary word here, by the list, its tag or the text itself."""
        token = self._doc[spot.first]
        if spot.last - spot.first > 1 or _own(spot):
            return False
        if token.is_upper and not self._context.shouted(spot):
            return token.lower_ in self._cues.ordinary and len(token) > 3
        if token.lower_ in self._cues.ordinary:
            return True
        plural = token.tag_ == "NNPS" and token.is_sent_start and fame < FAMILIAR
        common = plural or token.tag_ in _COMMON or token.lower_ in self._words
        return bool(common and fame < WELL_KNOWN)

    def _is_a_name(self, spot: Spot) -> bool:
        return not _own(spot) and self._doc[spot.first].lower_ in self._cues.personal

    def _of_a_person(self, spot: Spot, fame: float, located: bool) -> bool:
        doc, cues, capital = self._doc, self._cues, self._context.capital
        single = spot.last - spot.first == 1
        given = single and doc[spot.first].lower_ in cues.personal
        if spot.adjectival or (fame >= FAMOUS and not given):
            return False
        before = word(doc[spot.first - 1]) if capital(spot.first - 1) else ""
        if before in cues.title or (before in cues.personal and fame < FAMOUS):
            return True
        if given and fame < FAMOUS and capital(spot.last) and not located:
            return True
        ent = self._entity.get(spot.first)
        if ent is not None and ent.label_ == "PERSON" and not self._whole(ent, spot):
            return not (doc[spot.first].is_upper and not doc[ent.end - 1].is_upper)
        surname = single and doc[spot.first].lower_ in self.people and not located
        return surname and (given or fame < LARGE)

    def _wider(self, ent: Span, spot: Spot) -> bool:
        """Whether an entity goes on with capitals behind the name: "Tell" in "Tell Zarun"."""
        return ent.end > spot.last and self._context.capital(spot.last)

    def _whole(self, ent: Span, spot: Spot) -> bool:
        """Whether an entity is the name alone, a preposition taken for a given name left aside."""
        names = (token for token in ent if word(token) not in self._cues.locative)
        return all(spot.first <= token.i < spot.last for token in names)


def _likeliest(spot: Spot) -> Place:
    return max(spot.candidates, key=standing).place


def _own(spot: Spot) -> bool:
    return any(one.place.own for one in spot.candidates)
