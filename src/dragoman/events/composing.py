"""Sketches of a sentence: lexicon entries composed along the governors of a predicate."""

from dataclasses import dataclass, field, replace

from spacy.tokens import Span, Token

from dragoman.events.effects import Effects, Outcome
from dragoman.events.frames import is_infinitive
from dragoman.events.lexicon import Lexicon
from dragoman.events.matching import Match, matches
from dragoman.events.modality import Moods
from dragoman.events.parties import (
    Parties,
    condition_subjects,
    noun_parties,
    sides,
    verb_parties,
)
from dragoman.events.plain import IF_TARGETS, plain
from dragoman.events.sketches import Sketch
from dragoman.events.words import conjuncts, lemma, pobjs

DEEPEST = 8
"""Operators upon operators that are followed at most."""
_LOOSE = ("to", "against", "with", "on", "upon", "toward", "towards", "over", "from", "at")
_EMPTY = {"PUNCT", "DET", "NUM", "SPACE", "CCONJ", "SCONJ", "PRON", "PART", "SYM"}
"""Parts of speech that no entry is about."""
_COMPLEMENTS = {"attr", "acomp", "prep", "advmod"}
_ASKING = {"demand", "order", "promise", "threaten"}
_INNER = ("of", "to", "for", "on", "in", "against", "from", "about", "over", "with", "by")


@dataclass(slots=True)
class Composer:
    """Builds the sketches of one document; `at` remembers what it has built, `fitting` what
    fitted the predicates."""

    lexicon: Lexicon
    effects: Effects
    moods: Moods
    parties: Parties
    fitting: dict[int, tuple[Match, ...]] = field(default_factory=dict)
    _known: dict[int, tuple[Sketch, ...]] = field(default_factory=dict)

    def sketches(self, sentence: Span) -> list[Sketch]:
        """What the sentence tells, without what has become part of something else."""
        found: list[Sketch] = []
        for token in sentence:
            if token.pos_ not in _EMPTY:
                found += self.at(token)
        used = {at for sketch in found for at in sketch.used if at != sketch.head.i}
        used |= {sketch.head.i for sketch in found if sketch.kept}
        return [sketch for sketch in found if sketch.kept or sketch.head.i not in used]

    @property
    def coded(self) -> frozenset[int]:
        """The tokens that an entry fits, or that an event which has been built covers."""
        built = [sketch for sketches in self._known.values() for sketch in sketches]
        return frozenset(at for sketch in built for at in (sketch.head.i, *sketch.used))

    def at(self, token: Token, depth: int = DEEPEST) -> tuple[Sketch, ...]:
        """The sketches whose outermost predicate is this token."""
        if token.i in self._known:
            return self._known[token.i]
        if depth == 0:
            return ()
        self._known[token.i] = ()
        self._known[token.i] = self._built(token, depth)
        return self._known[token.i]

    def _built(self, token: Token, depth: int) -> tuple[Sketch, ...]:
        if token.pos_ in {"NOUN", "PROPN"} and self.parties.is_head(token):
            return ()
        fitting = tuple(matches(token, self.lexicon, self.parties))
        if fitting:
            self.fitting[token.i] = fitting
        for match in fitting:
            operates = bool(match.entry.effect)
            found = self._operated(match, depth) if operates else (plain(match, self.parties),)
            if found:
                return tuple(s for sketch in found for s in self._in_mood(token, sketch))
        if lemma(token) == "be":
            return self._predicated(token, depth)
        return ()

    def _predicated(self, verb: Token, depth: int) -> tuple[Sketch, ...]:
        """ "is ready to", "was critical of": the adjective or noun below the copula speaks."""
        for child in verb.children:
            if child.dep_ in {"acomp", "attr", "prep"}:
                found = self.at(child, depth - 1)
                if found:
                    return tuple(
                        s for one in found for s in self._in_mood(verb, _lifted(one, verb))
                    )
        return ()

    def _in_mood(self, verb: Token, sketch: Sketch) -> tuple[Sketch, ...]:
        return self.moods.apply(verb, sketch, self.parties)

    def _operated(self, match: Match, depth: int) -> tuple[Sketch, ...]:
        if match.entry.effect in _ASKING and any(_is_open(c) for c in match.frame.clauses):
            return ()
        found: list[Sketch] = []
        for content in self._contents(match, depth):
            outcome = self.effects.outcome(match.entry.effect, content.type, content.mode)
            if outcome is None or outcome.type == "":
                continue
            found.append(self._composed(match, content, outcome))
            if outcome.keeps and content.status == "occurred":
                found.append(replace(content, status=outcome.keeps, kept=True))
        if found or not match.entry.type:
            return tuple(found)
        return (plain(match, self.parties),)

    def _contents(self, match: Match, depth: int) -> list[Sketch]:
        """The events that an operator operates on."""
        frame, flags = match.frame, match.entry.flags
        holders: list[Token] = []
        if "subj" in match.entry.flags:
            holders = frame.subjects + (frame.objects if frame.passive else [])
        else:
            for clause in frame.clauses:
                finite = not is_infinitive(clause)
                if not (finite and (match.entry.effect == "announce" or "inf" in flags)):
                    holders += conjuncts(clause)
            if "inf" in flags and any(c.dep_ in _COMPLEMENTS for c in frame.head.children):
                return []
            if "inf" in flags:
                return [s for holder in holders for s in self._within(holder, depth - 1)]
            for word in match.words[1:]:
                holders += [noun for noun in pobjs(word) if noun not in match.objects]
                holders += [c for c in word.children if c.dep_ in {"acl", "xcomp", "ccomp"}]
            holders += match.objects
            for thing in match.objects:
                holders += [c for c in thing.children if c.dep_ == "acl"]
                holders += [n for c in thing.children for n in pobjs(c) if n.dep_ == "pcomp"]
            names = (
                _INNER if match.entry.kind != "verb" or frame.objects == [] else ("for", "of", "to")
            )
            if match.entry.effect == "prevent":
                names = (*names, "from")
            holders += [noun for name in names for noun in frame.preps.get(name, [])]
        found: list[Sketch] = []
        for holder in holders:
            if holder in match.words or holder == frame.head:
                continue
            found += self._within(holder, depth - 1)
            if found and holder.dep_ != "conj":
                rest = conjuncts(holder)[1:]
                if not any(other in holders for other in rest):
                    found += [s for other in rest for s in self._within(other, depth - 1)]
            if found and holder not in frame.clauses and holder.dep_ != "conj":
                break
        return [sketch for sketch in found if not sketch.kept]

    def _within(self, holder: Token, depth: int) -> tuple[Sketch, ...]:
        found = self.at(holder, depth)
        if found or lemma(holder) not in self.lexicon.classes["part"]:
            return found
        return tuple(
            sketch
            for child in holder.children
            if child.dep_ == "prep" and child.lower_ == "of"
            for noun in pobjs(child)
            for sketch in self.at(noun, depth)
        )

    def _composed(self, match: Match, content: Sketch, outcome: Outcome) -> Sketch:
        entry = match.entry
        nominal = entry.kind == "noun"
        own, loose = noun_parties(match) if nominal else verb_parties(match)
        inside = content.used | {content.head.i} | {t.i for t in content.words}
        loose = tuple(tuple(t for t in group if t.i not in inside) for group in loose)
        sources, targets = sides(match, own, loose, content, outcome)
        type = content.type if outcome.type is None else outcome.type
        changed = type != content.type
        mode = outcome.mode or (entry.mode if entry.type == type else None)
        cameo = outcome.cameo or (self.effects.cameo(type, content.cameo) if changed else None)
        if not changed:
            mode, cameo = mode or content.mode, cameo or content.cameo
        if type in IF_TARGETS:
            targets = (*targets, *condition_subjects(match.frame.head))
        near = content.head if abs(content.head.i - match.frame.head.i) <= DEEPEST else None
        words = (*match.words, *(content.words if near is not None and not changed else ()))
        return Sketch(
            type=type,
            head=match.frame.head,
            words=words,
            sources=sources,
            targets=targets,
            mode=mode,
            cameo=cameo or (entry.cameo if entry.type == type else None),
            contexts=tuple(dict.fromkeys((*entry.contexts, *content.contexts))),
            symmetric=(content.symmetric and outcome.sides != "agent") or "sym" in entry.flags,
            status=outcome.status or content.status,
            scope=(match.frame.head, *content.scope),
            rules=(entry.rule, *content.rules),
            used=frozenset({t.i for t in match.words})
            | (inside if not outcome.keeps else frozenset()),
            nominal=nominal,
            weak=content.weak,
            effect=entry.effect,
            own=entry.own or content.own,
        )


def _is_open(clause: Token) -> bool:
    """Whether a clause asks: "whether rebels attacked"."""
    return any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in clause.children)


def _lifted(sketch: Sketch, verb: Token) -> Sketch:
    used = sketch.used | {sketch.head.i}
    return replace(sketch, head=verb, used=used, scope=(verb, *sketch.scope))
