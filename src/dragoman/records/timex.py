"""An expression of time in the text."""

from typing import Literal

import msgspec

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class Timex(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A TIMEX3 expression (ISO-TimeML).

    `value` is a TIMEX3 value: `2024-12-08`, `2024-W49`, `2024-12-08T17:30`, `P24Y`, `PAST_REF`,
    and `XXXX-WXX-7` for a Sunday that nothing anchors. `mod` is a TIMEX3 modifier (`APPROX`,
    `START`, `BEFORE` …). `anchor` is the id of the expression it was computed from, `published`
    for the day of publication, empty for values that need none.
    """

    id: str
    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str = ""
    anchor: str = ""
