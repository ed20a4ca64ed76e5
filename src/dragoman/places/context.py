"""What the words around a name say of it: prepositions, titles, streets, papers, datelines."""

from spacy.tokens import Doc, Token

from dragoman.places.cues import Cues
from dragoman.places.spotting import Spot, word

_AFTER_EXCLAMATION = frozenset({":", "!", "?", "..."})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


class Context:
    """Questions about the tokens beside a spot of one document."""

    def __init__(self, doc: Doc, cues: Cues) -> None:
        self._doc = doc
        self._cues = cues

    def capital(self, at: int) -> bool:
        """Whether there is a token with a capital at this index."""
        return 0 <= at < len(self._doc) and self._doc[at].text[0].isupper()

    def before(self, spot: Spot) -> Token | None:
        """The token before the name, white space left out."""
        at = self._previous(spot.first)
        return self._doc[at] if at >= 0 else None

    def behind(self, spot: Spot) -> Token | None:
        """The token right behind the name."""
        return self._doc[spot.last] if spot.last < len(self._doc) else None

    def located(self, spot: Spot) -> bool:
        """Whether a preposition of place or a verb that only places take stands before the name.

        "In northern", "the town of", "besieged".
        """
        doc, cues = self._doc, self._cues
        at = self._previous(spot.first)
        while at > 0 and (word(doc[at]) in cues.compass or word(doc[at]) == "the"):
            at = self._previous(at)
        if at < 0 or word(doc[at]) in cues.locative | cues.taking:
            return at >= 0
        before = self._previous(at)
        if word(doc[at]) == "of" and before >= 0:
            return doc[before].text == "," or word(doc[before]) in cues.settlement
        return word(doc[at]) == "to" and before >= 0 and word(doc[before]) in cues.compass

    def civic(self, spot: Spot) -> bool:
        """Whether a town's furniture follows: "mayor", "council", "airport"."""
        behind = self.behind(spot)
        return behind is not None and word(behind) in self._cues.civic

    def statewide(self, spot: Spot) -> bool:
        """Whether a division's word stands beside: "Homs province", "province of Homs"."""
        behind, doc = self.behind(spot), self._doc
        if behind is not None and word(behind) in self._cues.statewide | self._cues.province:
            return True
        two = [word(token) for token in doc[max(0, spot.first - 2) : spot.first]]
        return len(two) == 2 and two[1] == "of" and two[0] in self._cues.province

    def shouted(self, spot: Spot) -> bool:
        """Whether the words beside the name stand in capitals, too."""
        doc = self._doc
        beside = (*doc[max(0, spot.first - 1) : spot.first], *doc[spot.last : spot.last + 1])
        return any(token.is_upper and token.is_alpha for token in beside)

    def standing_alone(self, spot: Spot) -> bool:
        """Whether a dateline names a town and nothing that it lies in: "GENEVA -", "ROME (AP)"."""
        return self.dateline(spot) and self._doc[spot.last : spot.last + 1].text != ","

    def dateline(self, spot: Spot) -> bool:
        """Whether the name opens a paragraph in capitals: "BEIRUT (Agency) -", "BEIRUT Two men"."""
        doc = self._doc
        opens = spot.first == 0 or doc[spot.first - 1].is_space
        capitals = all(token.is_upper for token in doc[spot.first : spot.last] if token.is_alpha)
        if not (opens and capitals and spot.end - spot.start > 3):
            return False
        if spot.last < len(doc) and doc[spot.last].text in _AFTER_EXCLAMATION:
            return False
        behind = next((token for token in doc[spot.last : spot.last + 3] if token.is_alpha), None)
        return behind is None or not behind.is_upper

    def division(self, spot: Spot) -> bool:
        """Whether the name says itself what it is: "Kent County", "Homs Governorate"."""
        last = word(self._doc[spot.last - 1])
        several = spot.last - spot.first > 1
        return several and (last in self._cues.province or last in self._cues.district)

    def language(self, spot: Spot) -> bool:
        """Whether an adjective names the language: "speaks" before it, no noun behind it."""
        before, behind = self.before(spot), self.behind(spot)
        if not spot.adjectival or before is None or word(before) not in self._cues.language:
            return False
        return behind is None or not (behind.is_alpha and behind.pos_ in _NOMINAL)

    def named_after(self, spot: Spot, famous: bool) -> bool:
        """Whether the words beside it make it the name of a paper, a team, a bank, a street."""
        doc, cues = self._doc, self._cues
        if self.capital(spot.last) and not spot.adjectival:
            behind = word(doc[spot.last])
            if behind in cues.tail or (behind in cues.street and not famous):
                return True
        if not self.capital(spot.first - 1):
            two = doc[max(0, spot.first - 2) : spot.first].text.lower()
            return two in cues.head and self.capital(spot.first - 2)
        return word(doc[spot.first - 1]) in cues.head

    def compounded(self, spot: Spot) -> bool:
        """Whether a hyphen ties the name to another: "Rolls-Royce"."""
        doc = self._doc
        after = doc[spot.last : spot.last + 2].text
        before = doc[max(0, spot.first - 2) : spot.first].text
        tied = after[:1] == "-" and after[1:2].isupper()
        return tied or (before[-1:] == "-" and before[:1].isupper())

    def patron(self, spot: Spot) -> bool:
        """Whether a saint's name is that of a church or school: "St. Mark's Hospital"."""
        behind = self.behind(spot)
        owns = behind is not None and behind.text == "'s"
        return spot.key.startswith("saint ") and (owns or self.capital(spot.last))

    def embedded(self, spot: Spot) -> bool:
        """Whether a capitalised word beside the name takes it for a larger one."""
        if self.division(spot):
            return False
        if self.capital(spot.last) and not self.civic(spot):
            return True
        at = spot.first - 1
        if not self.capital(at) or word(self._doc[at]) in self._cues.compass:
            return False
        return not (self._doc[at].is_sent_start or word(self._doc[at]) in self._cues.ordinary)

    def _previous(self, at: int) -> int:
        """The token before `at` that is not white space; -1 if there is none."""
        at -= 1
        while at >= 0 and self._doc[at].is_space:
            at -= 1
        return at
