"""A place to run commands in, with models to ask about."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from satumeja import cli, formats
from satumeja.model import Model

Documents = Iterator[Any]


def run(*words: str) -> Any:
    """Run a command that prints JSON, and give what it printed."""
    text = printed(*words)
    with long_numbers():
        return json.loads(text)


@contextlib.contextmanager
def long_numbers() -> Iterator[None]:
    """Read and word numbers of any length, as counts of rankings are."""
    most = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(most)


def printed(*words: str) -> str:
    """Run a command, and give what it printed."""
    out, told = io.StringIO(), io.StringIO()
    with (
        mock.patch.object(sys, "argv", ["satumeja", *words]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(told),
    ):
        try:
            cli.main()
        except SystemExit as stop:
            assert not stop.code, f"{' '.join(words)}: {told.getvalue()}"
    return out.getvalue()


def plain(document: Any) -> Any:
    """Give a document of Python as another program reads it."""
    return json.loads(json.dumps(document))


@dataclass(frozen=True)
class Desk:
    """A folder to work in, and models by name."""

    folder: Path
    paths: dict[str, str]

    def run(self, command: str, name: str, *words: str) -> Any:
        return run(command, self.paths[name], *words, "--json")

    def model(self, name: str) -> Model:
        return formats.load(self.paths[name])
