"""What an install builds: the compiled kernel where it can, and never a failure without."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


LARGEST_WHEEL, LARGEST_SDIST, LARGEST_FILE = 3_000_000, 7_000_000, 400_000
"""In bytes; docs/performance.md tells what they have. Raised on purpose, and told there."""
SHIPPED = {
    ".css",
    ".html",
    ".j2",
    ".js",
    ".json",
    ".py",
    ".pyi",
    ".toml",
    ".txt",
    ".typed",
    ".yaml",
}
DATED = {"SOURCE_DATE_EPOCH": "1640217600"}
PACKED = {
    *(".gitignore", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "Makefile"),
    *("PKG-INFO", "README.md", "RELEASING.md", "SECURITY.md", "benchmarks", "constraints.txt"),
    *("docs", "hatch_build.py", "pyproject.toml", "src", "tests", "tools", "training", "web"),
}


def built(
    folder: Path, target: str = "wheel", of: Path = ROOT, /, **environment: str
) -> tuple[Path, str]:
    """Build a wheel or an sdist of this checkout, or of another place; tell what was told."""
    pytest.importorskip("hatchling")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=of,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    (made,) = (*folder.glob("*.whl"), *folder.glob("*.tar.gz"))
    return made, done.stdout + done.stderr


def names_in(wheel: Path) -> list[str]:
    return zipfile.ZipFile(wheel).namelist()


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("sdist"), "sdist")[0]


def test_a_wheel_without_the_kernel_is_pure(tmp_path: Path) -> None:
    wheel, told = built(tmp_path, SATUMEJA_PURE="1")
    assert wheel.name.endswith("-py3-none-any.whl")
    assert "without its compiled kernel: SATUMEJA_PURE=1 asks for none" in told
    files = [
        file for file in zipfile.ZipFile(wheel).infolist() if ".dist-info/" not in file.filename
    ]
    assert {Path(file.filename).parts[0] for file in files} == {"satumeja"}
    assert {Path(file.filename).suffix for file in files} == SHIPPED
    assert [file.filename for file in files if file.file_size > LARGEST_FILE] == []
    assert wheel.stat().st_size <= LARGEST_WHEEL


def test_a_compiler_that_fails_never_fails_an_install(tmp_path: Path) -> None:
    wheel, told = built(tmp_path, CC="false", SATUMEJA_PURE="")
    assert wheel.name.endswith("-py3-none-any.whl")
    (line,) = [line for line in told.splitlines() if "kernel" in line and "satumeja w" in line]
    assert line.startswith("satumeja without its compiled kernel: it did not compile (")
    assert not [name for name in names_in(wheel) if name.endswith((".so", ".pyd"))]


@pytest.mark.skipif(
    sys.platform != "linux"
    or not shutil.which((sysconfig.get_config_var("CC") or "cc").split()[0]),
    reason="no compiler, or one whose output is not the same each time",
)
def test_a_wheel_with_the_kernel_is_for_all_pythons_from_311_and_the_same_each_time(
    tmp_path: Path, sdist: Path
) -> None:
    first, told = built(tmp_path / "first", SATUMEJA_PURE="", TZ="Pacific/Niue", **DATED)
    assert "-cp311-abi3-linux_" in first.name
    assert "satumeja with its compiled kernel" in told
    assert "satumeja/stability/kernel/_compiled.abi3.so" in names_in(first)
    assert not [name for name in names_in(first) if name.endswith((".c", ".h"))]
    # As it once held where libraries of the Python that built it are.
    kernel = zipfile.ZipFile(first).read("satumeja/stability/kernel/_compiled.abi3.so")
    assert not [path for path in (str(ROOT), f"{sys.base_prefix}/lib") if path.encode() in kernel]
    assert first.stat().st_size <= LARGEST_WHEEL
    # From the sdist, in another folder, by somebody who lets nobody else read.
    before = os.umask(0o077)
    try:
        with tarfile.open(sdist) as archive:
            archive.extractall(tmp_path / "elsewhere", filter="data")
        (source,) = (tmp_path / "elsewhere").iterdir()
        again, _ = built(
            *(tmp_path / "again", "wheel", source),
            SATUMEJA_PURE="",
            TZ="Pacific/Kiritimati",
            PYTHONHASHSEED="7",
            **DATED,
        )
    finally:
        os.umask(before)
    assert first.read_bytes() == again.read_bytes()
    assert {entry.date_time for entry in zipfile.ZipFile(first).infolist()} == {
        (2021, 12, 23, 0, 0, 0)
    }


def test_an_sdist_holds_what_is_kept_and_nothing_else(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        files = {member.name.partition("/")[2]: member for member in archive if member.isfile()}
    assert {name.partition("/")[0] for name in files} == PACKED
    assert [name for name, file in files.items() if file.size > LARGEST_FILE] == []
    assert sdist.stat().st_size <= LARGEST_SDIST
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("no checkout of git, to say what is kept")
    listing = [git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    kept = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert files.keys() - {"PKG-INFO"} <= {*kept.split("\0")}
