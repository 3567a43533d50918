"""Every command and every option is documented, and every example is one."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handbook import Command, Example, commands, run_example
from made_pages import made
from satumeja.cli import app

COMMANDS = {command.name: command for command in commands()}
PAGES = {name: made().pages[f"reference/commands/{name}.md"] for name in COMMANDS}


def test_these_are_the_commands_of_the_program() -> None:
    printed = CliRunner().invoke(app, ["--help"]).stdout
    listed = re.findall(r"^  ([a-z][a-z-]*) {2,}[A-Z]", printed, re.M)
    assert listed == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_a_command_says_what_it_does_and_what_each_option_is_for(command: Command) -> None:
    assert command.summary.endswith(".")
    for option in command.options:
        assert option.help.strip(), f"{command.name} {option.flags}"


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_a_page_has_every_option_as_the_program_has_it(command: Command) -> None:
    page = PAGES[command.name]
    helped = CliRunner().invoke(app, [command.name, "--help"]).stdout
    assert f"# `satumeja {command.name}`" in page
    for option in command.options:
        for flag in option.flags:
            assert f"`{flag}`" in page
            assert option.positional or flag in helped


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_no_option_is_hidden_from_the_page(command: Command) -> None:
    """What the program's own help lists is what we found in the function."""
    helped = CliRunner().invoke(app, [command.name, "--help"]).stdout.partition("Options:")[2]
    listed = {
        word.strip(",")
        for line in helped.splitlines()
        if line.startswith("  -")
        for word in line.split("  ")[1].split()
        if word.startswith("-")
    }
    known = {flag for option in command.options for flag in option.flags if not option.positional}
    assert listed - {"-h", "--help"} == known


@pytest.mark.parametrize("name", COMMANDS)
def test_an_example_shows_its_command_with_options_it_has(name: str) -> None:
    for line in COMMANDS[name].example.run:
        program, used, *words = shlex.split(line)
        assert program == "satumeja"
        flags = {flag for option in COMMANDS[used].options for flag in option.flags}
        assert {word for word in words if word.startswith("-") and len(word) > 1} <= flags, line
    assert shlex.split(COMMANDS[name].example.run[-1])[1] == name


def test_an_example_is_read_from_the_end_of_the_help() -> None:
    epilog = "\b\nExample, after satumeja demo:\n  satumeja check a.yaml\n  satumeja schema"
    assert Example.of(epilog) == Example(("satumeja check a.yaml", "satumeja schema"), True)
    assert Example.of("\b\nExample:\n  satumeja demo") == Example(("satumeja demo",), False)


def test_an_example_is_shown_with_what_it_prints_and_cut() -> None:
    lines = ("satumeja gallery chicken -o chicken.yaml", "satumeja schema")
    assert run_example(Example(lines)).splitlines()[:4] == [
        "```console",
        "$ satumeja gallery chicken -o chicken.yaml",
        "wrote chicken.yaml",
        "$ satumeja schema",
    ]
    assert run_example(Example(lines)).splitlines()[-2:] == ["...", "```"]


def test_an_example_finds_what_the_demo_wrote() -> None:
    shown = run_example(Example(("satumeja check demo-output/draft.yaml",), after_demo=True))
    assert "decision maker russia" in shown


def test_an_example_that_fails_ends_the_build() -> None:
    before = Path.cwd()
    with pytest.raises(RuntimeError, match=r"nothing\.yaml: there is no such file"):
        run_example(Example(("satumeja check nothing.yaml",)))
    assert Path.cwd() == before


def test_a_command_links_the_pages_that_use_it() -> None:
    assert (
        "[From a report to a brief](../../tutorial/from-a-report-to-a-brief.md)" in PAGES["draft"]
    )
