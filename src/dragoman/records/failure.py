"""A record that could not be used, so that it is reported and counted and never lost."""

import msgspec


class Failure(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a record stands (`file`, `line` counted from 1), its id if it had one, and why not."""

    file: str
    reason: str
    line: int | None = None
    id: str | None = None

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.reason}"
