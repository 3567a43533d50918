"""Compare the symbolic engine with the literal reference, the explicit engine and the checker.

    python tests/proofs/symbolic.py --models 20000 --seed 1

draws option-form models (statements and weights; rankings are what this engine refuses),
analyses each with the library that is used by default, every tenth also with each of the others
that are installed, and prints what was compared. With --library one of them decides all models.
Of every two models the one has its variables arranged anew whenever a set has grown, as only
large models have otherwise. The first disagreement of each model is printed with the model.
"""

from __future__ import annotations

import argparse
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checker import WitnessRejected, check_witness
from literal import CONCEPTS, LiteralEngine, OptionForm, build
from literal.statespace import Native
from proofs.differential import Count, Disagreement
from random_models import PREFERENCES, random_option_model, to_yaml
from satumeja.formats import loads
from satumeja.stability import analyse
from satumeja.stability.symbolic._analysis import SymbolicAnalysis, analyse_symbolically
from satumeja.stability.symbolic._arranging import ArrangedClosures
from satumeja.stability.symbolic._libraries import BACKENDS

SMALL = ArrangedClosures.small


def drawn(seed: int, total: int) -> Native:
    """Draw a model whose preferences are statements and weights."""
    rng = Random(seed)
    native = random_option_model(rng, total=total)
    space = OptionForm(native)
    for content in native["decision_makers"].values():
        if content.pop("ranking", None):
            kind = rng.choice(["preferences", "weights"])
            content[kind] = PREFERENCES[kind](rng, space)
    return native


def compare(native: Native, seed: int, backend: str | None = None, witnesses: int = 10) -> Count:
    """Compare every cell, the patterns, and some witnesses. Raises Disagreement."""
    model = loads(to_yaml(native), name="model.yaml")
    found = analyse_symbolically(model, backend=backend)
    report, listed = found.to_json(), analyse(model).to_json()
    reference = LiteralEngine(build(native))
    dms, states = reference.model.dms, reference.model.states
    for concept in CONCEPTS:
        by_dm = {dm: reference.stable(concept, dm) for dm in dms}
        _same(f"{concept} stable", report["stable"][concept], by_dm)
        everyone = sorted(set(states).intersection(*by_dm.values()))
        _same(f"{concept} equilibria", report["equilibria"][concept], everyone)
    _same("report", report | {"engine": ""}, listed | {"engine": ""})
    if witnesses:
        _compare_patterns(found, listed["states"])
    rng = Random(seed)
    for _ in range(witnesses):
        cell = rng.choice(listed["states"]), rng.choice(dms), rng.choice(CONCEPTS)
        _compare_witness(found, reference, *cell)
    return Count(1, len(states) * len(dms) * len(CONCEPTS), witnesses)


def _compare_patterns(found: SymbolicAnalysis, listed: list[Native]) -> None:
    """Require that each state lies in exactly one pattern of its set."""
    held = found.equilibria("gmr")
    patterns = held.patterns(most=10**6)
    _same("number of patterns", len(patterns.shown), patterns.total)
    for state in listed:
        fits = [p for p in patterns.shown if _fits(p, state["form"])]
        _same(f"patterns of {state['form']}", len(fits), int(state["decimal"] in held))
    _same(
        "states the patterns stand for", sum(2 ** p.count("-") for p in patterns.shown), held.count
    )


def _fits(pattern: str, form: str) -> bool:
    return all(wanted in ("-", letter) for wanted, letter in zip(pattern, form, strict=True))


def _compare_witness(
    found: SymbolicAnalysis, reference: LiteralEngine, state: Native, dm: str, concept: str
) -> None:
    verdict = found.explain(state["decimal"], dm, concept, most=10**6)
    cell = f"{concept} of {dm} at {state['number']}"
    _same(f"number of {cell}", verdict.state, state["number"])
    _same(f"decimal of {cell}", found.decimal(state["number"]), state["decimal"])
    _same(f"verdict on {cell}", verdict.stable, reference.is_stable(dm, verdict.state, concept))
    better = reference.improvements(dm, verdict.state)
    _same(f"improvements of {cell}", sorted(verdict.improvements), sorted(better))
    _same(f"number of improvements of {cell}", verdict.total, len(better))
    free = [
        t
        for t in better
        if concept == "nash" or not reference.sanctioned(dm, verdict.state, t, concept)
    ]
    _same(f"unsanctioned improvements of {cell}", verdict.unsanctioned, len(free))
    try:
        check_witness(reference.model, verdict.to_json())
    except WitnessRejected as rejection:
        raise Disagreement(f"witness of {cell}: {rejection}") from rejection


def _same(what: str, found: object, expected: object) -> None:
    if found != expected:
        raise Disagreement(f"{what}: found {found}, expected {expected}")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--models", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--options", type=int, default=7, help="most options of a model")
    parser.add_argument(
        "--witnesses", type=int, default=10, help="witnesses a model; 0: cells alone, no patterns"
    )
    parser.add_argument("--library", choices=BACKENDS, help="the one that makes the diagrams")
    asked = parser.parse_args()
    libraries = (
        [asked.library] if asked.library else [name for name in BACKENDS if find_spec(name)]
    )
    start, count, failures = time.perf_counter(), Count(), 0
    for done, seed in enumerate(range(asked.seed, asked.seed + asked.models), 1):
        native = drawn(seed, asked.options)
        ArrangedClosures.small = seed % 2 * SMALL
        try:
            for library in libraries if seed % 10 == 0 else libraries[:1]:
                count += compare(native, seed, library, asked.witnesses)
        except Disagreement as disagreement:
            failures += 1
            print(f"seed {seed}: {disagreement}\n{to_yaml(native)}")  # noqa: T201
        if done % 1000 == 0 or done == asked.models:
            print(  # noqa: T201
                f"{done:,} models from seed {asked.seed}: {count.models:,} analyses agree in "
                f"{count.cells:,} cells, {count.witnesses:,} witnesses accepted, "
                f"{failures} disagree ({time.perf_counter() - start:.0f} s)",
                flush=True,
            )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
