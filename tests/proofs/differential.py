"""Compare the product with the literal reference engine, cell by cell, and check every witness.

    python tests/proofs/differential.py --models 5000 --seed 1

draws models (a quarter in graph form), adds all 5,625 weak-order 2x2 games, and prints what
was compared. The first disagreement of each model is printed with the model that shows it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checker import WitnessRejected, check_witness
from literal import CONCEPTS, LiteralEngine, build, status_quo
from literal.statespace import Coalesced, Native, graph_states, space_of
from random_models import (
    random_graph_model,
    random_option_model,
    to_yaml,
    two_by_two_games,
)
from satumeja.formats import loads
from satumeja.stability import Verdict, analyse, explain_all


class Disagreement(AssertionError):  # noqa: N818
    """The product and the reference decide differently."""


@dataclass
class Count:
    """What was compared."""

    models: int = 0
    cells: int = 0
    witnesses: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.models + other.models,
            self.cells + other.cells,
            self.witnesses + other.witnesses,
        )


def compare(native: Native, file_format: str = "yaml") -> Count:
    """Compare one model in every cell of the five concepts and check every witness.

    The model goes to the product as the text of a file. Raises Disagreement.
    """
    text = to_yaml(native) if file_format == "yaml" else json.dumps(native)
    model = loads(text, name=f"model.{file_format}")
    found = analyse(model)
    reference = LiteralEngine(build(native))
    dms, states = reference.model.dms, reference.model.states
    expected = {c: {dm: reference.stable(c, dm) for dm in dms} for c in CONCEPTS}
    for concept, by_dm in expected.items():
        for dm, stable in by_dm.items():
            _same(f"{concept} of {dm}", found.stable(concept, dm).tolist(), stable)
        everyone = set(states).intersection(*by_dm.values())
        _same(f"{concept} equilibria", found.equilibria(concept).tolist(), sorted(everyone))
    _compare_report(native, found.to_json(), expected)
    verdicts = explain_all(model, states, dms, list(CONCEPTS))
    for verdict in verdicts:
        witness = verdict.to_json()
        cell = f"{witness['concept']} of {witness['dm']} at {witness['state']}"
        holds = witness["state"] in expected[witness["concept"]][witness["dm"]]
        _same(f"verdict on {cell}", witness["stable"], holds)
        try:
            check_witness(reference.model, witness)
        except WitnessRejected as rejection:
            raise Disagreement(f"witness of {cell}: {rejection}") from rejection
    for verdict in verdicts[::5]:
        assert isinstance(verdict, Verdict)
        _compare_unsanctioned(verdict, reference)
    cells = len(states) * len(dms) * len(CONCEPTS)
    _same("number of verdicts", len(verdicts), cells)
    return Count(1, cells, len(verdicts))


def _compare_unsanctioned(verdict: Verdict, reference: LiteralEngine) -> None:
    """Require that the improvements nobody sanctions were counted, by definition."""
    dm, state, concept = verdict.dm, verdict.state, verdict.concept
    free = [
        target
        for target in reference.improvements(dm, state)
        if concept == "nash" or not reference.sanctioned(dm, state, target, concept)
    ]
    _same(f"unsanctioned for {dm} at {state} ({concept})", verdict.unsanctioned, len(free))


def _same(what: str, found: object, expected: object) -> None:
    if found != expected:
        raise Disagreement(f"{what}: found {found}, by definition {expected}")


def _compare_report(
    native: Native, report: Native, expected: dict[str, dict[str, list[int]]]
) -> None:
    _same("stable in the report", report["stable"], expected)
    _same("status quo", report["status_quo"], status_quo(native))
    if "states" in native:
        forms = graph_states(native)
    else:
        space = space_of(native)
        forms = [space.form(s) for s in space.states]
        decimals = [space.decimal(s) for s in space.states]
        _same("decimals", [state["decimal"] for state in report["states"]], decimals)
        if isinstance(space, Coalesced):
            members = [space.members(s) for s in space.states]
            _same("members", [state["members"] for state in report["states"]], members)
    _same("forms", [state["form"] for state in report["states"]], forms)
    _same("numbers", [s["number"] for s in report["states"]], list(range(1, len(forms) + 1)))


def drawn_models(count: int, first_seed: int, total: int) -> Iterator[tuple[str, Native]]:
    """Draw models with the seeds first_seed, first_seed + 1, ...; every fourth in graph form."""
    for seed in range(first_seed, first_seed + count):
        if seed % 4 == 0:
            yield f"graph form, seed {seed}", random_graph_model(Random(seed))
        else:
            yield f"option form, seed {seed}", random_option_model(Random(seed), total=total)


def prove(models: Iterator[tuple[str, Native]], file_format: str) -> tuple[Count, int]:
    """Compare all models, print the disagreements, and count both."""
    count, failures = Count(), 0
    for name, native in models:
        try:
            count += compare(native, file_format)
        except Disagreement as disagreement:
            failures += 1
            print(f"{name}: {disagreement}\n{to_yaml(native)}")  # noqa: T201
    return count, failures


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--models", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--options", type=int, default=8, help="most options of a model")
    asked = parser.parse_args()
    games = ((f"2x2 game {k}", native) for k, native in enumerate(two_by_two_games()))
    failures = 0
    for name, models, file_format in (
        ("random models", drawn_models(asked.models, asked.seed, asked.options), "yaml"),
        ("2x2 games", games, "json"),
    ):
        start = time.perf_counter()
        count, failed = prove(models, file_format)
        failures += failed
        print(  # noqa: T201
            f"{name}: {count.models:,} agree in {count.cells:,} cells, "
            f"{count.witnesses:,} witnesses accepted, {failed} disagree "
            f"({time.perf_counter() - start:.0f} s)",
            flush=True,
        )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
