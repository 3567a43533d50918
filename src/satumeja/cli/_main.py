"""Where the program begins and ends."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from satumeja.cli._streams import settle_streams
from satumeja.errors import SatuMejaError

__all__ = ["main"]

_BETWEEN_COLLECTIONS = 100_000
"""A command makes modules and trees that stay: to look through them 150 times as often, as Python
does of itself, is a tenth of a short one and frees nothing."""


def main() -> None:
    """Run the command line; every error raised on purpose is one line and exit code 1."""
    settle_streams()
    _settle_process()
    from satumeja.cli._app import app
    from satumeja.cli._group import ClosedError, StoppedError, end, requests_heard

    try:
        with requests_heard():
            app(standalone_mode=True, prog_name="satumeja")
    except SatuMejaError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
    except (ClosedError, StoppedError) as error:
        end(error)


def _settle_process() -> None:
    """Leave out what a process does at its beginning and end that serves no command.

    numpy's library of linear algebra makes a thread for every processor when it is loaded, and
    they wait for work at full speed; a command has none for them. Python looks for cycles to
    free, and frees them one by one, though the system is about to take all memory back.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)
