"""Help teaches: the commands in the way of the data, each with a line that runs as it stands."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from commands import Run
from satumeja.cli._panels import PANELS, Entry
from satumeja.demo import run as run_demo

ENTRIES = [entry for entries in PANELS.values() for entry in entries]


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give what ``satumeja demo`` leaves behind."""
    from rich.console import Console

    folder = tmp_path_factory.mktemp("shown") / "demo-output"
    with (folder.parent / "printed").open("w", encoding="utf-8") as printed:
        run_demo(folder, Console(file=printed))
    return folder


def test_every_command_is_in_one_panel(run: Run) -> None:
    listed = run("--help").out
    names = [entry.name for entry in ENTRIES]
    assert len(set(names)) == len(names)
    assert [listed.index(f"\n  {name} ") for name in names] == sorted(
        listed.index(f"\n  {name} ") for name in names
    )
    places = [listed.index(f"\n{panel}:\n") for panel in PANELS]
    assert places == sorted(places)


def examples(text: str) -> list[str]:
    """Give the commands with which a help ends."""
    lines = text.rstrip("\n").split("\n")
    first = max(k for k, line in enumerate(lines) if line.startswith("  Example"))
    return [line.strip() for line in lines[first + 1 :]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_help_ends_with_a_line_that_runs(
    run: Run, shown: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: Entry
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(shown, tmp_path / "demo-output")
    lines = examples(run(entry.name, "--help").out)
    assert lines[-1] == f"satumeja {entry.name} {entry.example}".rstrip()
    for line in lines:
        assert len(line) <= 76
        if entry.stays:  # tests/web/serving runs it, and stops it
            continue
        done = run(*shlex.split(line)[1:])
        assert done.code == 0, f"{line}: {done.err}"
