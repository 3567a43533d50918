"""The matrix method of Xu, Kilgour & Hipel, as the field publishes it, in numpy.

Two dense n x n matrices a decision maker (moves and preferences); stability from
products of them. Written here only to be measured against.

References
----------
Xu, Hipel & Kilgour, "Matrix representation of solution concepts in multiple-decision-maker
graph models", IEEE Trans. SMC-A 39(1), 2009.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model, OptionStates

Matrix = NDArray[np.float32]


def sign(matrix: Matrix) -> Matrix:
    return (matrix > 0).astype(np.float32)


def moves(model: Model) -> list[Matrix]:
    states = model.states
    assert isinstance(states, OptionStates)
    changed = states.codes[:, None] ^ states.codes[None, :]
    found = []
    for mask in states.masks:
        own = ((changed & ~mask) == 0) & (changed != 0)
        found.append(own.astype(np.float32))
    return found


def joint(arcs: list[Matrix], others: list[int]) -> Matrix:
    """Reachability by legal sequences of `others`, diagonal forced to zero."""
    size = len(arcs[0])
    led = {j: arcs[j].copy() for j in others}
    total = np.maximum.reduce(list(led.values()))
    while True:
        step = {}
        for i in others:
            rest = [led[j] for j in others if j != i]
            onward = np.maximum.reduce(rest) if rest else np.zeros_like(total)
            step[i] = sign(arcs[i] @ onward)
        grown = np.maximum.reduce([total, *step.values()])
        if np.array_equal(grown, total):
            break
        total, led = grown, {j: np.maximum(led[j], step[j]) for j in others}
    joined: Matrix = total
    joined[np.arange(size), np.arange(size)] = 0
    return joined


def stable(model: Model) -> dict[str, list[NDArray[np.bool_]]]:
    """Decide Nash, GMR, SMR and SEQ for every state and decision maker."""
    ranks = [model.ranks(dm) for dm in model.decision_makers]
    arcs = moves(model)
    size = len(ranks[0])
    everything = np.ones((size, size), dtype=np.float32)
    better = [(rank[None, :] > rank[:, None]).astype(np.float32) for rank in ranks]
    improving = [arc * plus for arc, plus in zip(arcs, better, strict=True)]
    verdicts: dict[str, list[NDArray[np.bool_]]] = {c: [] for c in ("nash", "gmr", "smr", "seq")}
    for i in range(len(ranks)):
        others = [j for j in range(len(ranks)) if j != i]
        worse = (everything - np.eye(size, dtype=np.float32) - better[i]).T
        held = worse * (everything - sign(arcs[i] @ better[i].T))
        reach, credible = joint(arcs, others), joint(improving, others)
        left = {
            "nash": improving[i] @ everything,
            "gmr": improving[i] @ (everything - sign(reach @ worse)),
            "smr": improving[i] @ (everything - sign(reach @ held)),
            "seq": improving[i] @ (everything - sign(credible @ worse)),
        }
        for concept, matrix in left.items():
            verdicts[concept].append(np.diagonal(matrix) == 0)
    return verdicts
