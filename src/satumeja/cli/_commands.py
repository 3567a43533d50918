"""All commands, each built when it is asked for, and listed in panels."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, MutableMapping
from typing import Any

import typer
import typer.main
from typer.core import TyperGroup

from satumeja.cli._group import Command, ends, written_out
from satumeja.cli._guard import Guarded
from satumeja.cli._panels import PANELS, Entry
from satumeja.cli._values import settle

__all__ = ["Commands"]


class _Late(MutableMapping[str, Any]):
    """Commands by name, built when they are looked up.

    To read the flags of all of them takes a quarter of what a page of help does.
    """

    def __init__(self) -> None:
        self._entries = {
            entry.name: (entry, panel) for panel, entries in PANELS.items() for entry in entries
        }
        self._built = dict[str, Any]()

    def __getitem__(self, name: str) -> Any:
        if name not in self._built:
            self._built[name] = _built(*self._entries[name])
        return self._built[name]

    def __setitem__(self, name: str, command: Any) -> None:
        raise TypeError("commands are listed in PANELS")

    def __delitem__(self, name: str) -> None:
        raise TypeError("commands are listed in PANELS")

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def _built(entry: Entry, panel: str) -> Any:
    """Make a command of its function, as the one command of an application."""
    alone = typer.Typer(
        add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
    )
    alone.command(
        entry.name,
        cls=Command if entry.in_place else Guarded,
        epilog=entry.epilog,
        rich_help_panel=panel,
    )(entry.command)
    return typer.main.get_command(alone)


class Commands(TyperGroup):
    """All commands, in their panels."""

    def __init__(self, *words: Any, **settings: Any) -> None:
        super().__init__(*words, **settings)
        self.commands = _Late()

    def get_help_option(self, ctx: Any) -> Any:
        """Give the option that shows the help."""
        return settle(super().get_help_option(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """List the names in their order."""
        return list(self.commands)

    def make_context(self, *words: Any, **settings: Any) -> Any:
        """Read what stands before the command."""
        with ends(), written_out():
            return super().make_context(*words, **settings)

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        with ends(), written_out():
            return super().invoke(ctx)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands by panel, with the first sentence of each and none of its flags."""
        wide = max(map(len, self.commands))
        for panel, entries in PANELS.items():
            rows = []
            for entry in entries:
                listed = Command(entry.name, help=inspect.getdoc(entry.command))
                told = listed.get_short_help_str(formatter.width - 6 - wide)
                rows.append((entry.name.ljust(wide), told))
            with formatter.section(panel):
                formatter.write_dl(rows)
