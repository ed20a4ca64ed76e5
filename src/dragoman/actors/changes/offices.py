"""The words that name an office: "British foreign secretary", "his post as head of the army"."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.actors.changes.bodies import Body, body_of
from dragoman.actors.changes.office import Office, cased
from dragoman.actors.changes.rules import Rules, rules
from dragoman.actors.registry import Registry
from dragoman.actors.spelling import WORD, folded
from dragoman.actors.vocabulary import words_of
from dragoman.parsing import Parsed

_LINKS = frozenset(("of", "for", "to", "at", "in"))
_LONGEST = 9
"""Words before a title that are looked at."""
_STRANGERS = 3
"""Of these, words that are neither articles nor names nor known modifiers."""
_NOT_BEFORE = frozenset(("VERB", "AUX", "SCONJ", "CCONJ", "ADP", "PRON"))
_STRANGE = "unknown"
"""The kind of a body by whose name nothing is known: in "the CTU's president"."""
_JOINING = frozenset(("of", "for", "and", "in"))
_KEEPING = frozenset(("spokesperson", "secretary_general"))
_POSSESSIVE = frozenset(("his", "her", "its", "their", "my", "our"))


@dataclass(frozen=True, slots=True)
class _Words:
    """A run of words without a comma or full stop between them."""

    spans: tuple[tuple[int, int], ...]
    texts: tuple[str, ...]
    folded: list[str]


class OfficePhrases:
    """Reads offices. `place_country` tells the country of the place named at an offset."""

    def __init__(
        self, registry: Registry, parsed: Parsed, place_country: Callable[[int], str | None]
    ) -> None:
        self._registry, self._parsed, self._place = registry, parsed, place_country
        self._rules: Rules = rules()

    def read(self, start: int, limit: int) -> Office | None:
        """The office that the words from `start` on name, `None` where they name none."""
        words = self._words(start, limit)
        at, strangers, prefix = 0, 0, ""
        body = Body()
        while at < min(len(words.folded), _LONGEST):
            word = words.folded[at]
            if word in self._rules.other:
                return None
            if word in self._rules.nouns:
                seat, title = self._rules.nouns[word]
                found = Office(title, seat, words.spans[at][1], body.country, body.entry)
                return self._owned(found, words, at + 1, word, body)
            length = self._registry.titles.at(words.folded, at)
            second = word in self._rules.second
            if length and (length > 1 or not second) and self._ends(words, at + length):
                return self._titled(words, at, length, prefix, body)
            step, met = body_of(self._registry, words.texts, at)
            if step:
                body, at = body.within(met), at + step
                continue
            if second or word in self._rules.timed:
                prefix = f"{prefix}{word} "
            elif word in self._rules.places:
                at += at + 1 < len(words.folded) and words.folded[at + 1] in {"of", "as"}
            elif word not in words_of("determiners") and word not in words_of("lead"):
                strangers += word not in _POSSESSIVE
                pos = self._pos(words.spans[at][0])
                if strangers > _STRANGERS or (pos in _NOT_BEFORE and word not in _POSSESSIVE):
                    return None
                if pos == "PROPN":
                    country = self._place(words.spans[at][0])
                    body = body.within(Body(country, "" if country else _STRANGE))
            at += 1
        return None

    def _words(self, start: int, limit: int) -> _Words:
        """The words up to the first gap that is more than a blank, a hyphen or an apostrophe."""
        text = self._parsed.document.text
        spans: list[tuple[int, int]] = []
        for match in WORD.finditer(text, start, limit):
            gap = text[spans[-1][1] if spans else start : match.start()]
            if gap.strip(" \u00a0\t\n-'’s" if spans else " \u00a0\n\t\"“'’") or "\n\n" in gap:
                break
            spans.append(match.span())
        texts = tuple(text[first:last] for first, last in spans)
        return _Words(tuple(spans), texts, [folded(word) for word in texts])

    def _pos(self, offset: int) -> str:
        token = self._parsed.token_at(offset)
        return str(token.pos_) if token is not None else ""

    def _ends(self, words: _Words, at: int) -> bool:
        """Whether a title ends here: "head" does not in "head coach"."""
        if at >= len(words.folded):
            return True
        word, offset = words.folded[at], words.spans[at][0]
        if word in self._rules.other:
            return False
        common = words.texts[at][0].islower() and self._pos(offset) in {"NOUN", "ADJ"}
        return not common or word in _LINKS or word in words_of("times")

    def _titled(
        self, words: _Words, at: int, length: int, prefix: str, body: Body
    ) -> Office | None:
        shape = tuple(words.folded[at : at + length])
        seats = self._registry.titles.seats(shape)
        title = " ".join(words.texts[at : at + length])
        bare = " ".join(shape)
        if not seats or bare in self._rules.not_titles:
            return None
        if bare in self._rules.of_something and not self._leads(words, at + length, body):
            return None
        seat = next((seat for seat in seats if seat not in self._rules.not_offices), "")
        if prefix and set(prefix.split()) & self._rules.second:
            seat = self._rules.second_seats.get(seat, "")
        if not seat:
            return None
        end = words.spans[at + length - 1][1]
        found = Office(cased(prefix + title), seat, end, body.country, body.entry)
        return self._owned(found, words, at + length, bare, body)

    def _leads(self, words: _Words, at: int, body: Body) -> bool:
        """Whether "of" or "for" something stands behind a title, or a body before it."""
        behind = at < len(words.folded) - 1 and words.folded[at] in {"of", "for"}
        return behind or bool(body.kind)

    def _owned(
        self, found: Office, words: _Words, at: int, bare: str, before: Body
    ) -> Office | None:
        """The office with whom it is of: "of Chad", "of the central bank", "for trade"."""
        at = self._behind_second(words, at)
        named = at < len(words.folded) - 1 and words.folded[at] in _LINKS
        end = self._owner_end(words, at + 1) if named else at
        named = end > at + 1
        if named and set(words.folded[at + 1 : end]) & self._rules.not_owners:
            return None
        behind = self._behind(words, at + 1, end) if named else Body()
        if named and behind == Body() and words.folded[at] not in {"of", "at"}:
            # "President for a year" is of nothing; "minister for trade" is.
            named = named and words.folded[at] == "for" and bare not in self._rules.of_a_body
        abroad = found.seat in {"ambassador", "envoy"}
        if bare in self._rules.of_a_body:
            judged = self._judged(found, bare, before, behind, named)
            if judged is None:
                return None
            found = judged
        elif named and not (behind.country or behind.kind):
            found = self._portfolio(found, words, at, end)
        told = behind.kind or behind.entry or behind.country is None or found.seat == "governor"
        if named:
            tail = self._parsed.document.text[words.spans[at][0] : words.spans[end - 1][1]]
            title = f"{found.title} {cased(tail)}" if told or abroad else found.title
            found = replace(found, title=title, end=words.spans[end - 1][1])
        country = before.country or (None if abroad else behind.country)
        organisation = before.entry or behind.entry
        host = behind.country if abroad else None
        return replace(found, country=country, organisation=organisation, host=host)

    def _behind_second(self, words: _Words, at: int) -> int:
        """Behind a second title: "president and chief executive of" is of what follows both."""
        if at >= len(words.folded) or words.folded[at] != "and":
            return at
        links = (n for n in range(at, min(at + _LONGEST, len(words.folded))))
        return next((n for n in links if words.folded[n] in {"of", "at"}), at)

    def _behind(self, words: _Words, at: int, end: int) -> Body:
        """The state or body that the words between two positions name; they may do nothing else.

        "The army of Mali" names both; "the Mali Cocoa Board" is a body that nobody knows.
        """
        met, part, whole, first = Body(), Body(), True, at
        while at <= end:
            if at == end or words.folded[at] in _JOINING:
                met = met.within(part) if whole else met
                part, whole, at = Body(), True, at + 1
                continue
            step, one = body_of(self._registry, words.texts[:end], at)
            part = part.within(one)
            whole = whole and (bool(step) or words.folded[at] in words_of("determiners"))
            at += step or 1
        if met.country or met.entry:
            return met
        last = end - 2 if end - first > 1 and words.texts[end - 1].islower() else end - 1
        country = self._place(words.spans[last][0])  # "of Kano state", not "of Accra Works"
        return replace(met, country=country)

    def _judged(
        self, found: Office, bare: str, before: Body, behind: Body, named: bool
    ) -> Office | None:
        """The office if its title is one of such a body, with the seat that it means there."""
        kind = before.kind or behind.kind
        if kind == _STRANGE:
            return found if found.seat == "governor" and before.country else None
        if kind:
            seat = self._rules.bodies.get(kind, "")
            keeps = found.seat in _KEEPING or (found.seat == "governor" and kind != "bank")
            return found if keeps else replace(found, seat=seat) if seat else None
        if named and not behind.country:
            return None
        lone = not named and bare not in self._rules.of_the_state
        if lone and not (found.seat in {"governor", "spokesperson"} and before.country):
            return None
        return found

    def _portfolio(self, found: Office, words: _Words, at: int, end: int) -> Office:
        """ "Minister for defence" is the defence minister."""
        turned = [word for word in words.folded[at + 1 : end] if word != "the"]
        turned.append(words.folded[at - 1])
        if found.seat == "minister" and self._registry.titles.at(turned, 0) == len(turned):
            seats = self._registry.titles.seats(tuple(turned))
            return replace(found, seat=seats[0]) if seats else found
        return found

    def _owner_end(self, words: _Words, at: int) -> int:
        """Behind the last word of whom an office is of: no verb, no day, no further "as"."""
        first = at
        while at < len(words.folded):
            pos = self._pos(words.spans[at][0])
            link = words.folded[at] in {"of", "and", "for"} and at > first
            if pos in {"VERB", "AUX", "SCONJ", "NUM", "ADV", "PRON"} or words.folded[at] == "as":
                break
            if pos == "ADP" and not link:
                break
            if words.folded[at] in words_of("times") or at - first > _LONGEST:
                break
            at += 1
        return at
