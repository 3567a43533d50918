"""What commands have in common: old spellings, and ends that are no answer."""

from __future__ import annotations

import copy
import os
import re
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import typer
from typer.core import TyperCommand

from satumeja.cli._options import FORMER, require_format
from satumeja.cli._streams import is_of_output, lead_nowhere
from satumeja.cli._values import settle
from satumeja.display import bearable, visible
from satumeja.errors import Fault, InputError, LimitError, ListingError, OutputError, did_you_mean

__all__ = [
    "CLOSED",
    "STOPPED",
    "ClosedError",
    "Command",
    "StoppedError",
    "end",
    "ends",
    "requests_heard",
    "written_out",
]

STOPPED, CLOSED = 130, 141
"""What shells report of a program that Ctrl-C stopped, and of one whose reader went away."""

# Where the states of a model are too many to be listed: what takes the question all the same.
_SETS = "not with --engine symbolic (nash, gmr, smr, seq, sseq)"
_INSTEAD = {
    "analyse": _SETS,
    "brief": _SETS,
    "deals": "openings does not",
    "explain": _SETS,
    "figure": "brief does not",
    "packages": "openings does not",
    "tables": "brief does not",
}
_LISTED = ("graph", "bound", "ranked")
_NONE_OF = re.compile(r"'(?P<value>[^']*)' is not one of (?P<choices>'.*')")
_QUOTED = re.compile(r"'([^']*)'")


class StoppedError(BaseException):
    """Ctrl-C, or a request to end; no `Exception`, which the library takes for no answer.

    Parameters
    ----------
    number : int
        The signal.
    """

    def __init__(self, number: int = signal.SIGINT) -> None:
        super().__init__(number)
        self.number = number


class ClosedError(BaseException):
    """Nobody reads what is printed any more, as after ``| head``."""


@contextmanager
def ends() -> Iterator[None]:
    """Let Ctrl-C and a closed pipe through to `end`, past what turns both into code 1.

    What the system has against a file is told in one line, whoever asked for it: a name that is
    too long, a folder that is closed to us, a disk that is broken.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        raise StoppedError from None
    except BrokenPipeError:
        raise ClosedError from None
    except OSError as error:
        if error.filename is not None:  # whatever it was opened for: it is the user's
            name = os.fsdecode(error.filename)
            raise InputError(Fault(f"cannot be used: {error.strerror}", name)) from None
        if not is_of_output(error):
            raise
        with suppress(OSError):
            lead_nowhere(sys.stdout)  # else Python tries once more at its end, and says so
        raise OutputError(f"standard output: {error.strerror}") from None


_FILES = {"CASE...", "DOSSIER", "FILE", "FILE.docx", "MODEL", "PATH", "REPORT"}
"""What stands in the help for the name of a file or folder."""


@contextmanager
def written_out() -> Iterator[None]:
    """Write out, in what is told of wrong usage, whatever was typed that steers a terminal.

    The library quotes some of what was typed as it stands; its errors are known by what they say,
    for it may bring a kind of its own.
    """
    try:
        yield
    except Exception as error:
        if hasattr(error, "format_message"):
            words = visible(error.format_message(), spared="\n\t")
            words = "\n".join(map(bearable, words.split("\n")))
            error.format_message = lambda: words
        raise


@contextmanager
def requests_heard() -> Iterator[None]:
    """Let a request to end, and a terminal that is closed, be an end in order, as Ctrl-C is.

    What is half-written is then taken away. What is to be ignored, as after ``nohup``, is.
    """

    def stop(number: int, _: object) -> None:
        raise StoppedError(number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    heard = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    if threading.current_thread() is not threading.main_thread():
        heard = []
    for number in heard:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


def end(error: StoppedError | ClosedError) -> None:
    """End the program as others that were stopped do.

    By the signal itself where there is one, so that a loop of a shell stops as well.
    """
    with suppress(OSError):
        lead_nowhere(sys.stdout)
    if isinstance(error, ClosedError):
        sys.exit(CLOSED)
    if os.name == "posix":
        signal.signal(error.number, signal.SIG_DFL)
        os.kill(os.getpid(), error.number)
    sys.exit(STOPPED)


class Command(TyperCommand):
    """A command that takes its former spellings too, and names what else answers."""

    def __init__(self, *words: Any, **settings: Any) -> None:
        super().__init__(*words, **settings)
        for param in self.params:
            settle(param)

    def get_help_option(self, ctx: Any) -> Any:
        """Give the option that shows the help."""
        return settle(super().get_help_option(ctx))

    def make_parser(self, ctx: Any) -> Any:
        """Make the parser, with the spellings that no help tells of."""
        parser = super().make_parser(ctx)
        for former, now in FORMER.get(self.name or "", {}).items():
            twin = copy.copy(next(param for param in self.params if now in param.opts))
            twin.opts = [former]
            twin.add_to_parser(parser, ctx)
        return parser

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words typed; a value that a flag does not take is told with the nearest."""
        try:
            others: list[str] = super().parse_args(ctx, args)
        except typer.BadParameter as error:
            error.message = _with_nearest(error.message)
            raise
        for param in self.params:
            typed = ctx.params.get(param.name)
            # As a shell gives it of a variable that is not set; a path of it would be this folder.
            if param.metavar in _FILES and "" in (
                [typed] if isinstance(typed, str) else typed or ()
            ):
                name: Any = param  # of whichever copy of click the library brings
                raise typer.BadParameter("is an empty name; name a file", ctx=ctx, param=name)
        return others

    def invoke(self, ctx: Any) -> Any:
        """Run it; where states are too many for it, say which command takes the question."""
        for param in self.params:
            for flag in param.opts:
                require_format(self.name or "", flag, ctx.params.get(param.name))
        try:
            return super().invoke(ctx)
        except ListingError as error:
            instead = _instead(self.name or "", ctx.params)
            raise LimitError(f"{error}; {self.name} lists all states{instead}") from None


def _with_nearest(message: str) -> str:
    """Add the nearest choice to what is said of a value that is none of them.

    From 0.29 on Typer lets pydantic judge choices, whose words for an error stand before.
    """
    message = message.removeprefix("Value error, ")
    none_of = _NONE_OF.search(message)
    if none_of is None:
        return message
    choices = _QUOTED.findall(none_of["choices"])
    return f"{message.removesuffix('.')}{did_you_mean(none_of['value'], choices)}"


def _instead(name: str, given: Mapping[str, Any]) -> str:
    """Name what answers without a list of the states, if anything does of this model."""
    if name == "convert":
        return " for this format, but not for .yaml, .json, .gmcr and .xlsx"
    if name == "brief" and given["engine"].value == "auto":
        return ", but not for --form full in .html"
    if name not in _INSTEAD:
        return ""
    from satumeja import formats, stability

    model = formats.load(given["model"])
    listed = stability.choose_engine(model).reason in _LISTED
    return "" if listed else f", but {_INSTEAD[name]}"
