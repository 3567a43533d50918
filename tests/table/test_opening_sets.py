"""Openings under many preferences at once are those under each by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from satumeja import formats
from satumeja.gallery import load
from satumeja.model import Model, Prioritisation, Ranking
from satumeja.table import openings
from satumeja.table.kit import OpeningSets
from table.agreement import drawn

PROFILES = 6


def preferring(model: Model, dm: str, preference: Prioritisation | Ranking) -> Model:
    makers = model.decision_makers
    return replace(
        model,
        decision_makers=tuple(
            replace(each, preference=preference) if each.id == dm else each for each in makers
        ),
    )


def eases(model: Model, table: str, start: int) -> set[tuple[str, ...]]:
    return {each.ease for each in openings(model, table, start=start, judge=False).openings}


def opened(found: OpeningSets, profile: int, **likings: np.ndarray) -> set[tuple[str, ...]]:
    minimal = found.minimal({dm: likings.get(dm, found.own(dm)) for dm in found.members})
    column = minimal[:, min(profile, minimal.shape[1] - 1)]
    return {ease for ease, flag in zip(found.eases, column, strict=True) if flag}


@pytest.mark.parametrize("seeds", [range(k, k + 20) for k in range(1, 101, 20)], ids=str)
def test_every_order_and_ranking_opens_what_it_would_by_itself(seeds: range) -> None:
    met = Counter[str]()
    for seed in (seed for seed in seeds if seed % 4):
        native, start = drawn(seed)
        model, rng = formats.from_dict(native), np.random.default_rng(seed)
        for table in model.tables:
            found = OpeningSets(model, table.id, start)
            assert opened(found, 0) == eases(model, table.id, start)
            for dm in found.members:
                met += vary(model, found, table.id, start, dm, rng)
    assert min(met["openings"], met["orders"], met["rankings"], met["left out"]) > 0


def vary(
    model: Model, found: OpeningSets, table: str, start: int, dm: str, rng: np.random.Generator
) -> Counter[str]:
    """Give a member other orders of its statements, some left out, or other rankings."""
    met, preference, n = Counter[str](), model[dm].preference, len(model.states)
    said = preference.statements if isinstance(preference, Prioritisation) else ()
    orders = [list(rng.permutation(len(said))[: rng.integers(len(said) + 1)]) for _ in range(6)]
    padded = np.full((len(said), len(orders)), -1)
    for column, order in enumerate(orders):
        padded[: len(order), column] = order
    ranked = np.array([rng.permutation(n) for _ in range(PROFILES)]).T + 1
    likings = {"ranked": found.ranked(ranked)}
    if said:
        likings["ordered"] = found.ordered(dm, padded)
    for k in range(PROFILES):
        listed = Ranking(tuple((int(s) + 1,) for s in np.argsort(-ranked[:, k])))
        expected = eases(preferring(model, dm, listed), table, start)
        assert opened(found, k, **{dm: likings["ranked"]}) == expected
        met += Counter(rankings=1, openings=len(expected))
        if said:
            stated = Prioritisation(tuple(said[j] for j in orders[k]))
            expected = eases(preferring(model, dm, stated), table, start)
            assert opened(found, k, **{dm: likings["ordered"]}) == expected
            met += Counter({"orders": 1, "left out": len(orders[k]) < len(said)})
    return met


def test_a_table_that_can_bring_nothing_about_has_no_sets() -> None:
    model = load("chicken").with_infeasible("row.defect")
    found = OpeningSets(model, ["row"], 1)
    assert found.minimal({"row": found.own("row")}).shape == (0, 1)
    assert found.eases == []
