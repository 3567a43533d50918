"""The example of each command, run when the site is made, so that it shows what happens."""

from __future__ import annotations

import atexit
import io
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from satumeja.cli import main
from satumeja.cli._panels import UNTIL_STOPPED

__all__ = ["Example", "Runner", "in_folder", "run_example", "run_line"]


@dataclass(frozen=True)
class Example:
    """The example at the end of a command's help.

    Parameters
    ----------
    run : tuple of str
        The command lines; the last one is the example, those before make what it needs.
    after_demo : bool
        Whether ``satumeja demo`` must have been run in the folder.
    stays : bool
        Whether the last line goes on until it is stopped, and so is only shown.
    """

    run: tuple[str, ...]
    after_demo: bool = False
    stays: bool = False

    @classmethod
    def of(cls, epilog: str) -> Example:
        """Read the example from the end of a help.

        Parameters
        ----------
        epilog : str
            "Example:" or "Example, after satumeja demo:", which may also say that it goes on
            until it is stopped, and below it indented command lines.
        """
        run = [line.strip() for line in epilog.splitlines() if line.startswith("  satumeja ")]
        return cls(tuple(run), "after satumeja demo" in epilog, UNTIL_STOPPED in epilog)


Runner = Callable[[Example], str]
"""Runs an example, and gives the Markdown of what a terminal shows."""

_SHOWN = 24
"""How many lines of what a command prints are shown."""


@contextmanager
def in_folder(*, after_demo: bool = False) -> Iterator[Path]:
    """Give a folder that is empty, or has what ``satumeja demo`` writes."""
    with tempfile.TemporaryDirectory() as folder:
        if after_demo:
            shutil.copytree(_demo(), folder, dirs_exist_ok=True)
        yield Path(folder)


@cache
def _demo() -> str:
    """Run the demo once; the folder goes when the program does."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    run_line("satumeja demo", Path(folder))
    return folder


def run_example(example: Example) -> str:
    """Run an example in a folder of its own.

    Parameters
    ----------
    example : Example
        What to run.

    Returns
    -------
    str
        A console block: the commands, each with what it prints, cut where it is long.

    Raises
    ------
    RuntimeError
        If a command fails.
    """
    shown = []
    with in_folder(after_demo=example.after_demo) as folder:
        for line in example.run:
            is_only_shown = example.stays and line == example.run[-1]
            printed = [] if is_only_shown else run_line(line, folder)
            kept = printed[:_SHOWN]
            shown += [f"$ {line}", *kept, *(["..."] if len(printed) > len(kept) else [])]
    return "```console\n" + "\n".join(shown) + "\n```"


def run_line(line: str, folder: Path) -> list[str]:
    """Run one command line as a user would.

    Parameters
    ----------
    line : str
        It begins with ``satumeja``.
    folder : Path
        The folder it is run in.

    Returns
    -------
    list of str
        The lines it prints, faults and notes among them.

    Raises
    ------
    RuntimeError
        If it fails.
    """
    shown = io.StringIO()
    with _terminal(line, folder), redirect_stdout(shown), redirect_stderr(shown):
        try:
            main()
        except SystemExit as left:
            if left.code:
                told = shown.getvalue()
                raise RuntimeError(f"a command of the handbook fails: {line}\n{told}") from None
    return [text.rstrip() for text in shown.getvalue().rstrip("\n").splitlines()]


_TERMINAL = {"COLUMNS": "88", "NO_COLOR": "1"}


@contextmanager
def _terminal(line: str, folder: Path) -> Iterator[None]:
    """Be in a folder, at a terminal of a fixed width at which a line was typed."""
    before = sys.argv, Path.cwd(), {name: os.environ.get(name) for name in _TERMINAL}
    sys.argv = shlex.split(line)
    os.chdir(folder)
    os.environ.update(_TERMINAL)
    try:
        yield
    finally:
        sys.argv, home, kept = before
        os.chdir(home)
        for name, value in kept.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
