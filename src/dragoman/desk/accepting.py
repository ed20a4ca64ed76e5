"""A judged sheet → an overlay of the registry."""

from dataclasses import dataclass, field
from pathlib import Path

from dragoman.actors.reviewing import Acceptance, Filed, Overlay, read_sheet
from dragoman.actors.reviewing import accept as accept_rows
from dragoman.desk.writing import is_same_file, write_whole
from dragoman.errors import UsageError


@dataclass(frozen=True, slots=True)
class Accepted:
    """How an acceptance went: rows by verdict, what became of those accepted, files written."""

    accepted: int
    rejected: int
    left: int
    outcome: Acceptance = field(default_factory=Acceptance)
    files: tuple[Path, ...] = ()

    def __str__(self) -> str:
        done = self.outcome
        parts = [
            f"{self.accepted:,} accepted, {self.rejected:,} rejected, {self.left:,} not judged",
            f"terms: {done.begun:,} begun, {done.ended:,} ended, {done.closed:,} closed",
        ]
        if done.already:
            parts.append(f"{done.already:,} there already")
        return "; ".join(parts)


def accept(sheet: Path, target: Path, extra: tuple[Path, ...] = ()) -> Accepted:
    """Takes the accepted rows of a sheet into an overlay, which `--registry` reads.

    `target` is a file, or a folder (one that exists, or a name without a suffix) that gets a file
    for each state. What stands there is kept; nothing is added twice. `extra` are the user's own
    files, laid over the registry first. Raises `DataError` with file, line, value and what is
    allowed for a bad cell, before anything is written.
    """
    judged = read_sheet(sheet)
    folder = target.is_dir() or not target.suffix
    if not folder and target.suffix != ".tsv":
        raise UsageError(f"{target}: give a file that ends in .tsv, or a folder")
    if is_same_file(target, sheet):
        raise UsageError(f"{target}: is the input; give another --out")
    standing = tuple(sorted(target.glob("*.tsv"))) if target.is_dir() else (target,)
    filed = Filed((*extra, *(path for path in standing if path.is_file())))
    overlays: dict[Path, Overlay] = {}

    def overlay_of(ident: str) -> Overlay:
        path = target / f"{ident.partition('-')[0] or 'other'}.tsv" if folder else target
        if path not in overlays:
            overlays[path] = Overlay(path)
        return overlays[path]

    outcome = accept_rows(judged, filed, overlay_of)
    changed = [overlay for overlay in overlays.values() if overlay.changed]
    if changed and folder:
        _make(target)
    for overlay in changed:
        write_whole(overlay.path, overlay.render())
    return Accepted(
        accepted=len(judged.judged("accept")),
        rejected=len(judged.judged("reject")),
        left=len(judged.judged("")),
        outcome=outcome,
        files=tuple(overlay.path for overlay in changed),
    )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot write here ({error.strerror})") from None
