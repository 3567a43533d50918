"""Compare many decision makers of many statements, also cut short, with the literal reference.

    python tests/proofs/bounded.py --models 2000 --seed 1

draws option-form models of 4 to 6 decision makers with 10 to 12 statements each, decides the
five concepts by sets of states, for everybody, and compares every set. Then each is decided
again with a few looks at its budget: what is told as decided has to be what the reference has,
and what is not has to lie within the bounds that are told. Of every two models the one has its
variables arranged anew whenever a set has grown, as only large models have otherwise.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from literal import CONCEPTS, LiteralEngine, build
from literal.statespace import Native
from proofs.differential import Disagreement
from random_models import random_stated_model, to_yaml
from satumeja.formats import loads
from satumeja.stability import StateSet, SymbolicAnalysis, analyse_symbolically
from satumeja.stability.symbolic._arranging import ArrangedClosures
from stopping import Checks, cut_short

_WHOLE = 10**9
SMALL = ArrangedClosures.small


@dataclass
class Tally:
    """What was compared."""

    models: int = 0
    sets: int = 0
    bounded: int = 0
    undecided: int = 0
    members: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        for name, count in vars(other).items():
            setattr(self, name, getattr(self, name) + count)
        return self


def drawn(seed: int, total: int) -> Native:
    """Draw a model."""
    return random_stated_model(Random(seed), total=total)


class Truth:
    """What the reference has of a model, as sets of decimals."""

    def __init__(self, native: Native) -> None:
        engine = LiteralEngine(build(native))
        decimals = dict(zip(engine.model.states, decimals_of(native), strict=True))
        self.stable = {
            concept: {
                dm: {decimals[state] for state in engine.stable(concept, dm)}
                for dm in engine.model.dms
            }
            for concept in CONCEPTS
        }
        self.equilibria = {
            concept: set.intersection(*by_dm.values()) for concept, by_dm in self.stable.items()
        }
        self.strong = set.intersection(*self.equilibria.values())


def decimals_of(native: Native) -> list[int]:
    """Give the decimals of the feasible states, in the order of their numbers."""
    return [row["decimal"] for row in loads(to_yaml(native), name="m.yaml").states.to_json()]


def compare(native: Native, seed: int, backend: str | None = None, cuts: int = 2) -> Tally:
    """Compare all sets, and some analyses that are cut short. Raises Disagreement."""
    model, truth = loads(to_yaml(native), name="model.yaml"), Truth(native)
    result = analyse_symbolically(model, backend=backend)
    tally = Tally(models=1)
    for concept, by_dm in truth.stable.items():
        for dm, states in by_dm.items():
            _same(f"{concept} of {dm}", _members(result.stable(concept, dm)), states)
            tally.sets += 1
        _same(
            f"{concept} equilibria",
            _members(result.equilibria(concept)),
            truth.equilibria[concept],
        )
    rng = Random(seed)
    looks = Checks(_WHOLE)
    whole = cut_short(model, looks, backend)
    _same("undecided of the whole", whole.undecided, {})
    used = _WHOLE - looks.looks
    for _ in range(cuts):
        budget = Checks(rng.randrange(used), rng.choice(["time", "memory"]))
        tally += compare_bounds(cut_short(model, budget, backend), truth)
    return tally


def compare_bounds(result: SymbolicAnalysis, truth: Truth) -> Tally:
    """Require that what is decided is so, and the rest within its bounds."""
    tally = Tally(bounded=1)
    for concept, by_dm in truth.stable.items():
        lacking = result.undecided.get(concept, {})
        for dm, states in by_dm.items():
            bounds = result.bounds(concept, dm)
            _enclose(f"{concept} of {dm}", bounds.at_least, states, bounds.at_most)
            if dm not in lacking:
                _same(f"{concept} of {dm}, decided", _members(result.stable(concept, dm)), states)
            _same(f"{concept} of {dm} is open", not bounds.exact, dm in lacking)
            tally.undecided += dm in lacking
        bounds = result.bounds(concept)
        _enclose(
            f"{concept} equilibria", bounds.at_least, truth.equilibria[concept], bounds.at_most
        )
        if bounds.exact:
            _same(
                f"{concept} equilibria",
                _members(result.equilibria(concept)),
                truth.equilibria[concept],
            )
    bounds = result.strong_bounds
    _enclose("strong equilibria", bounds.at_least, truth.strong, bounds.at_most)
    assert result.parts is not None
    makers = [dm.id for dm in result.model.decision_makers]
    for (concept, place, code), stable in result.parts.members.items():
        dm = makers[place]
        _same(f"{concept} of {dm} at {code}", stable, code in truth.stable[concept][dm])
        tally.members += 1
    return tally


def _enclose(what: str, least: StateSet, states: set[int], most: StateSet) -> None:
    surely, possibly = _members(least), _members(most)
    if not surely <= states <= possibly:
        bounds = f"{sorted(surely)} to {sorted(possibly)}"
        raise Disagreement(f"{what}: {sorted(states)} is not within {bounds}")


def _members(states: StateSet) -> set[int]:
    # In one question: each takes a look at the limits, of which a large set has thousands.
    return set(states.sample(states.count))


def _same(what: str, result: object, expected: object) -> None:
    if result != expected:
        raise Disagreement(f"{what}: found {result}, expected {expected}")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--models", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--options", type=int, default=7, help="most options of a model")
    parser.add_argument("--cuts", type=int, default=2, help="how often each is cut short")
    asked = parser.parse_args()
    start, tally, failures = time.perf_counter(), Tally(), 0
    for done, seed in enumerate(range(asked.seed, asked.seed + asked.models), 1):
        native = drawn(seed, asked.options)
        ArrangedClosures.small = seed % 2 * SMALL
        try:
            tally += compare(native, seed, cuts=asked.cuts)
        except Disagreement as disagreement:
            failures += 1
            print(f"seed {seed}: {disagreement}\n{to_yaml(native)}")  # noqa: T201
        if done % 200 == 0 or done == asked.models:
            print(  # noqa: T201
                f"{done:,} models from seed {asked.seed}: {tally.models:,} agree in "
                f"{tally.sets:,} sets; cut short {tally.bounded:,} times, {tally.undecided:,} "
                f"sets undecided and bounded, {tally.members:,} single states decided, "
                f"{failures} disagree ({time.perf_counter() - start:.0f} s)",
                flush=True,
            )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
