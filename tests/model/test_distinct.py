"""The different values of an array are those that numpy gives."""

from __future__ import annotations

import numpy as np
import pytest

from satumeja.model.kit import distinct


@pytest.mark.parametrize("kind", [np.int64, np.intp, np.int32, np.uint8, np.float64])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 500])
def test_the_values_are_those_of_numpy(kind: type[np.generic], count: int) -> None:
    values = np.random.default_rng(count).integers(0, 60, count).astype(kind)
    before = values.copy()
    found = distinct(values)
    assert found.dtype == values.dtype
    assert found.tolist() == np.unique(values).tolist()
    assert values.tolist() == before.tolist()
