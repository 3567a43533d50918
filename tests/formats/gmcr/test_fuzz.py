"""Whatever a .gmcr file holds: a model, or one error with its faults; quickly, no other."""

from __future__ import annotations

import pytest

from proofs.fuzz_gmcr import run

BATCHES = 20


@pytest.mark.parametrize("batch", range(BATCHES))
def test_only_model_errors_escape(batch: int) -> None:
    result = run(files=2_000 // BATCHES, seed=batch)
    assert result.escaped == []
    assert result.loaded > 0
    assert result.refused > 0
    assert result.slowest < 2.0
