"""Compare packages and bargaining solutions with the definitions, package by package."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from random import Random
from typing import Any

from literal import CONCEPTS
from literal.statespace import Native
from satumeja import formats
from satumeja.errors import QuestionError
from satumeja.table import packages
from table.agreement import drawn as drawn_table
from table.agreement import same
from table.reference import Reference


def drawn(seed: int) -> tuple[Native, int]:
    """Draw a model and a start; half of those in option form with weights for everybody."""
    native, start = drawn_table(seed)
    rng = Random(seed)
    if "states" not in native and rng.random() < 0.6:
        count = sum(len(c["options"]) for c in native["decision_makers"].values())
        for content in native["decision_makers"].values():
            for key in ("preferences", "ranking", "weights"):
                content.pop(key, None)
            content["weights"] = {str(k + 1): rng.randint(-4, 4) for k in range(count)}
    return native, start


def compare(native: Native, start: int, rng: Random) -> Counter[str]:
    """Compare what beats walking away, and what is chosen, for one table."""
    reference, model = Reference(native, start), formats.from_dict(native)
    ids = reference.model.dms
    members = tuple(dm for dm in ids if rng.random() < 0.7) or (ids[0],)
    concept, how = rng.choice(CONCEPTS), rng.choice(["worst", "best", "state"])
    held = [s for s in reference.model.states if reference.holds(s, concept)]
    number = rng.choice(reference.model.states)
    no_deal: Any = number if how == "state" else how
    if how == "state":
        held = [number]
    try:
        found = packages(model, members, start=start, no_deal=no_deal, concept=concept)
    except QuestionError as error:
        same("nothing to walk away to", (held, "no state holds" in str(error)), ([], True))
        return Counter({"packages": 1, "no stable state": 1})
    same("without a deal", found.without.tolist(), held)
    have = {}
    for dm in members:
        pick = max if how == "best" else min
        have[dm] = pick(held, key=lambda s, dm=dm: reference.place(dm, s))  # type: ignore[misc]
        same("walk-away", reference.likes(dm, have[dm], found.no_deal[dm].state), 0)
    expected = {
        s
        for s in reference.reach(members, "joint", start)
        if all(reference.likes(dm, s, have[dm]) > 0 for dm in members)
    }
    same("packages", set(found.numbers.tolist()), expected)
    best = reference.efficient(expected, members)
    same("efficient", set(found.numbers[found.efficient].tolist()), best)
    for s in expected:
        places = {dm: reference.place(dm, s) - reference.place(dm, have[dm]) for dm in members}
        same("gains", found.gains(s), places)
    met = Counter({"packages": 1, "beating": len(expected)})
    weighted = all("weights" in native["decision_makers"][dm] for dm in members)
    if weighted and expected:
        met += compare_solutions(found, reference, have, best, rng)
    elif expected:
        same("no points", found.solutions, ())
    return met


def compare_solutions(
    found: Any, reference: Reference, have: dict[str, int], best: set[int], rng: Random
) -> Counter[str]:
    gains = {
        s: [_points(reference, dm, s) - _points(reference, dm, have[dm]) for dm in have]
        for s in best
    }
    most = [max(column) for column in zip(*gains.values(), strict=True)]
    shares = {s: [g / m for g, m in zip(row, most, strict=True)] for s, row in gains.items()}
    tables = {"nash": gains, "kalai": gains, "kalai_smorodinsky": shares}
    for solution in found.solutions:
        table = tables[solution.name]
        value = _value(solution.name)
        top = max(value(row) for row in table.values())
        same(solution.name, solution.value, top)
        same("ties", set(solution.states), {s for s, row in table.items() if value(row) == top})
        misjudged = {
            s: [float(g) * (1 + rng.uniform(-1, 1) * 0.999 * solution.margin) for g in row]
            for s, row in table.items()
        }
        winner = max(misjudged, key=lambda s: value(misjudged[s]))
        assert winner in solution.states, f"{solution} does not bear its margin"
        rivals = [s for s in table if s not in solution.states]
        if rivals:
            worst = 1.001 * solution.margin + 1e-9
            rival = max(rivals, key=lambda s: value(table[s]))
            low = value([float(g) * (1 - worst) for g in table[solution.states[0]]])
            assert value([float(g) * (1 + worst) for g in table[rival]]) >= low
    return Counter({"solved": 1, "ties": any(len(s.states) > 1 for s in found.solutions)})


def _value(name: str) -> Any:
    def product(row: list[Any]) -> Any:
        value = row[0]
        for each in row[1:]:
            value = value * each
        return value

    return product if name == "nash" else min


def _points(reference: Reference, dm: str, state: int) -> Fraction:
    weights = reference.native["decision_makers"][dm]["weights"]
    taken, places = reference.space.vectors[state - 1], reference.space.names
    return sum((Fraction(str(w)) for k, w in weights.items() if taken[places[k]]), Fraction(0))
