"""`dragoman registry`: proposals to the registry, its checks, and its other formats."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman import desk
from dragoman.cli.flags import Registry, own_files
from dragoman.cli.progress import DONE, SOME_FAILED, run
from dragoman.errors import UsageError

registry = typer.Typer(
    name="registry",
    invoke_without_command=True,
    rich_markup_mode=None,
)
_UNUSABLE = 2

Written = Annotated[Path | None, typer.Option("--out", metavar="Y", help="Else standard output.")]


@registry.callback()
def top(context: typer.Context) -> None:
    """Keeps the registry of actors: proposals out of readings, checks, other formats."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(_UNUSABLE)


@registry.command()
def propose(
    sources: Annotated[
        list[str], typer.Argument(metavar="READINGS...", help="What code wrote, or - for stdin.")
    ],
    target: Written = None,
    known: Annotated[
        bool, typer.Option("--known", help="Changes that the registry has already, too.")
    ] = False,
    least: Annotated[
        str, typer.Option("--least", metavar="N", help="Leave out confidence below N, 0 to 1.")
    ] = "0",
) -> int:
    """Gathers the changes of office that readings state into a sheet for a person to judge.

    Takes readings, not documents: code them first. Reports of one change within a few days are
    one row; documents that repeat the same words are copies of one report. Open the sheet in a
    spreadsheet, put accept or reject into the column verdict, correct what is wrong, and give it to
    registry accept. A sheet that stands in --out keeps its verdicts.

    \b
      dragoman code --in corpus.jsonl --out readings.jsonl
      dragoman registry propose readings.jsonl --out proposals.tsv
    """
    confidence = _share(least)
    return run(
        "gathering",
        sources[0] if len(sources) == 1 else "",
        lambda watch: desk.propose(
            sources,
            target,
            known=known,
            least=confidence,
            report=watch.report,
            advance=watch.advance,
            tally=watch.tally,
        ),
    )


@registry.command()
def accept(
    sheet: Annotated[Path, typer.Argument(metavar="PROPOSALS", help="A sheet with verdicts.")],
    target: Annotated[
        Path, typer.Option("--out", metavar="Y", help="A .tsv file, or a folder: a file a state.")
    ],
    own: Registry = None,
) -> int:
    """Turns the accepted rows of a sheet into an overlay, which --registry of the others reads.

    What stands in the overlay stays; nothing is added twice. The open term of a predecessor who is
    named ends with it; where nobody can be sure whose term that is, a comment says so.

    \b
      dragoman registry accept proposals.tsv --out overlay.tsv
      dragoman who "Jonas Tarr" --on 2031-05-07 --registry overlay.tsv
    """
    done = desk.accept(sheet, target, own_files(own))
    for remark in done.outcome.remarks:
        typer.echo(f"dragoman: {remark}", err=True)
    where = ", ".join(str(path) for path in done.files) or "nothing to write"
    typer.echo(f"dragoman: {done} ({where})", err=True)
    return DONE


@registry.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", help="Own files; none: what ships.")
    ] = None,
) -> int:
    """Checks own registry files as the registry that ships is checked, and together with it.

    \b
      dragoman registry check overlay.tsv
    """
    wrong, counts = desk.check(own_files(files))
    for error in wrong:
        typer.echo(f"dragoman: {error}", err=True)
    typer.echo(f"dragoman: {counts}: {len(wrong):,} defects", err=True)
    return SOME_FAILED if wrong else DONE


@registry.command()
def export(
    form: Annotated[
        str, typer.Option("--format", metavar="F", help="actors, agents, entries or terms.")
    ],
    target: Written = None,
    own: Registry = None,
) -> int:
    """Writes the registry for other programs: dictionaries, or tables for a spreadsheet.

    actors and agents are TABARI/PETRARCH dictionaries; what they cannot hold is said in a comment
    behind the line. entries and terms are tables that --registry reads, with commas where --out
    ends in .csv.

    \b
      dragoman registry export --format actors --out dragoman.actors.txt
      dragoman registry export --format terms --out terms.csv
    """
    count = desk.export(form, target, own_files(own))
    typer.echo(f"dragoman: {count:,} written", err=True)
    return DONE


@registry.command("import")
def take_over(
    source: Annotated[Path, typer.Argument(metavar="DICTIONARY", help="A .txt or .actors file.")],
    target: Written = None,
) -> int:
    """Turns a TABARI/PETRARCH dictionary of actors into a table of entries, to edit and extend.

    Each line that cannot be used is reported with its number. --registry also reads dictionaries
    as they are; agents need no import.

    \b
      dragoman registry import old.actors.txt --out own.tsv
    """
    count, remarks = desk.take_over(source, target)
    for remark in remarks:
        typer.echo(f"dragoman: {remark}", err=True)
    typer.echo(f"dragoman: {count:,} written, {len(remarks):,} lines not used", err=True)
    return SOME_FAILED if remarks else DONE


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise UsageError(f"--least is {text!r}; allowed: a number from 0 to 1")
    return share
