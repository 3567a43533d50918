"""Model files are changed from the command line, all of a change or nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import Run
from formats.samples import BORDER

PORT = "decision_makers.russia"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "border.yaml"
    path.write_text(BORDER.replace("  - attack & talk", "  # Both\n  - attack & talk"), "utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (["title", "A wall"], "{en: A border, id: Perbatasan}", "A wall"),
        (["--move", "infeasible[0]", "infeasible[1]"], "", None),
        (["--insert", "decision_makers.us.red_lines", "[attack]", "--after", "options"], "", None),
        (["--remove", "infeasible[0]"], "  # Both\n  - attack & talk\n", ""),
        (["--rename", "tables.geneva", "vienna"], "  geneva:", "  vienna:"),
        (["--off", "infeasible[0]"], "  # Both\n  -", "  #~ # Both\n  #~ -"),
    ],
)
def test_one_change_is_made(
    run: Run, model: Path, words: list[str], old: str, new: str | None
) -> None:
    before = model.read_text("utf-8")
    ran = run("set", str(model), *words)
    assert (ran.code, ran.err) == (0, f"wrote {model}\n")
    after = model.read_text("utf-8")
    if new is not None:
        assert after == before.replace(old, new)
    elif words[0] == "--move":
        assert "[offer, arm]\n  # Both\n  - attack" in after
    else:
        assert "arm: }\n    red_lines:\n      - attack\n    weights" in after


def test_off_and_on_leave_the_file_as_it_was(run: Run, model: Path) -> None:
    before = model.read_bytes()
    for flag in ("--off", "--restore"):
        assert run("set", str(model), flag, f"{PORT}.preferences[1]").code == 0
    assert model.read_bytes() == before


def test_changes_of_a_file_are_all_made_or_none(run: Run, model: Path, tmp_path: Path) -> None:
    before, ops = model.read_bytes(), tmp_path / "ops.json"
    changes = [
        {"op": "rename", "at": "decision_makers.us", "to": "usa"},
        {"op": "remove", "at": ["infeasible", 1]},
    ]
    ops.write_text(json.dumps([*changes, {"op": "remove", "at": "table"}]), "utf-8")
    ran = run("set", str(model), "--ops", str(ops))
    assert ran.code == 1
    assert ran.err == 'operation 3: there is no "table"; did you mean "tables"?\n'
    assert model.read_bytes() == before
    ops.write_text(json.dumps(changes), "utf-8")
    ran = run("set", str(model), "--ops", str(ops), "-o", str(tmp_path / "b.yml"))
    assert ran.code == 0
    assert model.read_bytes() == before
    assert "seats: [russia, usa]" in (tmp_path / "b.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("{", ":1:2: not JSON: "),
        ("{}", ": not a list of changes, such as "),
        (b"\xff", ": not JSON"),
        (f'[{{"op": "on", "at": "a", "nth": {"9" * 5_000}}}]', ": not JSON"),
        (None, ": the file cannot be read: No such file or directory"),
    ],
)
def test_a_file_that_is_no_list_of_changes_is_told(
    run: Run, model: Path, tmp_path: Path, content: str | bytes | None, fault: str
) -> None:
    ops = tmp_path / "ops.json"
    if content is not None:
        ops.write_bytes(content if isinstance(content, bytes) else content.encode())
    ran = run("set", str(model), "--ops", str(ops))
    assert ran.code == 1
    assert ran.err.startswith(f"{ops}{fault}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ([], "say PART and VALUE, or one of --move"),
        (["title"], "say the VALUE that goes there"),
        (["title", "x", "--off", "tables"], "say PART and VALUE, or one of"),
        (["--off", "a", "--restore", "b"], "several changes go in a file"),
        (["title", "x", "--after", "y"], "--after goes with --move and --insert only"),
        (["--remove", "tables", "--after", "y"], "--after goes with --move and --insert only"),
    ],
)
def test_what_is_typed_says_one_change(
    run: Run, model: Path, words: list[str], fault: str
) -> None:
    before = model.read_bytes()
    ran = run("set", str(model), *words)
    assert ran.code == 2
    assert fault in ran.err
    assert model.read_bytes() == before


def test_a_change_that_makes_no_model_is_not_written(run: Run, model: Path) -> None:
    before = model.read_bytes()
    ran = run("set", str(model), "--remove", f"{PORT}.preferences")
    assert ran.code == 1
    assert "russia has no preferences" in ran.err
    assert model.read_bytes() == before
