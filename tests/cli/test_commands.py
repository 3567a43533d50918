"""Commands are built when they are asked for, and only those."""

from __future__ import annotations

from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from satumeja.cli import _commands, app
from satumeja.cli._panels import PANELS, Entry

NAMES = [entry.name for entries in PANELS.values() for entry in entries]


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the names of the commands that are built from here on."""
    names, build = list[str](), _commands._built

    def noted(entry: Entry, panel: str) -> Any:
        names.append(entry.name)
        return build(entry, panel)

    monkeypatch.setattr(_commands, "_built", noted)
    return names


def test_none_is_built_to_list_all(built: list[str]) -> None:
    listed = CliRunner().invoke(app, ["--help"])
    assert listed.exit_code == 0
    assert [word for word in NAMES if f"  {word} " in listed.stdout] == NAMES
    assert built == []


def test_one_is_built_to_run_it(built: list[str]) -> None:
    assert CliRunner().invoke(app, ["schema", "--list"]).exit_code == 0
    assert built == ["schema"]


def test_a_wrong_name_is_answered_without_any(built: list[str]) -> None:
    ran = CliRunner().invoke(app, ["shema"])
    assert (ran.exit_code, built) == (2, [])
    assert "Did you mean 'schema'" in ran.output


def test_each_is_there_by_its_name_and_no_other_can_be_put_there() -> None:
    group: Any = typer.main.get_command(app)
    assert list(group.commands) == NAMES
    assert [command.name for command in group.commands.values()] == NAMES
    assert group.commands["set"] is group.commands["set"]
    with pytest.raises(TypeError):
        group.commands["set"] = None
    with pytest.raises(TypeError):
        del group.commands["set"]
