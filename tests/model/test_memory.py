"""Memory is asked for before it is taken, wherever a system says how much there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from satumeja.errors import LimitError
from satumeja.model import _memory
from satumeja.model.kit import require_memory


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "meminfo").write_text("MemTotal: 4000 kB\nMemAvailable: 3000 kB\n")
    monkeypatch.setattr(_memory, "_SYSTEM", tmp_path / "meminfo")
    monkeypatch.setattr(_memory, "_GROUP", tmp_path)
    return tmp_path


def test_what_is_available_decides(system: Path) -> None:
    require_memory(3_072_000, "this")
    with pytest.raises(LimitError, match=r"this would take .* GB are free$"):
        require_memory(3_072_001, "this")


def test_the_limit_of_a_container_counts(system: Path) -> None:
    (system / "memory.max").write_text("2000000\n")
    (system / "memory.current").write_text("500000\n")
    require_memory(1_500_000, "this")
    with pytest.raises(LimitError, match="GB are free"):
        require_memory(1_500_001, "this")
    (system / "memory.max").write_text("max\n")
    require_memory(3_000_000, "this")


def test_where_nothing_is_said_all_memory_counts(system: Path) -> None:
    (system / "meminfo").unlink()
    require_memory(1 << 20, "this")
    with pytest.raises(LimitError, match="this would take"):
        require_memory(1 << 60, "this")
