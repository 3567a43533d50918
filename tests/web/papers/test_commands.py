"""Everything the commands can do is reachable: none is missing from the page that lists them."""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer.main

import satumeja
from satumeja import cli, formats, gallery
from satumeja.brief import FIGURES, TABLES
from satumeja.web.cases import Cases
from satumeja.web.jobs import ASKED, WORKS
from satumeja.web.papers import COMMANDS, ROUTES
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import CommandsQuery, Options

WORDS = Path(satumeja.__file__).parent / "brief" / "words" / "web"
FILE = "my talks.yaml"


def test_every_command_has_its_place() -> None:
    group = typer.main.get_command(cli.app)
    assert set(COMMANDS) == set(group.commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_command_figure_table_and_option_has_words(language: str) -> None:
    words = tomllib.loads((WORDS / f"more.{language}.toml").read_text(encoding="utf-8"))
    assert set(words["commands"]) == set(COMMANDS)
    assert set(words["figures"]) == set(FIGURES)
    assert set(words["table_kinds"]) == set(TABLES)
    options = {name for question in ASKED.values() for name in question.options}
    assert options <= set(words["options"])
    groups = {f"group_{place.group}" for place in COMMANDS.values()}
    assert groups <= set(words["more"])


def test_questions_are_asked_by_the_names_of_their_commands() -> None:
    for name, place in COMMANDS.items():
        assert (place.kind == "ask") == (name in ASKED), name
    for name, question in ASKED.items():
        assert set(question.options) <= set(Options.model_fields), name
        assert set(question.needs) <= set(question.options), name
    assert set(ASKED) < set(WORKS)


def commands(folder: Path) -> Any:
    (route,) = (route for route in ROUTES if route.path.endswith("/commands"))
    with Cases({"case": folder}) as cases:
        return route.handle(Call(cases, {"case": "case"}, CommandsQuery(file=FILE)))


def test_lines_are_for_this_very_file(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(gallery.text("chicken"), encoding="utf-8")
    lines = {command.name: command.line for command in commands(tmp_path).commands}
    assert shlex.split(lines["deals"]) == ["satumeja", "deals", str(tmp_path / FILE)]


@pytest.mark.parametrize("name", ["check", "analyse", "effectiveness", "paths", "threats"])
def test_a_line_does_what_it_says(name: str, tmp_path: Path, run: Any) -> None:
    (tmp_path / FILE).write_text(gallery.text("december-2021-b"), encoding="utf-8")
    (line,) = (each.line for each in commands(tmp_path).commands if each.name == name)
    done = run(*shlex.split(line)[1:])
    assert done.code == 0
    assert done.out


def taken(folder: Path, name: str, content: bytes, *, read_only: bool = False) -> Any:
    (route,) = (r for r in ROUTES if r.method == "POST" and r.path.endswith("/files"))
    headers = {"x-name": name}
    with Cases({"case": folder}, read_only) as cases:
        return route.handle(Call(cases, {"case": "case"}, body=content, headers=headers))


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".gmcr", ".xlsx"])
def test_models_of_other_programs_are_taken_in_as_yaml(suffix: str, tmp_path: Path) -> None:
    source = tmp_path / f"chicken{suffix}"
    formats.save(gallery.load("chicken"), source)
    case = tmp_path / "case"
    case.mkdir()
    saved = taken(case, source.name, source.read_bytes())
    assert saved.name == "chicken.yaml"
    model = formats.load(case / saved.name)
    assert len(model.states) == len(gallery.load("chicken").states)
    assert taken(case, source.name, source.read_bytes()).name == "chicken-2.yaml"


def test_what_is_no_model_is_not_taken_in(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="a model is one of"):
        taken(tmp_path, "report.txt", b"talks")
    with pytest.raises(Exception, match="title"):
        taken(tmp_path, "broken.yaml", b"satumeja: 1\n")
    with pytest.raises(RefusedError, match="only looked at"):
        taken(tmp_path, "a.yaml", b"", read_only=True)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".yaml"] == []
