"""Words that state a change of office, as `office_changes.tsv` lists them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from spacy.tokens import Token

from dragoman import resources
from dragoman.actors.vocabulary import vocabulary
from dragoman.records.proposal import Change, ProposalStatus

Part = Literal["subject", "object", "with", "of", "from", ""]
Slot = Literal["as", "to", "from", "of", "for", "object", "bare", "title", "before", "known"]
_DESCRIBING = frozenset(("compound", "amod", "poss"))
_REACH = 8
"""Words behind the first one of a cue among which the others have to stand."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to state a change: its further words, whose office, and where the text names it."""

    rest: tuple[str, ...]
    noun: bool
    change: Change
    holder: Part
    before: Part
    offices: tuple[Slot, ...]
    default: str
    status: ProposalStatus


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in the text: its first word and its last one."""

    cue: Cue
    head: Token
    last: Token


class Cues:
    """The table, by first word. Raises `DataError` on a bad row."""

    def __init__(self) -> None:
        found: dict[str, list[Cue]] = defaultdict(list)
        for row in resources.table("actors/office_changes.tsv", ("words", "change", "holder")):
            for words in row.values("words"):
                first, *rest = words.split()
                found[first].append(_cue(row, tuple(rest)))
        self._cues = {first: sorted(cues, key=_longest) for first, cues in found.items()}

    def hits(self, token: Token) -> Iterator[Hit]:
        """What a word states together with those behind it, cues of more words first."""
        cues = self._cues.get(token.lemma_.lower()) or self._cues.get(token.lower_)
        for cue in cues or ():
            if cue.noun is not (token.pos_ in {"NOUN", "PROPN"}):
                continue
            last = _last(token, cue.rest)
            if last is not None and not _is_another(token, last, cue):
                yield Hit(cue, token, last)


def _longest(cue: Cue) -> int:
    return -len(cue.rest)


def _last(token: Token, rest: tuple[str, ...]) -> Token | None:
    """The last word of a cue, `None` where one of its words does not follow in the clause."""
    doc, at = token.doc, token.i
    for word in rest:
        for candidate in doc[at + 1 : min(token.i + 1 + _REACH, token.sent.end)]:
            if word in {candidate.lower_, candidate.lemma_}:
                at = candidate.i
                break
        else:
            return None
    return doc[at] if at == token.i or _is_plain(doc[at], token) else None


def _is_plain(word: Token, verb: Token) -> bool:
    """Whether a word completes a verb by itself: not in "took power tools", "took star power"."""
    own = all(c.dep_ not in _DESCRIBING or c.tag_ == "PRP$" for c in word.children)
    return own and word.dep_ not in {"compound", "amod"} and _below(word, verb)


def _is_another(verb: Token, last: Token, cue: Cue) -> bool:
    """Whether a particle makes it another verb: "fired up", "forced out of the country"."""
    if any(c.dep_ == "prt" and c.lower_ not in cue.rest for c in verb.children):
        return True
    away = last != verb and last.lower_ == "out" and last.i + 1 < len(last.doc)
    return away and last.nbor().lower_ == "of"


def _below(token: Token, verb: Token) -> bool:
    return any(above == verb for above in (token, *token.ancestors))


def _cue(row: resources.Row, rest: tuple[str, ...]) -> Cue:
    seats = vocabulary().seats
    if row["default"] and row["default"] not in seats:
        raise row.error(f"default is {row['default']!r}; allowed: {', '.join(seats)}")
    slots = row.values("office")
    for slot in slots:
        if slot not in get_args(Slot):
            raise row.error(f"office is {slot!r}; allowed: {', '.join(get_args(Slot))}")
    return Cue(
        rest=rest,
        noun=row.choice("kind", ("verb", "noun")) == "noun",
        change=row.choice("change", get_args(Change)),  # type: ignore[arg-type]
        holder=row.choice("holder", get_args(Part)),  # type: ignore[arg-type]
        before=row.choice("before", get_args(Part)),  # type: ignore[arg-type]
        offices=slots,  # type: ignore[arg-type]
        default=row["default"],
        status=row.choice("status", get_args(ProposalStatus)),  # type: ignore[arg-type]
    )
