"""Whatever a file holds: a model, or one error with its faults; quickly, and nothing else."""

from __future__ import annotations

import pytest

from formats.mutations import KEYS, TREES, nodes
from proofs.fuzz_formats import run

BATCHES = 20


@pytest.mark.parametrize("batch", range(BATCHES))
def test_only_model_errors_escape(batch: int) -> None:
    result = run(files=2_000 // BATCHES, seed=batch)
    assert result.escaped == []
    assert result.loaded > 0
    assert result.refused > 0
    assert result.slowest < 1.0


def test_every_key_a_file_may_have_is_there_to_be_spoilt() -> None:
    there = {step for tree in TREES for path in nodes(tree) for step in path}
    assert set(KEYS) - there == set()
