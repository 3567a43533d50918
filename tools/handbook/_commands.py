"""The pages of the commands: usage, arguments, options and an example, made from the program."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from types import UnionType
from typing import Any, Union, get_args, get_origin

from typer.models import ArgumentInfo, ParameterInfo

from handbook._examples import Example, Runner
from handbook._outputs import output_of
from handbook._prose import fenced, table
from satumeja.cli._panels import PANELS, Entry

__all__ = ["FOLDER", "Command", "Option", "command_pages", "commands", "flag_table"]

FOLDER = "reference/commands"


@dataclass(frozen=True)
class Option:
    """An option or an argument of a command.

    Parameters
    ----------
    flags : tuple of str
        As it is written; of an argument, what stands for it in the usage.
    takes : str
        What follows it; empty for a flag.
    default : str
        What counts where it is left out; empty where that says nothing.
    required : bool
        Whether it must be given.
    repeated : bool
        Whether it may be given several times.
    help : str
        What it does.
    positional : bool
        Whether it is an argument.
    """

    flags: tuple[str, ...]
    takes: str
    default: str
    required: bool
    repeated: bool
    help: str
    positional: bool


@dataclass(frozen=True)
class Command:
    """A command, as the program has it.

    Parameters
    ----------
    name : str
        How it is called.
    summary : str
        The first line of its help.
    text : str
        The rest of its help.
    options : tuple of Option
        Its arguments and options, in the order of the help.
    example : Example
        What its help ends with.
    panel : str
        The heading under which the program lists it.
    """

    name: str
    summary: str
    text: str
    options: tuple[Option, ...]
    example: Example
    panel: str

    @property
    def usage(self) -> str:
        """How it is used, in one line."""
        words = ["satumeja", self.name]
        if any(not option.positional for option in self.options):
            words.append("[OPTIONS]")
        for option in self.options:
            if option.positional:
                more = "..." if option.repeated and "..." not in option.flags[0] else ""
                shown = option.flags[0] + more
                words.append(shown if option.required else f"[{shown}]")
        return " ".join(words)

    @property
    def prints_json(self) -> bool:
        """Whether it has the option ``--json``."""
        return any("--json" in option.flags for option in self.options)


def commands() -> tuple[Command, ...]:
    """Give every command of the program, in the order of its help.

    Returns
    -------
    tuple of Command
        What the program itself knows of each: its function, and what stands beside the
        function's parameters. A parameter with nothing beside it is the program's own.
    """
    return tuple(_command(entry, panel) for panel in PANELS for entry in PANELS[panel])


def _command(entry: Entry, panel: str) -> Command:
    summary, _, text = (inspect.getdoc(entry.command) or "").partition("\n\n")
    asked = inspect.signature(entry.command, eval_str=True).parameters.values()
    options = tuple(_option(each) for each in asked if get_args(each.annotation))
    example = Example.of(entry.epilog)
    return Command(entry.name, " ".join(summary.split()), text, options, example, panel)


def _option(parameter: inspect.Parameter) -> Option:
    """Read what a parameter of a command's function says of itself."""
    kind, *rest = get_args(parameter.annotation)
    about: ParameterInfo = next(each for each in rest if isinstance(each, ParameterInfo))
    positional = isinstance(about, ArgumentInfo)
    values = [each for each in _kinds(kind) if each is not type(None)]
    several = any(get_origin(each) is list for each in _union(kind))
    shown = about.metavar or parameter.name.upper()
    required = parameter.default is parameter.empty
    return Option(
        flags=(shown,) if positional else _spelled(parameter, about),
        takes="" if positional or values == [bool] else _takes(values[0], about),
        default="" if required else _default(parameter.default),
        required=required,
        repeated=several,
        help=about.help or "",
        positional=positional,
    )


def _spelled(parameter: inspect.Parameter, about: ParameterInfo) -> tuple[str, ...]:
    """Give the ways to write an option; typer keeps the first one as if it were a default."""
    first = [about.default] if isinstance(about.default, str) else []
    spelled = (*first, *(about.param_decls or ()))
    return spelled or (f"--{parameter.name.replace('_', '-')}",)


def _union(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _kinds(kind: Any) -> Iterator[Any]:
    """Give the types of a parameter's values, those of a list's items in place of the list."""
    for each in _union(kind):
        yield from get_args(each) if get_origin(each) is list else (each,)


_WORDS = {str: "TEXT", int: "INTEGER", float: "NUMBER"}


def _takes(kind: type, about: ParameterInfo) -> str:
    """Say what follows an option: its choices, or a word for its type and its range."""
    if issubclass(kind, Enum):
        return " | ".join(str(choice.value) for choice in kind)
    if about.metavar:
        return about.metavar
    if about.min is not None and about.max is not None:
        return f"{_WORDS[kind]}, {about.min:g} to {about.max:g}"
    return _WORDS[kind] if about.min is None else f"{_WORDS[kind]}, at least {about.min:g}"


def _default(value: object) -> str:
    if value is None or value is False or value == "":
        return ""
    return str(value.value if isinstance(value, Enum) else value)


def command_pages(run: Runner, pages: Mapping[str, str]) -> dict[str, str]:
    """Make the pages of the commands, and one that lists them.

    Parameters
    ----------
    run : callable
        Runs an example and gives what a terminal shows.
    pages : mapping of str to str
        The pages written by hand, to link those that use a command.

    Returns
    -------
    dict of str to str
        The Markdown of each page by its path under ``docs``.
    """
    made = {f"{FOLDER}/{each.name}.md": _page(each, run, pages) for each in commands()}
    return {f"{FOLDER}/index.md": _index(commands()), **made}


def _index(every: Iterable[Command]) -> str:
    panels = groupby(every, key=lambda command: command.panel)
    listed = "\n\n".join(
        f"## {panel}\n\n"
        + "\n".join(f"- [`{each.name}`]({each.name}.md): {each.summary}" for each in listed)
        for panel, listed in panels
    )
    return (
        "# The commands\n\n"
        "Every command, made from the program itself. `satumeja COMMAND --help` says the same "
        "in a terminal. `satumeja --version` prints the version.\n\n"
        f"{listed}\n\n"
        "What is the same in all of them is in [the command line](../command-line.md).\n\n"
        f"## Every option\n\n{flag_table()}\n"
    )


def flag_table() -> str:
    """Make the table of all flags, each with the commands that have it.

    Returns
    -------
    str
        A table in Markdown; a flag that means different things has a row for each.
    """
    meant: dict[tuple[str, str], list[str]] = {}
    for command in commands():
        for option in command.options:
            if not option.positional:
                meant.setdefault((_flags(option), option.help), []).append(command.name)
    rows = (
        [flags, does, ", ".join(f"[{name}]({name}.md)" for name in names)]
        for (flags, does), names in sorted(meant.items(), key=lambda row: row[0][0].lower())
    )
    return table(["option", "does", "of"], rows)


def _flags(option: Option) -> str:
    return ", ".join(f"`{flag}`" for flag in sorted(option.flags, key=len, reverse=True))


def _page(command: Command, run: Runner, pages: Mapping[str, str]) -> str:
    arguments = [option for option in command.options if option.positional]
    options = [option for option in command.options if not option.positional]
    parts = [
        f"# `satumeja {command.name}`",
        command.summary,
        fenced(command.usage),
        _paragraphs(command.text),
        _arguments(arguments),
        _options(options),
        _printed_as_json(command),
        "## Example\n\n" + _before(command.example) + run(command.example),
        _used_in(command, pages),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _paragraphs(text: str) -> str:
    return re.sub(r"([_<*])", r"\\\1", text)


def _arguments(options: list[Option]) -> str:
    if not options:
        return ""
    rows = ([f"`{option.flags[0]}`", option.help + _how_many(option)] for option in options)
    return "## Arguments\n\n" + table(["argument", "is"], rows)


def _how_many(option: Option) -> str:
    words = ["One or more."] * option.repeated + ["May be left out."] * (not option.required)
    return "".join(f" {word}" for word in words)


def _options(options: list[Option]) -> str:
    if not options:
        return ""
    rows = (
        [_flags(option), _choices(option), _left_out(option), option.help] for option in options
    )
    return "## Options\n\n" + table(["option", "takes", "by default", "does"], rows)


def _choices(option: Option) -> str:
    return f"`{option.takes}`" if option.takes else ""


def _left_out(option: Option) -> str:
    if option.required:
        return "must be given"
    return f"`{option.default}`" if option.default else ""


def _before(example: Example) -> str:
    return "In a folder where `satumeja demo` has been run:\n\n" if example.after_demo else ""


def _printed_as_json(command: Command) -> str:
    name = output_of(command.name)
    if not command.prints_json or not name:
        return ""
    return f"The keys of what `--json` prints are told in [`satumeja/{name}`](../json/{name}.md)."


def _used_in(command: Command, pages: Mapping[str, str]) -> str:
    """Link the pages written by hand that run the command."""
    used = re.compile(rf"^\$ satumeja {re.escape(command.name)}\b", re.M)
    links = [_link(path, text) for path, text in pages.items() if used.search(text)]
    return f"## Used in\n\n{' · '.join(links)}" if links else ""


def _link(path: str, text: str) -> str:
    title = text.partition("\n")[0].removeprefix("# ")
    return f"[{title}](../../{path})"
