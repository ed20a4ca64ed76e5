"""Parsed → Timex: scan, match, resolve in reading order."""

from bisect import bisect_right
from dataclasses import replace
from functools import partial

from dragoman.parsing import Parsed
from dragoman.records import Found, Issue, Timex
from dragoman.times import lexicon, rules
from dragoman.times.answers import Answer, Context, Story, Told
from dragoman.times.moments import Impossible
from dragoman.times.operations import NOT_TOLD, OPERATIONS
from dragoman.times.rules import Match
from dragoman.times.scan import Scanner, Token
from dragoman.times.tense import Tense, is_rate

TAGS = {"noun": {"NN", "CD"}, "adjective": {"JJ"}}
"""The beginnings of the Penn Treebank tags that meet a need."""


class TimeFinder:
    """Finds expressions of time and anchors them on the day of publication and the narrative.

    Raises `DataError` when a data file holds a row that cannot be used.
    """

    def __init__(self) -> None:
        self._scanner = Scanner(lexicon.load(rules.literals()))
        self._grammar = rules.Grammar(rules.load(self._scanner.alphabet, OPERATIONS))
        self._tense = Tense()

    def find(self, parsed: Parsed) -> Found[Timex]:
        """The expressions of time in the text, by start.

        Values that nothing anchors keep their `X`s. Dates that no calendar has become issues
        (`times.impossible-date`) and give no finding.
        """
        scan = self._scanner.scan(parsed.masked, partial(_is, parsed))
        matches = self._grammar.matches(scan)
        return _Resolution(parsed, self._tense, scan.tokens).run(matches)


class _Resolution:
    """One document's matches made into findings; times of day wait for their sentence's date."""

    def __init__(self, parsed: Parsed, tense: Tense, tokens: list[Token]) -> None:
        self._parsed = parsed
        self._tense = tense
        self._tokens = tokens
        self._story = Story(parsed.document.published)
        self._starts = [sentence.start_char for sentence in parsed.sentences]
        self._issues: list[Issue] = []

    def run(self, matches: list[Match]) -> Found[Timex]:
        ordered = sorted(enumerate(matches), key=lambda pair: (*self._turn(pair[1]), pair[0]))
        answers: dict[int, Answer] = {}
        for place, match in ordered:
            answer = self._answer(match)
            if answer and answer.value:
                answers[place] = answer
                self._tell(match, answer, str(place))
        ids = {str(place): f"t{n}" for n, place in enumerate(sorted(answers), start=1)}
        found = [
            self._timex(matches[place], answers[place], ids, str(place))
            for place in sorted(answers)
        ]
        issues = sorted(self._issues, key=lambda issue: (issue.start or 0, issue.code))
        return Found(tuple(found), tuple(issues))

    def _turn(self, match: Match) -> tuple[int, bool]:
        return self._sentence(match), match.rule.options.get("turn") == "late"

    def _sentence(self, match: Match) -> int:
        return bisect_right(self._starts, self._tokens[match.first].start)

    def _span(self, match: Match) -> tuple[int, int]:
        return self._tokens[match.first].start, self._tokens[match.last - 1].end

    def _answer(self, match: Match) -> Answer | None:
        start, end = self._span(match)
        context = Context(
            slots=match.slots,
            options=match.rule.options,
            story=self._story,
            sentence=self._sentence(match),
            look=lambda: self._tense.direction(self._parsed, start, end),
            per=lambda: is_rate(self._parsed, end),
        )
        try:
            answer = match.rule.operation(context)
        except Impossible as reason:
            self._issue("times.impossible-date", str(reason), start, end)
            return None
        if answer.note:
            self._issue(answer.note[0], answer.note[1], start, end)
        mod = answer.mod or context["part"] or context["approx"] or context["mod"]
        return replace(answer, mod=mod)

    def _issue(self, code: str, reason: str, start: int, end: int) -> None:
        words = self._parsed.text(start, end)
        self._issues.append(Issue(code=code, message=f"{words!r}: {reason}", start=start, end=end))

    def _tell(self, match: Match, answer: Answer, place: str) -> None:
        if answer.unit and match.rule.operation.__name__ not in NOT_TOLD:
            self._story.told.append(Told(place, answer, self._sentence(match)))

    def _timex(self, match: Match, answer: Answer, ids: dict[str, str], place: str) -> Timex:
        start, end = self._span(match)
        return Timex(
            id=ids[place],
            start=start,
            end=end,
            text=self._parsed.text(start, end),
            type=answer.type or match.rule.type,  # type: ignore[arg-type]
            value=answer.value,
            mod=answer.mod,
            anchor=ids.get(answer.anchor, answer.anchor),
        )


def _is(parsed: Parsed, start: int, need: str) -> bool:
    """Whether the word at an offset meets a need of `words.tsv`, or is `opening` a sentence."""
    token = parsed.token_at(start)
    if token is None:
        return False
    if need in TAGS:
        return token.tag_[:2] in TAGS[need]
    if need == "opening":
        before = token.doc[max(token.i - 1, 0)]
        return bool(token.is_sent_start) or before.is_quote or before.is_space
    follows = token.head.i == token.i + 1 and token.head.pos_ == "PROPN"
    return not (token.dep_ == "compound" and follows)
