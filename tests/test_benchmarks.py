"""What a run of the benchmarks took is kept, and compared with the run before."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import kept
import pytest
from kept import FIGURES, Record
from run import FOLDER, SCRIPTS


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "argv", ["script.py"])
    monkeypatch.setattr(kept, "yardstick", lambda: 0.02)
    return tmp_path / "figures.json"


def ran(path: Path, **figures: float) -> None:
    with Record("script.py", path) as record:
        for name, seconds in figures.items():
            record.note(name, seconds)


def test_a_first_run_is_kept_with_the_times_of_the_yardstick(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran(path, reading=0.123456, sorting=0.5)
    held = json.loads(path.read_text(encoding="utf-8"))["script.py"]
    assert held["yardstick"] == 0.02
    assert held["figures"]["reading"] == {"seconds": 0.1235, "times": 6.173}
    assert capsys.readouterr().out == (
        "script.py: no figure of the last kept run to compare with\n"
    )


def test_a_machine_half_as_fast_is_no_loss(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran(path, reading=0.1, sorting=0.4)
    monkeypatch.setattr(kept, "yardstick", lambda: 0.04)
    capsys.readouterr()
    ran(path, reading=0.2, sorting=0.8)
    assert capsys.readouterr().out == (
        "script.py: 1.00 of the last kept run (geometric mean of 2)\n"
    )


def test_what_differs_is_told_the_worst_first(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran(path, reading=0.1, sorting=0.4, writing=0.1, tiny=0.001)
    capsys.readouterr()
    ran(path, reading=0.2, sorting=0.1, writing=0.11, tiny=0.004, new=1.0)
    assert capsys.readouterr().out.splitlines() == [
        "script.py: 0.82 of the last kept run (geometric mean of 3)",
        "script.py:    2.00  reading: 0.2 s, was 0.1 s",
        "script.py:    0.25  sorting: 0.1 s, was 0.4 s",
    ]


def test_what_is_noted_under_one_name_adds_up(path: Path) -> None:
    with Record("script.py", path) as record:
        record.note("reading", 0.1)
        record.note("reading", 0.2)
    held = json.loads(path.read_text(encoding="utf-8"))["script.py"]
    assert held["figures"]["reading"]["seconds"] == 0.3


def test_a_run_in_part_keeps_the_rest_and_a_whole_one_does_not(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def names() -> list[str]:
        return list(json.loads(path.read_text(encoding="utf-8"))["script.py"]["figures"])

    ran(path, reading=0.1, sorting=0.4)
    with monkeypatch.context() as part:
        part.setattr(sys, "argv", ["script.py", "--largest", "8"])
        ran(path, reading=0.2)
    assert names() == ["reading", "sorting"]
    ran(path, reading=0.2)
    assert names() == ["reading"]


def test_scripts_are_kept_side_by_side(path: Path) -> None:
    ran(path, reading=0.1)
    with Record("other.py", path) as record:
        record.note("sorting", 0.2)
    assert list(json.loads(path.read_text(encoding="utf-8"))) == ["other.py", "script.py"]


def test_a_run_that_failed_is_not_kept(path: Path) -> None:
    ran(path, reading=0.1)
    before = path.read_bytes()
    with pytest.raises(KeyError), Record("script.py", path) as record:
        record.note("reading", 9.0)
        raise KeyError
    assert path.read_bytes() == before


def test_the_yardstick_measures_something() -> None:
    assert kept.yardstick() > 0


# Too long for a run beside other work: to be kept from a machine that is left alone, and then
# to be taken off this list.
NOT_KEPT_YET = {"symbolic.py"}


def test_each_script_there_is_has_its_figures_kept() -> None:
    assert all((FOLDER / script).is_file() for script in SCRIPTS)
    held = json.loads(FIGURES.read_text(encoding="utf-8"))
    assert {name.split()[0] for name in held} == set(SCRIPTS) - NOT_KEPT_YET
    for script in held.values():
        assert script["figures"]
        assert all(figure["times"] > 0 for figure in script["figures"].values())
