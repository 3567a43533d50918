"""Whatever sheets hold: a model, or one error with its faults; quickly, and nothing else."""

from __future__ import annotations

import pytest

from proofs.fuzz_sheets import run


@pytest.mark.parametrize("batch", range(4))
def test_only_model_errors_escape(batch: int) -> None:
    result = run(files=100, seed=batch)
    assert result.escaped == []
    assert result.loaded > 0
    assert result.refused > 0
    assert result.slowest < 2.0
