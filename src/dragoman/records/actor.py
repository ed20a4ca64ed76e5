"""Who is mentioned: one actor, all its mentions in the document."""

from typing import Literal

import msgspec

from dragoman.records.fields import stated

ActorKind = Literal["person", "organisation", "location", "nationality", "group"]
MentionForm = Literal["name", "title", "nominal", "pronoun", "metonym", "adjective"]


class ActorMention(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where an actor is mentioned and how.

    `start` and `end` bound the mention with its title and modifiers, `head` is the offset of its
    head word. `inferred` is true where identity rests on coreference or on context and not on the
    words themselves; `antecedent` is then the `start` of the mention that decided it.
    """

    start: int
    end: int
    text: str
    form: MentionForm = stated("name")
    head: int | None = None
    inferred: bool = False
    antecedent: int | None = None


class Candidate(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One reading of an ambiguous actor: a registry entry and its score in 0..1."""

    entry: str
    name: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    score: float = stated(1.0)


class Actor(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who acts, speaks or is acted upon, as of the day of the report.

    `country` is an ISO 3166-1 alpha-3 code or one of UNO, EUR, IGO, NGO, ISM, IMG, MNC (PLOVER);
    `sector` a PLOVER sector code (GOV, MIL, REB …), `secondary` further ones; `entry` the registry
    entry that decided, absent for actors the registry does not know; `office` what they held on
    that day. `candidates` holds rival readings, best first, where the words allow several.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    secondary: tuple[str, ...] = ()
    entry: str | None = None
    office: str | None = None
    mentions: tuple[ActorMention, ...] = ()
    candidates: tuple[Candidate, ...] = ()
