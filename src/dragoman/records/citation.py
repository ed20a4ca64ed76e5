"""A resolution, treaty or other instrument that the text invokes."""

import msgspec

from dragoman.records.fields import stated


class Bearing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What bears on a provision of the instrument: ids of claims and of events."""

    provision: str
    claims: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


class Citation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A mention of an instrument in canonical form.

    `symbol` is the canonical symbol (`S/RES/2254(2015)`) or the entry's id where the instrument
    has none; `stance` what the speaker does with it (`mentions`, `invokes`, `supports`, `demands`,
    `accuses-of-breach`, `rejects`, `signs`, `withdraws`); `actor` the id of who does it, absent
    where the text does not say. `provisions` are ids of provisions that the passage bears on,
    `bearings` the claims and events of the passage that do, provision by provision.
    `inferred` marks "the resolution" afterwards.
    """

    id: str
    start: int
    end: int
    text: str
    symbol: str | None = None
    title: str | None = None
    stance: str = stated("mentions")
    actor: str | None = None
    provisions: tuple[str, ...] = ()
    bearings: tuple[Bearing, ...] = ()
    inferred: bool = False
