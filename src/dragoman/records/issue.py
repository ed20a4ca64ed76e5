"""What went wrong or looked odd in one document, without stopping its reading."""

import msgspec


class Issue(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A code for programs (`times.impossible-date`), a sentence for people, and where, if known."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None
