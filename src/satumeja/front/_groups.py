"""What groups could gain by moving together, that none of their members gains alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from satumeja.front._deeds import GroupGain
from satumeja.front._present import Present
from satumeja.table.kit import Together

__all__ = ["GROUPED_MEMBERS", "GROUPED_STATES", "groups_of"]

GROUPED_MEMBERS = 8
GROUPED_STATES = 4096
"""Groups are looked at up to so many decision makers and states."""
_LISTED = 20


def groups_of(present: Present, together: Together | None) -> tuple[GroupGain, ...] | None:
    """List what groups gain from the state that `present` is seen from, small groups first.

    Parameters
    ----------
    present : Present
        The situation.
    together : Together or None
        What groups bring about in this conflict, whatever anybody prefers; None: not asked.

    Returns
    -------
    tuple of GroupGain or None
        The smallest groups only that gain by a state, twenty at most; None: not asked.
    """
    if together is None:
        return None
    made = list[GroupGain]()
    for members, state in _gains(present, together):
        made.append(GroupGain(members, present.together(state, members)))
        if len(made) == _LISTED:
            break
    return tuple(made)


def _gains(present: Present, together: Together) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield groups and states (0-based) that all of their members prefer, small ones first."""
    better = {dm: present.ranks(dm) > present.ranks(dm)[present.start] for dm in present.ids}
    makers = range(len(present.ids))
    # By state the groups, as bit sets, that get there and gain; first those of one.
    reached = dict[int, list[int]]()
    for place in makers:
        for state in present.engine.moves.targets(place, present.start).tolist():
            reached.setdefault(state, []).append(1 << place)
    for size in range(2, len(makers) + 1):
        for places in combinations(makers, size):
            members = tuple(present.ids[place] for place in places)
            wanted: NDArray[np.bool_] = np.logical_and.reduce([better[dm] for dm in members])
            group = sum(1 << place for place in places)
            for state in together.among(present.start, places, wanted).tolist():
                smaller = reached.setdefault(state, [])
                if not any(part & group == part for part in smaller):
                    smaller.append(group)
                    yield members, state
