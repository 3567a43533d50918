"""A folder as the demo leaves it, and a process that runs commands in it with a fault around."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from forked import Call, Nursery

collect_ignore_glob = [] if os.name == "posix" else ["test_*.py"]


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with Nursery() as process:
        yield process


@pytest.fixture(scope="session")
def _desk(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    for words in (["demo"], ["dossier", "demo-output/report.txt", "-o", "demo-output/talks.db"]):
        assert nursery.run(Call(words, str(folder))).code == 0
    return folder


@pytest.fixture
def desk(_desk: Path, tmp_path: Path) -> Path:
    """A folder with that of the demo, and a dossier in it."""
    shutil.copytree(_desk, tmp_path / "desk")
    return tmp_path / "desk"
