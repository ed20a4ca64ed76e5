"""Every error that Dragoman raises on purpose.

    DragomanError
    ├── UsageError      the call cannot be carried out: unknown model, bad date, missing file
    ├── DataError       a data file (ours or a user's) holds an entry that cannot be used
    └── DocumentError   one document cannot be read; the others can

Each message is one line that names the file, line or value and says what is allowed.
"""


class DragomanError(Exception):
    """Root of the tree above; catching it catches all of them and nothing else."""


class UsageError(DragomanError):
    """The call or its input cannot be used at all (exit status 2)."""


class DocumentError(DragomanError):
    """One document cannot be read (exit status 1 in a run over many)."""


class DataError(DragomanError):
    """A data file holds an entry that cannot be used; the message starts with `file:line:`."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason

    def __reduce__(self) -> tuple[type["DataError"], tuple[str, int, str]]:
        """How it travels from a worker process to the one that reports it."""
        return DataError, (self.file, self.line, self.reason)
