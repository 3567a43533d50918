"""One example of each command, run when the site is made, so that it shows what happens."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from satumeja.cli import main
from satumeja.files import SHIPPED, beside

__all__ = ["Example", "Runner", "examples", "in_folder", "run_example", "run_line"]


_REPORT = f"{SHIPPED}reports/talks-2021-12-23.en.txt"


@dataclass(frozen=True)
class Example:
    """Commands to run one after the other in an empty folder.

    Parameters
    ----------
    say : str
        A sentence that stands above them; may be empty.
    run : tuple of str
        The command lines; the last one is the example, those before make its files.
    lines : int
        How many lines of what each one prints are shown.
    files : mapping of str to str
        Files to begin with, shown above the commands.
    """

    say: str
    run: tuple[str, ...]
    lines: int
    files: Mapping[str, str]


Runner = Callable[[Example], str]
"""Runs an example, and gives the Markdown of what a terminal shows."""


def examples() -> dict[str, Example]:
    """Read the examples, by command."""
    text = Path(__file__).with_name("examples.toml").read_text("utf-8")
    return {
        name: Example(
            entry.get("say", ""),
            tuple(entry["run"]),
            entry.get("lines", 16),
            entry.get("files", {}),
        )
        for name, entry in tomllib.loads(text).items()
    }


@contextmanager
def in_folder() -> Iterator[Path]:
    """Give an empty folder with nothing in it but the report that comes along."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(beside(_REPORT, None), Path(folder, "report.txt"))
        yield Path(folder)


def run_example(example: Example) -> str:
    """Run an example in a folder of its own.

    Parameters
    ----------
    example : Example
        What to run.

    Returns
    -------
    str
        The files it begins with, and a console block: the commands, each with what it prints,
        the last one cut where it is long.

    Raises
    ------
    RuntimeError
        If a command fails.
    """
    shown, blocks = [], []
    with in_folder() as folder:
        for name, text in example.files.items():
            (folder / name).write_text(text, encoding="utf-8")
            blocks.append(f"```yaml {name}\n{text.strip()}\n```")
        for line in example.run:
            printed = run_line(line, folder)
            kept = printed[: example.lines]
            shown += [f"$ {line}", *kept, *(["..."] if len(printed) > len(kept) else [])]
    return "\n\n".join([*blocks, "```console\n" + "\n".join(shown) + "\n```"])


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
