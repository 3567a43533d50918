"""Time of inverse questions: ``python benchmarks/inverse.py [--options 10]``.

Prints, for a model of 2 ** options states and three decision makers, the time in which the
rankings that make a state an equilibrium are counted exactly and the least change is found;
for seven states, the same against going through all 5,040 rankings; and what the answers of
December 2021 rest on, against analysing each changed model by itself. CPU seconds.
"""

from __future__ import annotations

import argparse
from dataclasses import replace

import numpy as np
from kept import Record
from models import ranked
from tables import seconds, stated

from satumeja.gallery import load
from satumeja.model import Model, Prioritisation, Ranking, Rule
from satumeja.model.kit import Pattern, statements_of
from satumeja.questions import every_ranking, invert, rests_on, sweep
from satumeja.questions.leaning._assumptions import Edit, assumption_changes
from satumeja.questions.leaning._statements import Statements
from satumeja.table import compare

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")


def seven() -> Model:
    """Make a model of seven states."""
    model = replace(ranked(3, 2), infeasible=(Rule(Pattern(7, 7), "all of them"),))
    orders = [np.random.default_rng(k).permutation(7) + 1 for k in range(2)]
    makers = tuple(
        replace(dm, preference=Ranking(tuple((int(state),) for state in order)))
        for dm, order in zip(model.decision_makers, orders, strict=True)
    )
    return replace(model, decision_makers=makers)


def after(model: Model, edit: Edit) -> Model:
    """Return the model after a change to an assumption."""
    if edit.model is not None or edit.place is None or edit.order is None:
        return edit.model or model
    dm = model.decision_makers[edit.place]
    listed = statements_of(dm.preference)
    return model.with_preferences({dm.id: Prioritisation(tuple(listed[k] for k in edit.order))})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--options", type=int, default=10)
    asked = parser.parse_args()
    with Record("inverse.py") as record:
        measure(asked.options, record)


def measure(options: int, record: Record) -> None:
    for name, model in (
        ("statements", stated(options)),
        ("strict rankings", ranked(options, 3)),
    ):
        for concept in CONCEPTS:
            took = seconds(lambda m=model, c=concept: invert(m, 1, c), 1)  # type: ignore[misc]
            print(
                f"{len(model.states):7,} states, {name:15} {concept:5} {took:6.2f} s", flush=True
            )
            record.note(f"{len(model.states):,} states, {name}, {concept}", took)
    small = seven()
    took = seconds(lambda: [invert(small, 1, concept, dm="d0") for concept in CONCEPTS])
    brute = seconds(lambda: sweep(every_ranking(small, "d0")), 1)
    print(f"      7 states, all concepts: {took:.3f} s; all 5,040 rankings at once {brute:.3f} s")
    record.note("7 states, all concepts", took)
    record.note("7 states, all 5,040 rankings", brute)
    december = load("december-2021-b")
    edits = [*assumption_changes(december, Statements(december))]
    took = seconds(lambda: rests_on(december), 1)
    record.note("51 states, rests-on with 1,000 orders", took)
    alone = seconds(lambda: [compare(after(december, edit)) for edit in edits], 1)
    print(
        f"     51 states, rests-on: {took:.2f} s with 1,000 orders; "
        f"{len(edits)} changes one by one, without openings or orders {alone:.2f} s"
    )


if __name__ == "__main__":
    main()
