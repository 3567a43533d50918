"""What an install builds: the compiled kernel where it can, and never a failure without."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def built(folder: Path, **environment: str) -> tuple[Path, list[str], str]:
    """Build a wheel of this checkout; give it, what it holds, and what was told."""
    pytest.importorskip("hatchling")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    return wheel, zipfile.ZipFile(wheel).namelist(), done.stdout + done.stderr


def test_a_wheel_without_the_kernel_is_pure(tmp_path: Path) -> None:
    wheel, files, told = built(tmp_path, SATUMEJA_PURE="1")
    assert wheel.name.endswith("-py3-none-any.whl")
    assert "without its compiled kernel: SATUMEJA_PURE=1 asks for none" in told
    assert not [name for name in files if name.endswith((".so", ".pyd", ".c", ".h"))]


def test_a_compiler_that_fails_never_fails_an_install(tmp_path: Path) -> None:
    wheel, files, told = built(tmp_path, CC="false", SATUMEJA_PURE="")
    assert wheel.name.endswith("-py3-none-any.whl")
    (line,) = [line for line in told.splitlines() if "kernel" in line and "satumeja w" in line]
    assert line.startswith("satumeja without its compiled kernel: it did not compile (")
    assert not [name for name in files if name.endswith((".so", ".pyd"))]


@pytest.mark.skipif(
    sys.platform != "linux"
    or not shutil.which((sysconfig.get_config_var("CC") or "cc").split()[0]),
    reason="no compiler, or one whose output is not the same each time",
)
def test_a_wheel_with_the_kernel_is_for_all_pythons_from_311_and_the_same_each_time(
    tmp_path: Path,
) -> None:
    first, files, told = built(tmp_path / "first", SATUMEJA_PURE="")
    assert "-cp311-abi3-linux_" in first.name
    assert "satumeja with its compiled kernel" in told
    assert "satumeja/stability/kernel/_compiled.abi3.so" in files
    assert not [name for name in files if name.endswith((".c", ".h"))]
    again, *_ = built(tmp_path / "again", SATUMEJA_PURE="")
    assert first.read_bytes() == again.read_bytes()
