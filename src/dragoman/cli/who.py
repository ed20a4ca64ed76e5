"""`dragoman who`."""

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from dragoman import desk
from dragoman.cli.flags import Fresh, Registry, own_files
from dragoman.cli.progress import DONE, run
from dragoman.errors import UsageError
from dragoman.settings import from_environment

if TYPE_CHECKING:
    from dragoman.desk import Known


def who(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Whom to look up.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day that matters.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    source: Annotated[
        str | None, typer.Option("--in", metavar="X", help="Many questions, as JSON Lines.")
    ] = None,
    target: Annotated[
        Path | None, typer.Option("--out", metavar="Y", help="Their answers, as JSON Lines.")
    ] = None,
    fresh: Fresh = False,
    registry: Registry = None,
) -> int:
    """Tells what the registry knows of a name: who that is, was, and what decided it.

    Give a day, and the answer is as of that day: an office expires by itself. Questions in a
    file have an id and a name, and may have a date and a country_hint (alpha-3).

    \b
      dragoman who "Bashar al-Assad" --on 2024-12-15
      dragoman who HTS --json
      dragoman who --in questions.jsonl --out answers.jsonl
    """
    known = desk.open_registry(own_files(registry), from_environment().cache)
    if source or target:
        if name or not (source and target):
            raise UsageError("who takes either a NAME or both --in and --out")
        return run(
            "asking",
            source,
            lambda watch: desk.ask_many(
                source,
                target,
                known,
                fresh=fresh,
                report=watch.report,
                advance=watch.advance,
                tally=watch.tally,
            ),
        )
    if not name:
        raise UsageError("who takes a NAME, or --in and --out (see dragoman who --help)")
    day = desk.published_day(on, "--on")
    found = desk.ask(known, name, day)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(found, order="deterministic") + b"\n")
    else:
        _show(found, day)
    return DONE


def _show(found: "Known", day: datetime.date | None) -> None:
    console = Console(highlight=False, soft_wrap=True)
    if not found.candidates:
        console.print(f"The registry does not know {found.name!r}.", markup=False)
        if found.suggestions:
            console.print("Did you mean: " + ", ".join(found.suggestions), markup=False)
        return
    for candidate, history in zip(found.candidates, found.histories, strict=True):
        codes = " ".join(code for code in (candidate.country, candidate.sector) if code)
        line = Text(candidate.name, "bold").append(f"  {codes or 'nothing known'}", "cyan")
        line.append(f"  on {day}" if day else "")
        line.append(f"  {candidate.office}" if candidate.office else "")
        console.print(line.append(f"  [{candidate.entry}]", "dim"))
        for term in history:
            place = f"{term.file}:{term.line}" if term.line else term.file
            line = Text(f"    {term.when or 'always':26} {term.what}")
            line.append(f"  ({term.note})" if term.note else "")
            console.print(line.append(f"  {place}", "dim"))
