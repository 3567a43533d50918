"""The checker accepts what proves a verdict and rejects everything else."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from checker import Witness, WitnessRejected, check_witness
from literal import CONCEPTS, LiteralEngine, LiteralModel, build
from literal.statespace import Native
from random_models import random_graph_model, random_option_model

# a improves 1 -> 2 and 1 -> 3. From 2 the others reach 4 by b, then 5 by c, then 6 by b;
# a prefers 2, 3, 4 and 5 to 1, and 1 to 6. From 3, b goes to 7, worse than 1 for a, whence
# a can move on to 8, better than 1. b and c like every move they make but the one 2 -> 9.
ARCS = {
    "a": {(1, 2), (1, 3), (7, 8), (1, 6)},
    "b": {(2, 4), (5, 6), (3, 7), (2, 9), (4, 6)},
    "c": {(4, 5), (2, 9)},
}
SCORES = {
    "a": {1: 0, 2: 1, 3: 1, 4: 1, 5: 1, 6: -1, 7: -1, 8: 1, 9: -1},
    "b": {1: 0, 2: 0, 3: 0, 4: 1, 5: 1, 6: 2, 7: 1, 8: 1, 9: -1},
    "c": {1: 0, 2: 0, 3: 0, 4: 0, 5: 1, 6: 0, 7: 0, 8: 0, 9: -1},
}
MODEL = LiteralModel(
    list(ARCS),
    list(range(1, 10)),
    {dm: {s: {q for p, q in arcs if p == s} for s in range(1, 10)} for dm, arcs in ARCS.items()},
    {**SCORES},
)


def sanction(improvement: int, *path: tuple[str, int]) -> Native:
    return {"improvement": improvement, "path": [{"dm": dm, "to": to} for dm, to in path]}


B_C_B = sanction(2, ("b", 4), ("c", 5), ("b", 6))
BY_B = sanction(3, ("b", 7))


def stable(concept: str, *sanctions: Native, state: int = 1, **changed: Any) -> Witness:
    witness = {"state": state, "dm": "a", "concept": concept, "stable": True}
    return witness | {"improvement": None, "sanctions": list(sanctions)} | changed


def unstable(concept: str, improvement: Any, state: int = 1, **changed: Any) -> Witness:
    witness = {"state": state, "dm": "a", "concept": concept, "stable": False}
    return witness | {"improvement": improvement, "sanctions": []} | changed


@pytest.mark.parametrize(
    "witness",
    [
        stable("gmr", B_C_B, BY_B),
        stable("gmr", BY_B, sanction(2, ("c", 9))),
        stable("seq", B_C_B, BY_B),
        stable("nash", state=2),
        stable("smr", state=6),
        stable("seq", dm="b", state=9),
        unstable("nash", 3),
        unstable("smr", 3),
        unstable("sseq", 3),
        unstable("seq", 8, state=7),
    ],
    ids=str,
)
def test_a_proof_is_accepted(witness: Witness) -> None:
    check_witness(MODEL, witness)


@pytest.mark.parametrize(
    ("witness", "reason"),
    [
        # stable, and something is wrong with what is shown for an improvement
        (stable("gmr", B_C_B), r"improvements are \[2, 3\], sanctions are shown for \[2\]"),
        (stable("gmr", B_C_B, BY_B, BY_B), r"shown for \[2, 3, 3\]"),
        (stable("gmr", B_C_B, BY_B, sanction(6, ("b", 4))), r"shown for \[2, 3, 6\]"),
        (stable("gmr"), r"shown for \[\]"),
        (stable("gmr", sanction(2), BY_B), "improvement 2: nobody moves"),
        (stable("gmr", sanction(2, ("c", 4)), BY_B), "of c from 2 to 4: illegal"),
        (stable("gmr", sanction(2, ("b", 4), ("c", 6)), BY_B), "of c from 4 to 6: illegal"),
        (stable("gmr", sanction(2, ("b", 4), ("b", 6)), BY_B), "twice in a row"),
        (stable("gmr", B_C_B, sanction(3, ("b", 7), ("a", 8))), "not one of the others"),
        (stable("gmr", B_C_B, sanction(3, ("x", 7))), "not one of the others"),
        (stable("gmr", sanction(2, ("b", 4)), BY_B), "end 4 is preferred to 1"),
        (stable("seq", sanction(2, ("b", 9)), BY_B), "of b from 2 to 9: not an improvement"),
        (stable("smr", B_C_B, BY_B), r"improvement 3: counter-moves from 7 to \[8\]"),
        (stable("sseq", B_C_B, BY_B), r"improvement 3: counter-moves from 7 to \[8\]"),
        # stable, and the verdict is wrong or contradicts itself
        (stable("nash"), r"improvements \[2, 3\] make it unstable"),
        (stable("gmr", B_C_B, BY_B, improvement=2), "shows an improvement"),
        # unstable, and it is not
        (unstable("gmr", 2), "improvement 2 is sanctioned at 6"),
        (unstable("seq", 2), "improvement 2 is sanctioned at 6"),
        (unstable("seq", 3), "improvement 3 is sanctioned at 7"),
        (unstable("nash", 4), "4 is no move from 1"),
        (unstable("nash", None), "None is no move from 1"),
        (unstable("gmr", 6), "6 is no improvement on 1"),
        (unstable("smr", 3, sanctions=[BY_B]), "shows sanctions"),
        # not a witness at all
        (stable("nash", state=10), "no such"),
        (stable("nash", dm="z", state=2), "no such"),
        (stable("cseq", state=2), "no such concept"),
        (stable("nash", state=2, stable="yes"), "neither true nor false"),
        ({"state": 2, "dm": "a"}, r"lacks \['concept', 'improvement', 'sanctions', 'stable'\]"),
    ],
    ids=str,
)
def test_what_proves_nothing_is_rejected(witness: Witness, reason: str) -> None:
    with pytest.raises(WitnessRejected, match=reason):
        check_witness(MODEL, witness)


def path_to_sanction(
    engine: LiteralEngine, dm: str, s: int, t: int, concept: str
) -> list[tuple[str, int]] | None:
    """Find a shortest path from t to a sanction by trying all legal sequences."""
    step = engine.improvements if concept in {"seq", "sseq"} else engine.moves
    paths: list[list[tuple[str, int]]] = [[]]
    met = set()
    for path in paths:
        mover, here = path[-1] if path else (dm, t)
        if path and is_sanction(engine, dm, s, here, concept):
            return path
        for j in engine.model.dms:
            for q in sorted(step(j, here)) if j not in {dm, mover} else []:
                if (j, q) not in met:
                    met.add((j, q))
                    paths.append([*path, (j, q)])
    return None


def is_sanction(engine: LiteralEngine, dm: str, s: int, q: int, concept: str) -> bool:
    counters = {"smr": engine.moves(dm, q), "sseq": engine.improvements(dm, q)}
    return not any(engine.model.better(dm, x, s) for x in {q} | counters.get(concept, set()))


def proof(engine: LiteralEngine, dm: str, s: int, concept: str) -> Witness:
    """Write the witness of the verdict that holds."""
    sanctions = []
    for t in sorted(engine.improvements(dm, s)):
        path = path_to_sanction(engine, dm, s, t, concept) if concept != "nash" else None
        if path is None:
            return unstable(concept, t, state=s, dm=dm)
        sanctions.append(sanction(t, *path))
    return stable(concept, *sanctions, state=s, dm=dm)


def opposite(witness: Witness) -> Witness:
    """Claim the other verdict, as well as can be."""
    sanctions = witness["sanctions"]
    if witness["stable"]:
        shown = sanctions[0]["improvement"] if sanctions else None
        return witness | {"stable": False, "improvement": shown, "sanctions": []}
    return witness | {"stable": True, "improvement": None}


@pytest.mark.parametrize("draw", [random_option_model, random_graph_model])
@pytest.mark.parametrize("seed", range(15))
def test_exactly_the_verdicts_that_hold_have_a_proof(draw: Any, seed: int) -> None:
    sizes = {"total": 5} if draw is random_option_model else {}
    engine = LiteralEngine(build(draw(Random(seed), **sizes)))
    for dm in engine.model.dms:
        for concept in CONCEPTS:
            for s in engine.model.states:
                witness = proof(engine, dm, s, concept)
                assert witness["stable"] == engine.is_stable(dm, s, concept)
                check_witness(engine.model, witness)
                with pytest.raises(WitnessRejected):
                    check_witness(engine.model, opposite(witness))
