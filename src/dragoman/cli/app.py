"""The command line: parses, calls the namesake in `desk`, turns errors into exit codes.

Exit codes: 0 done; 1 some records failed, the rest is written; 2 the call or its input cannot be
used; 130 interrupted.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

import dragoman
from dragoman import collecting
from dragoman.cli.code import code
from dragoman.cli.extract import extract
from dragoman.cli.read import read
from dragoman.cli.registry import registry
from dragoman.cli.relate import relate
from dragoman.cli.startup import leave_out_spacy_commands
from dragoman.cli.who import who

UNUSABLE = 2
INTERRUPTED = 130

app = typer.Typer(
    name="dragoman",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {dragoman.package_version()}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Reads the news of world politics and keeps the record: who did what to whom, when, where,
    and according to whom.

    \b
    First steps:
      dragoman read report.txt --published 2024-12-09    one report, for people
      dragoman read https://example.org/news --json      one page, for programs
      dragoman code --in corpus.jsonl --out readings.jsonl
      dragoman who "Bashar al-Assad" --on 2024-12-01
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(UNUSABLE)


for command in (read, code, extract, relate, who):
    app.command()(command)
app.add_typer(registry)


# Typer carries Click inside since 0.20, where its errors have no public name but that of a child.
_ClickException: type[Exception] = next(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
)


def _said_by(error: Exception) -> str:
    message = getattr(error, "format_message", error.__str__)()
    return " ".join(message.split())


def run(arguments: Sequence[str]) -> int:
    """The exit code of one call; what goes wrong is one line on standard error."""
    try:
        result = app(list(arguments), standalone_mode=False, prog_name="dragoman")
        sys.stdout.flush()
    except _ClickException as error:
        return _refuse(f"{_said_by(error)} (see dragoman --help)")
    except dragoman.DragomanError as error:
        return _refuse(str(error))
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("dragoman: interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is wrong, nothing is left to say.
        _empty_output()
        return 0
    except OSError as error:
        _empty_output()
        where = f"{error.filename}: " if error.filename else ""
        return _refuse(f"{where}{error.strerror or error}")
    except Exception as error:
        return _refuse(_unforeseen(error))
    return result if isinstance(result, int) else 0


def _empty_output() -> None:
    """Writes what standard output still holds, or drops it, so that the exit does not try again."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unforeseen(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    said = " ".join(str(error).split())
    return f"a defect of Dragoman: {type(error).__name__}: {said} (at {place}); please report it"


def _refuse(message: str) -> int:
    typer.echo(f"dragoman: {message}", err=True)
    return UNUSABLE


def _prepare_output() -> None:
    """Whatever the terminal or the locale cannot show is replaced, and no stream is missing."""
    for name, replacing in (("stdout", "replace"), ("stderr", "backslashreplace")):
        stream = getattr(sys, name) or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        stream.reconfigure(errors=replacing)
        setattr(sys, name, stream)


def main() -> None:
    """Runs the command line and exits."""
    _prepare_output()
    collecting.relax()
    leave_out_spacy_commands()
    sys.exit(run(sys.argv[1:]))
