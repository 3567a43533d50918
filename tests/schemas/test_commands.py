"""Every command that prints JSON has a schema, and the command for schemas gives it."""

from __future__ import annotations

import json
import sys

import pytest
import typer

from satumeja import cli, formats, schemas
from schemas.desk import printed


def commands_with_json() -> set[str]:
    """Walk the application for commands that take --json."""
    group = typer.main.get_command(cli.app)
    return {
        name
        for name, command in group.commands.items()  # type: ignore[attr-defined]
        if any("--json" in option.opts for option in command.params)
    }


def test_every_command_that_prints_json_has_a_schema() -> None:
    named = {
        command
        for output in schemas.outputs()
        if output.name != "model"
        for command in output.commands
    }
    assert named == commands_with_json()


def test_without_a_name_it_is_that_of_the_model_file() -> None:
    assert json.loads(printed("schema")) == formats.json_schema()


@pytest.mark.parametrize("name", [output.name for output in schemas.outputs()])
def test_each_is_printed_by_name(name: str) -> None:
    assert json.loads(printed("schema", name)) == schemas.schema(name)


def test_the_list_has_a_line_for_each_and_what_prints_it() -> None:
    lines = printed("schema", "--list").splitlines()
    assert [line.split()[0] for line in lines] == [each.name for each in schemas.outputs()]
    assert "verdicts          explain        Why a state is or is not stable" in "\n".join(lines)


def test_a_typo_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["satumeja", "schema", "rests_on"])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    said = capsys.readouterr()
    assert (stop.value.code, said.out) == (1, "")
    assert said.err == 'there is no schema "rests_on"; did you mean "rests-on"?\n'
