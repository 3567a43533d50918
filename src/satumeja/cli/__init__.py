"""The commands: thin, one function each.

Exit codes: 0 done; 1 the input is wrong, one line a fault; 2 wrong usage; 130 stopped by
Ctrl-C; 141 nobody reads on. `--json` goes to stdout alone; everything else a person is told
goes to stderr or is the page asked for.
"""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from satumeja.cli._commands import Commands
from satumeja.cli._group import ClosedError, StoppedError, end, requests_heard
from satumeja.cli._streams import settle_streams
from satumeja.errors import SatuMejaError

__all__ = ["app", "main"]

_BETWEEN_COLLECTIONS = 50_000
"""A command makes modules and trees that stay: to look through them 70 times as often, as Python
does of itself, is a tenth of a short one and frees nothing."""

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
        from importlib.metadata import version

        from satumeja.stability.kernel import kernel_in_use

        sys.stdout.write(f"satumeja {version('satumeja')}\nkernel: {kernel_in_use()}\n")
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


def main() -> None:
    """Run the command line; every error raised on purpose is one line and exit code 1."""
    settle_streams()
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    try:
        with requests_heard():
            app(standalone_mode=True, prog_name="satumeja")
    except SatuMejaError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
    except (ClosedError, StoppedError) as error:
        end(error)
