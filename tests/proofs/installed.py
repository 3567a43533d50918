"""Install the wheel made from the sdist with each Python named, and test what was installed.

    python tests/proofs/installed.py python3.11 python3.12 python3.13 python3.14

For each: the sdist is made a wheel, in a clean environment, with the compiled kernel and then
(``SATUMEJA_PURE=1``) without; the wheel is installed with the releases of constraints.txt and
nothing optional; the demo runs; then what tests need is installed beside it and the tests of
ROOMS are run from the unpacked sdist, whose package is a link to the one installed, so that
nothing but the wheel can be what they test. A Python that is not there is told as such, and fails
nothing.

``--sdist FILE`` takes one that is there, as in a Debian of another suite, where this script runs
alone; without it hatchling of this Python makes one of the checkout.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve()
ROOMS = [
    "bundles",
    "brief",
    "cli",
    "dossier",
    "evidence",
    "exchange",
    "exports",
    "files",
    "formats",
    "front",
    "gallery",
    "model",
    "questions",
    "report",
    "schemas",
    "stability",
    "table",
    "web/models",
    "test_further.py",
    "test_every_concept.py",
    "test_differential.py",
    "test_startup.py",
    "test_errors.py",
    "test_reprs.py",
]
"""What is tested: all that does not speak of the checkout itself."""


def ran(*words: str, cwd: Path, **environment: str) -> str:
    """Run a program, and give what it printed; where it fails, all of that is told."""
    done = subprocess.run(
        words,
        cwd=cwd,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}\n{done.stdout[-6000:]}")
    return done.stdout


def sdist_of(checkout: Path, folder: Path) -> Path:
    """Make an sdist of a checkout."""
    ran(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder), cwd=checkout)
    (made,) = folder.glob("*.tar.gz")
    return made


def unpacked(sdist: Path, folder: Path) -> Path:
    """Unpack an sdist, and give the folder it holds."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (inside,) = folder.iterdir()
    return inside


def tried(python: str, sdist: Path, folder: Path, *, pure: bool, rooms: Sequence[str]) -> str:
    """Build, install, run the demo and the tests with one Python; give a line on it."""
    folder.mkdir()
    source = unpacked(sdist, folder / "source")
    lock = str(source / "constraints.txt")
    ran(python, "-m", "venv", str(folder / "venv"), cwd=folder)
    mine = str(folder / "venv" / "bin" / "python")
    pip = (mine, "-m", "pip", "--disable-pip-version-check", "--quiet")
    ran(*pip, "install", "--constraint", lock, "pip", cwd=folder)
    building = ("--constraint", lock, "--build-constraint", lock)
    ran(
        *(*pip, "wheel", *building, "--no-deps", "--wheel-dir", str(folder), str(sdist)),
        cwd=folder,
        SATUMEJA_PURE="1" if pure else "",
    )
    (wheel,) = folder.glob("satumeja*.whl")
    if pure != wheel.name.endswith("-py3-none-any.whl"):
        raise RuntimeError(f"{wheel.name}: pure={pure} was asked for")
    ran(*pip, "install", *building, str(wheel), cwd=folder)
    ran(str(folder / "venv" / "bin" / "satumeja"), "demo", cwd=folder)
    place = ran(mine, "-c", "import satumeja; print(satumeja.__path__[0])", cwd=folder).strip()
    shutil.rmtree(source / "src" / "satumeja")
    (source / "src" / "satumeja").symlink_to(place)
    ran(*pip, "install", *building, "--group", "test", cwd=source)
    told = ran(
        *(mine, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"),
        *(f"tests/{room}" for room in rooms),
        cwd=source,
    )
    version = ran(mine, "-VV", cwd=folder).split(" (")[0]
    return f"{version}: {wheel.name}: demo, {told.strip().splitlines()[-1].strip('= ')}"


def main() -> int:
    """Try each Python, both ways."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("python", nargs="*", default=["python3.11"])
    parser.add_argument("--sdist", type=Path)
    parser.add_argument("--rooms", default=" ".join(ROOMS), help="what of tests/ is run")
    parser.add_argument("--only", choices=("pure", "compiled"), help="one way alone")
    asked = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sdist = (
            asked.sdist.resolve() if asked.sdist else sdist_of(HERE.parents[2], folder / "sdist")
        )
        for number, python in enumerate(asked.python):
            if not shutil.which(python):
                print(f"{python}: not there, not tried")  # noqa: T201
                continue
            for pure in (False, True):
                if asked.only and asked.only != ("pure" if pure else "compiled"):
                    continue
                place = folder / f"{number}-{'pure' if pure else 'compiled'}"
                try:
                    told = tried(python, sdist, place, pure=pure, rooms=asked.rooms.split())
                except RuntimeError as error:
                    failed, told = True, f"{python}: failed: {error}"
                print(told, flush=True)  # noqa: T201
                shutil.rmtree(place, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
