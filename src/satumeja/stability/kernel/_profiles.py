"""What the compiled kernel does with many preference profiles, called from Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "LARGEST_DRAWN",
    "MoverSets",
    "ProfileAnswer",
    "decide_profiles",
    "draw_ranks",
    "packed_moves",
]

LARGEST_DRAWN = 4096
"""The most things whose orders are drawn: more are no faster than in numpy."""

ProfileAnswer = Literal["stable", "equilibria", "counts"]

Plan = NDArray[np.uint32]
States = NDArray[np.integer[Any]]


@dataclass(frozen=True)
class MoverSets:
    """What one decision maker and its opponents can do, as sets of states by place.

    Parameters
    ----------
    own : sequence of int array
        What it reaches in a move, the start with it; each set once.
    own_of : int array
        By state: which of these sets.
    others, others_of
        The same for what its opponents can bring about; one set of any state, for all
        states, where no concept that looks at it will be asked.
    arcs : sequence of int array
        By state: where it moves to.
    parts : sequence of int array
        The states that moves of its opponents join; no move leads from part to part.
    """

    own: Sequence[States]
    own_of: States
    others: Sequence[States]
    others_of: States
    arcs: Sequence[States]
    parts: Sequence[States]


def packed_moves(states: int, movers: Sequence[MoverSets]) -> Plan:
    """Put the moves of a model into one array, as `decide_profiles` takes them."""
    sections: list[NDArray[Any]] = []
    for mover in movers:
        sections += [_joined(mover.own), mover.own_of, _joined(mover.others), mover.others_of]
        sections += [_joined(mover.arcs), _joined(mover.parts)]
    ends = accumulate(map(len, sections), initial=2 + len(sections))
    starts = [start for start, _ in zip(ends, sections, strict=False)]
    return np.concatenate([[len(movers), states], starts, *sections]).astype(np.uint32)


def _joined(sets: Sequence[States]) -> NDArray[Any]:
    """Write sets one after another, behind their number and where each begins."""
    return np.concatenate([[len(sets)], [*accumulate(map(len, sets), initial=0)], *sets])


def decide_profiles(
    plan: Plan,
    ranks: NDArray[np.unsignedinteger[Any]],
    concepts: Sequence[int],
    answer: ProfileAnswer,
) -> NDArray[Any]:
    """Decide many preference profiles.

    Parameters
    ----------
    plan : uint32 array
        From `packed_moves`.
    ranks : uint8 or uint16 array, shape (DMs, n, profiles)
        1 the least preferred; contiguous.
    concepts : ascending sequence of int
        By place among Nash, GMR, SMR, SEQ and SSEQ.
    answer : {"stable", "equilibria", "counts"}
        What is wanted: flags of shape (concepts, DMs, n, profiles); of shape (concepts, n,
        profiles), for everybody; or in how many profiles, shape (concepts, n).

    Notes
    -----
    Runs without Python's lock. Cost: that of numpy divided by the lanes of a register.
    """
    from satumeja.stability.kernel import _compiled

    _, states, profiles = ranks.shape
    kind = get_args(ProfileAnswer).index(answer)
    wanted = sum(1 << concept for concept in concepts)
    if answer == "counts":
        counts = np.zeros((len(concepts), states), dtype=np.uint32)
        _compiled.decide_profiles(plan, ranks, wanted, kind, counts)
        return counts.astype(np.int64)
    shape = ranks.shape if answer == "stable" else (states, profiles)
    flags = np.empty((len(concepts), *shape), dtype=np.uint8)
    _compiled.decide_profiles(plan, ranks, wanted, kind, flags)
    return flags.view(np.bool_)


def draw_ranks(
    stream: np.random.PCG64, ties: float, ranks: NDArray[np.unsignedinteger[Any]]
) -> None:
    """Draw weak orders into `ranks`, and leave the stream where numpy would.

    Parameters
    ----------
    stream : PCG64
        Where chance comes from.
    ties : float
        The probability, from 0 to 1, that two neighbours in the strict order tie.
    ranks : uint8 or uint16 array, shape (size, count)
        For orders of up to 4,096 things; contiguous.

    Notes
    -----
    Cost: a sorting network, O(w ** 2) an entry where the size is 2 ** w.
    """
    from satumeja.stability.kernel import _compiled

    words = stream.state["state"]
    state, increment = (divmod(words[name], 1 << 64) for name in ("state", "inc"))
    # A fraction of 53 bits is below `ties` where its numerator is below this one, rounded up.
    below = -int(-ties * 2.0**53 // 1)
    _compiled.draw_ranks(*state, *increment, below, len(ranks), ranks)
    stream.advance(ranks.size * (2 if ties else 1))
