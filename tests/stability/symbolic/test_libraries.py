"""The libraries below the symbolic engine give the same answers, to the byte; one is enough."""

from __future__ import annotations

import gc
import json
import sys
from importlib.util import find_spec
from random import Random

import pytest

from proofs.symbolic import drawn
from random_models import to_yaml
from satumeja.formats import loads
from satumeja.model import Model
from satumeja.stability import CONCEPTS, analyse
from satumeja.stability.symbolic._analysis import analyse_symbolically
from satumeja.stability.symbolic._dd import DdSpace
from satumeja.stability.symbolic._libraries import BACKENDS, space_of
from satumeja.stability.symbolic._space import Limits
from stability.symbolic.test_analysis import larger

HERE = [backend for backend in BACKENDS if find_spec(backend)]


def told(model: Model, backend: str, cells: int) -> str:
    """Give what is said of a model: verdicts, sets as patterns, witnesses of some cells."""
    found = analyse_symbolically(model, backend=backend)
    sets = {concept: str(found.equilibria(concept).patterns(most=30)) for concept in CONCEPTS}
    rng, makers = Random(7), [maker.id for maker in model.decision_makers]
    states = [state["decimal"] for state in analyse(model).to_json()["states"]]
    chosen = [
        (rng.choice(states), rng.choice(makers), rng.choice([*CONCEPTS])) for _ in range(cells)
    ]
    witnesses = [found.explain(*cell, most=50).to_json() for cell in chosen]
    return json.dumps([found.to_json(), sets, witnesses])


@pytest.mark.skipif(len(HERE) < 2, reason="one library is installed")
@pytest.mark.parametrize("seed", range(24))
def test_verdicts_sets_and_witnesses_are_the_same(seed: int) -> None:
    model = loads(to_yaml(drawn(seed, total=7)), name="model.yaml")
    first, *others = (told(model, backend, 12) for backend in HERE)
    assert others == [first] * len(others)


@pytest.mark.skipif(len(HERE) < 2, reason="one library is installed")
@pytest.mark.parametrize("seed", range(3))
def test_they_are_of_larger_models_too(seed: int) -> None:
    model = larger(seed, width=3, movers=3)
    first, *others = (told(model, backend, 12) for backend in HERE)
    assert others == [first] * len(others)


@pytest.mark.parametrize("lacking", [(), ("oxidd",), ("oxidd", "dd.cudd")])
def test_the_next_one_is_taken_where_one_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, lacking: tuple[str, ...]
) -> None:
    for name in lacking:
        loaded = [module for module in sys.modules if f"{module}.".startswith(f"{name}.")]
        for module in {name, *loaded}:
            monkeypatch.setitem(sys.modules, module, None)
        monkeypatch.delitem(sys.modules, "satumeja.stability.symbolic._oxidd", raising=False)
    space = space_of(["a", "b"], Limits())
    expected = next(name for name in HERE if name not in lacking)
    assert space.backend == expected


def test_sets_that_end_with_their_manager_are_nobodys_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In one round of garbage, as where a result refers to what it is of; in pure Python."""
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    for _ in range(5):
        space = DdSpace(["x", "y"], Limits(), backend="dd.autoref")
        held: list[object] = [space, space.variable("x") & space.variable("y")]
        held.append(held)
        del space, held
    gc.collect()
    assert told == []
