"""The commands, as one application."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from satumeja.cli._commands import Commands
from satumeja.release import VERSION

__all__ = ["app"]

_CODES = """\b
Exit codes:
  0    done
  1    the input is wrong, or is not answered: one line a fault
  2    wrong usage
  130  stopped by Ctrl-C
  141  nobody reads on, as after | head"""

app = typer.Typer(
    cls=Commands,
    name="satumeja",
    help="From the reports on a conflict to the outcomes that hold, and why.",
    epilog=f"{_CODES}\n\nStart with: satumeja demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)
"""The command line."""


def _print_version(asked: bool) -> None:
    if asked:
        from satumeja.stability.kernel import kernel_in_use

        sys.stdout.write(f"satumeja {VERSION}\nkernel: {kernel_in_use()}\n")
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
