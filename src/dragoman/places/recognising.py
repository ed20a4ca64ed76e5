"""Whether a capitalised name that the gazetteer knows is a place here."""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from spacy.tokens import Doc, Span

from dragoman.places.cues import Cues
from dragoman.places.place import Place
from dragoman.places.ranking import standing
from dragoman.places.spotting import Spot, word
from dragoman.places.tables import SEAT

PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
NUMERIC = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
"""Labels that speak against a place; under all others the small models file foreign towns."""

SUPPORTED = 10_000
"""Inhabitants from which a doubtful name counts where the text names its country."""

WELL_KNOWN = 5.6
"""Standing from which a name counts without help: countries, provinces, sites, large cities."""

FAMILIAR = 4.7
"""Standing below which a larger name around it decides: towns of some 50,000 inhabitants."""

FAMOUS = 8.0
"""Standing from which no person's name is likelier: countries, continents, world regions."""

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_COMMON = frozenset({"NNS", "VBZ", "VBD", "VBG", "VB", "RB", "IN", "DT", "PRP", "WRB", "CC", "MD"})
_JOINERS = frozenset({",", "and", "or", "to", ", and", "-"})


class Verdict(IntEnum):
    """What the words around a name say of it."""

    NO = 0
    MAYBE = 1
    YES = 2


class Recogniser:
    """Judges the spots of one document."""

    def __init__(self, doc: Doc, cues: Cues) -> None:
        self._doc = doc
        self._cues = cues
        self._entity: dict[int, Span] = {
            i: ent for ent in doc.ents for i in range(ent.start, ent.end)
        }
        self._surnames = frozenset(self._people())
        self._words = frozenset(token.text for token in doc if token.is_lower)

    def accepted(self, spots: Sequence[Spot], linked: frozenset[int]) -> Iterator[Spot]:
        """The spots that are places; a doubtful one follows its clear namesakes and neighbours.

        `linked` holds the first tokens of spots that the text places in one another.
        """
        verdicts: list[Verdict] = []
        for number, spot in enumerate(spots):
            said = Verdict.YES if spot.first in linked else self._verdict(spot)
            if said is Verdict.MAYBE and number and verdicts[-1] is Verdict.YES:
                between = self._doc[spots[number - 1].last : spot.first].text.strip()
                said = Verdict.YES if between in _JOINERS else said
            verdicts.append(said)
        judged = list(zip(spots, verdicts, strict=True))
        clear = {spot.key for spot, said in judged if said is Verdict.YES}
        countries = {_likeliest(spot).country for spot, said in judged if said is Verdict.YES}
        for spot, said in judged:
            if said is Verdict.YES or (
                said is Verdict.MAYBE and (spot.key in clear or self._supported(spot, countries))
            ):
                yield spot

    def _supported(self, spot: Spot, countries: set[str]) -> bool:
        """Whether a doubtful name is that of a town in a country that the text names."""
        if self._is_a_name(spot) or self._capital(spot.last) or self._capital(spot.first - 1):
            return False
        return any(
            one.place.country in countries and one.form == "usual" and one.place.country
            for one in spot.candidates
            if one.place.population >= SUPPORTED
        )

    def _people(self) -> Iterator[str]:
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
        located = self._located(spot)
        if self._part_of_another(spot, fame) or self._a_language(spot):
            return Verdict.NO
        if spot.abbreviated or self._dateline(spot):
            return Verdict.YES
        if self._of_a_person(spot, fame, located):
            return Verdict.NO
        if _likeliest(spot).feature == SEAT:
            return Verdict.YES if located else Verdict.NO
        return self._weighed(spot, fame, located)

    def _weighed(self, spot: Spot, fame: float, located: bool) -> Verdict:
        ent = self._entity.get(spot.first)
        label = ent.label_ if ent is not None else ""
        if self._is_a_word(spot, fame):
            alone = not self._capital(spot.last)
            return Verdict.YES if label in PLACES and located and alone else Verdict.NO
        if spot.adjectival:
            return Verdict.YES
        if fame < FAMILIAR and label not in PLACES and self._embedded(spot):
            return Verdict.NO
        if label in PLACES:
            return Verdict.YES
        if self._is_a_name(spot) and fame < WELL_KNOWN:
            return Verdict.NO if label in NUMERIC else Verdict.MAYBE
        if (
            self._a_division(spot)
            or fame >= WELL_KNOWN
            or (located and label not in NUMERIC)
            or self._civic(spot)
        ):
            return Verdict.YES
        return Verdict.NO if label in NUMERIC else Verdict.MAYBE

    def _is_a_word(self, spot: Spot, fame: float) -> bool:
        """Whether the name is an ordinary word here, by the list, its tag or the text itself."""
        token = self._doc[spot.first]
        if spot.last - spot.first > 1 or _own(spot):
            return False
        if token.is_upper and not self._shouted(spot):
            return token.lower_ in self._cues.ordinary and len(token) > 3
        if token.lower_ in self._cues.ordinary:
            return True
        plural = token.tag_ == "NNPS" and token.is_sent_start and fame < FAMILIAR
        common = plural or token.tag_ in _COMMON or token.lower_ in self._words
        return fame < WELL_KNOWN and common

    def _shouted(self, spot: Spot) -> bool:
        """Whether the words beside the name stand in capitals, too."""
        doc = self._doc
        beside = (*doc[max(0, spot.first - 1) : spot.first], *doc[spot.last : spot.last + 1])
        return any(token.is_upper and token.is_alpha for token in beside)

    def _is_a_name(self, spot: Spot) -> bool:
        single = spot.last - spot.first == 1 and not _own(spot)
        return single and self._doc[spot.first].lower_ in self._cues.personal

    def _capital(self, at: int) -> bool:
        return 0 <= at < len(self._doc) and self._doc[at].text[0].isupper()

    def _civic(self, spot: Spot) -> bool:
        return spot.last < len(self._doc) and word(self._doc[spot.last]) in self._cues.civic

    def _embedded(self, spot: Spot) -> bool:
        """Whether a capitalised word beside the name takes it for a larger one."""
        if self._a_division(spot):
            return False
        if self._capital(spot.last) and not self._civic(spot):
            return True
        before = spot.first - 1
        if not self._capital(before) or word(self._doc[before]) in self._cues.compass:
            return False
        return not (self._doc[before].is_sent_start or word(self._doc[before]) in self._cues.ordinary)

    def _previous(self, at: int) -> int:
        """The token before `at` that is not white space; -1 if there is none."""
        at -= 1
        while at >= 0 and self._doc[at].is_space:
            at -= 1
        return at

    def _located(self, spot: Spot) -> bool:
        """Whether a preposition of place stands before the name: "in northern", "the town of"."""
        doc, cues = self._doc, self._cues
        at = self._previous(spot.first)
        while at > 0 and (word(doc[at]) in cues.compass or word(doc[at]) == "the"):
            at = self._previous(at)
        if at < 0 or word(doc[at]) in cues.locative:
            return at >= 0
        before = self._previous(at)
        if word(doc[at]) == "of" and before >= 0:
            return doc[before].text == "," or word(doc[before]) in cues.settlement
        return word(doc[at]) == "to" and before >= 0 and word(doc[before]) in cues.compass

    def _dateline(self, spot: Spot) -> bool:
        """Whether the name opens a paragraph in capitals: "BEIRUT (Agency) -", "BEIRUT Two men"."""
        doc = self._doc
        opens = spot.first == 0 or doc[spot.first - 1].is_space
        shouted = all(token.is_upper for token in doc[spot.first : spot.last] if token.is_alpha)
        if not (opens and shouted and spot.end - spot.start > 3) or self._is_a_word(spot, 0):
            return False
        behind = next((token for token in doc[spot.last : spot.last + 3] if token.is_alpha), None)
        return behind is None or not behind.is_upper

    def _a_division(self, spot: Spot) -> bool:
        """Whether the name says itself what it is: "Kent County", "Homs Governorate"."""
        last = word(self._doc[spot.last - 1])
        several = spot.last - spot.first > 1
        return several and (last in self._cues.province or last in self._cues.district)

    def _a_language(self, spot: Spot) -> bool:
        """Whether an adjective names the language: "speaks" before it, no noun behind it."""
        doc = self._doc
        before = self._previous(spot.first)
        if not spot.adjectival or before < 0 or word(doc[before]) not in self._cues.language:
            return False
        behind = doc[spot.last] if spot.last < len(doc) else None
        return behind is None or not (behind.is_alpha and behind.pos_ in _NOMINAL)

    def _part_of_another(self, spot: Spot, fame: float) -> bool:
        """Whether the words beside the name make it the name of a paper, a team, a street."""
        doc, cues = self._doc, self._cues
        if self._capital(spot.last) and not spot.adjectival:
            behind = word(doc[spot.last])
            if behind in cues.tail or (behind in cues.street and fame < FAMOUS):
                return True
        if fame < WELL_KNOWN and (self._compounded(spot) or self._a_patron(spot)):
            return True
        if not self._capital(spot.first - 1):
            two = doc[max(0, spot.first - 2) : spot.first].text.lower()
            return two in cues.head and self._capital(spot.first - 2)
        return word(doc[spot.first - 1]) in cues.head

    def _compounded(self, spot: Spot) -> bool:
        """Whether a hyphen ties the name to another: "Rolls-Royce"."""
        doc = self._doc
        after = doc[spot.last : spot.last + 2].text
        before = doc[max(0, spot.first - 2) : spot.first].text
        tied = after[:1] == "-" and after[1:2].isupper()
        return tied or (before[-1:] == "-" and before[:1].isupper())

    def _a_patron(self, spot: Spot) -> bool:
        """Whether a saint's name is that of a church or school: "St. Mark's Hospital"."""
        doc = self._doc
        behind = doc[spot.last].text if spot.last < len(doc) else ""
        return spot.key.startswith("saint ") and (behind == "'s" or self._capital(spot.last))

    def _of_a_person(self, spot: Spot, fame: float, located: bool) -> bool:
        doc = self._doc
        single = spot.last - spot.first == 1
        given = single and doc[spot.first].lower_ in self._cues.personal
        if spot.adjectival or (fame >= FAMOUS and not given):
            return False
        before = word(doc[spot.first - 1]) if self._capital(spot.first - 1) else ""
        if before in self._cues.title or (before in self._cues.personal and fame < FAMOUS):
            return True
        if given and fame < FAMOUS and self._capital(spot.last) and not located:
            return True
        ent = self._entity.get(spot.first)
        whole = ent is not None and spot.first <= ent.start and ent.end <= spot.last
        if ent is not None and ent.label_ == "PERSON" and not whole:
            return not (doc[spot.first].is_upper and not doc[ent.end - 1].is_upper)
        surname = single and doc[spot.first].lower_ in self._surnames and not located
        return surname and (given or fame < WELL_KNOWN)


def _likeliest(spot: Spot) -> Place:
    return max(spot.candidates, key=standing).place


def _own(spot: Spot) -> bool:
    return any(one.place.own for one in spot.candidates)
