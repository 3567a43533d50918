"""How many states each rule of a model leaves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from satumeja.errors import LimitError
from satumeja.formats.compiling import LARGEST
from satumeja.model import Model, holds
from satumeja.model.kit import Codes, feasible_codes

__all__ = ["survivors"]


def survivors(model: Model) -> Iterator[int | None]:
    """Count the states left by the first 0, 1, 2 ... rules; None where they are too many.

    Notes
    -----
    Cost: states are listed as often as it takes to halve the number of rules down to one.
    """
    options, conditions = len(model.options), [rule.condition for rule in model.infeasible]
    yield 1 << options

    def listed(count: int) -> Codes | None:
        try:
            return feasible_codes(options, conditions[:count], LARGEST)
        except LimitError:
            return None

    # A rule only ever takes states away: the first that leaves few enough is found by halving.
    counts = range(1, len(conditions) + 1)
    first = bisect_left(counts, True, key=lambda count: listed(count) is not None)
    yield from (None for _ in counts[:first])
    codes = listed(first + 1) if first < len(counts) else None
    for condition in conditions[first:]:
        assert codes is not None  # noqa: S101 that many rules leave few enough
        codes = codes[~holds(condition, codes)]
        yield len(codes)
