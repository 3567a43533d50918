"""No command writes over what it reads; only `set` changes a file in its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from satumeja.cli._group import Command
from satumeja.errors import OutputError

__all__ = ["Guarded"]

_MODELS = {"CASE...", "MODEL", "--cases", "--reading", "--vocabulary"}
_REPORTS = {"DOSSIER", "REPORT"}
_PAPERS = {"--template"}
_WRITTEN = {"--figure", "--html", "--out", "--store"}


class Guarded(Command):
    """A command that refuses to write where it reads, or two things to one place."""

    # The library brings its own copy of click, or uses the one beside it: no type of theirs.
    def invoke(self, ctx: Any) -> Any:
        """Run the command, unless it would take away what it is to work on."""
        taken: list[str] | None = None
        for out in _values(ctx, _WRITTEN):
            taken = [*_read(ctx)] if taken is None else taken
            if any(_same(out, path) for path in taken):
                raise OutputError(f"{out}: this command reads or writes it; name another place")
            taken.append(out)
        return super().invoke(ctx)


def _values(ctx: Any, names: set[str]) -> Iterator[str]:
    """Give what stands under some arguments and options."""
    for parameter in ctx.command.params:
        argument = parameter.param_type_name == "argument"
        if not names.isdisjoint([parameter.metavar] if argument else parameter.opts):
            value = ctx.params.get(parameter.name)
            yield from [value] if isinstance(value, str) else value or ()


def _read(ctx: Any) -> Iterator[str]:
    """Give the files that a command is to read, those in folders too."""
    for path in _values(ctx, _MODELS):
        yield path
        yield from map(str, Path(path).glob("*.csv"))
    yield from _values(ctx, _PAPERS)
    for path in _values(ctx, _REPORTS):
        yield path
        if os.path.isdir(path):
            from satumeja.report.kit import report_files

            yield from report_files([path])


def _same(one: str, other: str) -> bool:
    """Whether two paths lead to one file, there or not."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)
