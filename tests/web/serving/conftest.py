"""A case, and the whole app on it, guard and all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from satumeja import gallery
from served import Served, served_at


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a person's own folder that is empty."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def folder(home: Path) -> Path:
    """Give the folder of a case with one model."""
    case = home / "talks"
    case.mkdir()
    (case / "chicken.yaml").write_text(gallery.text("chicken"), encoding="utf-8")
    return case


@pytest.fixture
def served(folder: Path) -> Iterator[Served]:
    """Give the app on a case."""
    with served_at(folder) as app:
        yield app


@pytest.fixture
def shown_only(folder: Path) -> Iterator[Served]:
    """Give the app on a case that is only looked at."""
    with served_at(folder, read_only=True) as app:
        yield app
