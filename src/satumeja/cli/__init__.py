"""The commands: thin, one function each.

Exit codes: 0 done; 1 the input is wrong, one line a fault; 2 wrong usage.
`--json` goes to stdout alone; everything else a person is told goes to stderr
or is the page asked for.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from satumeja.cli._analysis import analyse, brief, explain, sweep
from satumeja.cli._common import In, Language, console
from satumeja.cli._dossiers import correct, dossier, positions, timeline
from satumeja.cli._figures import figure, tables
from satumeja.cli._guard import Guarded
from satumeja.cli._hypergame import hypergame
from satumeja.cli._models import check, convert, gallery, rank, schema, set_part
from satumeja.cli._paths import paths
from satumeja.cli._questions import coalitions, invert, over_time, rests_on
from satumeja.cli._reports import draft, read
from satumeja.cli._tables import deals, openings, packages, threats
from satumeja.errors import SatuMejaError

__all__ = ["app", "main"]

app = typer.Typer(
    name="satumeja",
    help="From the reports on a conflict to the outcomes that hold, and why.",
    epilog="Start with: satumeja demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)
"""The command line."""


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        sys.stdout.write(f"satumeja {version('satumeja')}\n")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """Take the options that stand before any command."""


def demo(
    out: Annotated[str, typer.Option("--out", "-o", help="The folder to write to.")] = (
        "demo-output"
    ),
    language: In = Language.en,
) -> None:
    """Go the whole way once, from a report to a brief.

    Reads a report that comes along, drafts a model from it, analyses and explains the model
    an analyst made of it, writes a brief, and names the commands to try next.
    """
    from satumeja.demo import run

    run(Path(out), console(), language.value)


for _command in (
    *(read, dossier, timeline, positions, correct, draft, check, rank, analyse, explain, brief),
    *(hypergame, paths, deals, openings, threats, sweep),
    *(figure, tables),
    *(packages, coalitions, invert, rests_on, over_time),
    *(gallery, convert, set_part, schema, demo),
):
    _in_place = _command is set_part
    app.command("set" if _in_place else None, cls=None if _in_place else Guarded)(_command)


def main() -> None:
    """Run the command line; every error raised on purpose is one line and exit code 1."""
    try:
        app(standalone_mode=True)
    except SatuMejaError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
