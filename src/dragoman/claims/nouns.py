"""Nouns and adjectives that attribute: "X's claim that …", "X is confident that …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.claims.attachments import Attachments
from dragoman.claims.complement import Complement
from dragoman.claims.draft import Draft
from dragoman.claims.frames import of_adjective, of_noun
from dragoman.claims.lexicon import Cue, Lexicon
from dragoman.claims.media import Media
from dragoman.claims.spans import Range, tree
from dragoman.claims.speaker import Speaker, named, passive, subject
from dragoman.claims.verbs import cue_range, is_negated, spoken_by
from dragoman.claims.words import verbs
from dragoman.parsing import Parsed

_COPULAS = {"be", "feel", "seem", "appear", "remain", "become", "sound", "look", "grow", "stay"}


class Nominal:
    """Nouns and adjectives of the lexicon with a complement of theirs."""

    def __init__(self, lexicon: Lexicon, media: Media) -> None:
        self._lexicon = lexicon
        self._media = media

    def drafts(self, parsed: Parsed, attachments: Attachments) -> Iterator[Draft]:
        """A draft for each noun or adjective that attributes."""
        for token in parsed.doc:
            if token.pos_ == "NOUN" and token.lower_ in self._lexicon.nouns:
                draft = self._noun(token, attachments)
            elif token.lower_ in self._lexicon.adjectives and token.pos_ in {"ADJ", "VERB"}:
                draft = self._adjective(token, attachments)
            else:
                continue
            if draft is not None:
                yield draft

    def _noun(self, noun: Token, attachments: Attachments) -> Draft | None:
        cue = self._lexicon.nouns[noun.lower_]
        said = of_noun(noun, cue) or self._emerging(noun, cue)
        if said is None:
            return None
        speaker, verb = self._owner(noun, attachments)
        if speaker is None and said.frame not in {"that", "wh"}:
            return None
        words = (verb.i if verb is not None else noun.i, (said.preposition or noun).i + 1)
        if words[0] > noun.i:
            words = (noun.i, words[1])
        negated = verb is not None and is_negated(verb)
        return spoken_by(
            Draft(noun, cue.stances[said.frame], words, said.ranges, negated=negated), speaker
        )

    def _emerging(self, noun: Token, cue: Cue) -> Complement | None:
        """`Reports emerged that …`: the clause hangs on the verb."""
        verb = noun.head
        if noun.dep_ != "nsubj" or verb.lower_ not in verbs("emerging") or not cue.takes("that"):
            return None
        clause = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
        return Complement("that", [tree(clause)], clause) if clause is not None else None

    def _owner(self, noun: Token, attachments: Attachments) -> tuple[Speaker | None, Token | None]:
        """Whose word it is, and the light verb that says so."""
        for child in noun.children:
            if child.dep_ == "poss":
                return named(child, noun), None
            if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
                below = next((c for c in child.children if c.dep_ == "pobj"), None)
                if below is not None:
                    return named(below, noun), None
        verb = noun.head
        if noun.dep_ == "dobj" and verb.lower_ in verbs("light") and not passive(verb):
            return subject(verb, attachments, self._media), verb
        return None, None

    def _adjective(self, adjective: Token, attachments: Attachments) -> Draft | None:
        cue = self._lexicon.adjectives[adjective.lower_]
        said = of_adjective(adjective, cue)
        if said is None:
            return None
        verb = adjective if adjective.pos_ == "VERB" else adjective.head
        if adjective.pos_ == "ADJ" and (adjective.dep_ != "acomp" or verb.lemma_ not in _COPULAS):
            return None
        words = _words(adjective, verb, said)
        draft = Draft(
            adjective, cue.stances[said.frame], words, said.ranges, negated=is_negated(verb)
        )
        return spoken_by(draft, subject(verb, attachments, self._media))


def _words(adjective: Token, verb: Token, said: Complement) -> Range:
    start, end = cue_range(verb, said.preposition)
    return min(start, adjective.i), max(end, (said.preposition or adjective).i + 1)
