"""The steps of RELEASING.md are commands, and lead where they say."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

import satumeja
from satumeja.release import VERSION

ROOT = Path(__file__).parents[1]
STEPS = re.split(r"(?m)^\d+\. ", (ROOT / "RELEASING.md").read_text(encoding="utf-8"))[1:]
TARGETS = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))

MODULE = "src/satumeja/release.py"


def commands(step: str) -> str:
    """Give what is typed in a step."""
    (block,) = re.findall(r"(?s)```sh\n(.*?)```", step)
    return str(block)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.split("**")[1])
def test_what_a_step_names_is_there(step: str) -> None:
    typed = commands(step)
    for line in re.findall(r"\bmake ((?:-C \S+ )?[a-z -]+)", typed):
        assert set(re.sub(r"-C \S+", "", line).split()) <= TARGETS, line
    for path in re.findall(r"\b((?:tests|src|benchmarks)/\S+)", typed):
        assert (ROOT / path).exists(), path


@pytest.mark.skipif(not shutil.which("sed"), reason="no sed")
def test_the_number_and_the_day_come_where_they_belong(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "CITATION.cff", "CHANGELOG.md", MODULE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (step,) = (step for step in STEPS if step.startswith("**The number and the day**"))
    typed = commands(step).replace("git diff\n", "").replace("$(date -u +%F)", "2031-05-20")
    script = f"set -eu\nVERSION=1.2.3\n{typed}"
    subprocess.run(["sh", "-c", script], cwd=tmp_path, check=True)  # noqa: S607 the one of the path
    texts = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.*")}
    assert '\nversion = "1.2.3"\n' in texts["pyproject.toml"]
    assert '\nVERSION = "1.2.3"\n' in texts["release.py"]
    assert "\nversion: 1.2.3\ndate-released: 2031-05-20\n" in texts["CITATION.cff"]
    assert "\n## [Unreleased]\n\n## [1.2.3] - 2031-05-20\n" in texts["CHANGELOG.md"]


def test_the_program_says_the_number_that_is_installed() -> None:
    assert (
        tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
        == VERSION
    )
    assert satumeja.__version__ == VERSION == version("satumeja")
