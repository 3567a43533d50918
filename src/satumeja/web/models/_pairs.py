"""States that are there before and after an edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model, OptionStates
from satumeja.web.models._decided import LISTED

__all__ = ["Pairs", "pairs_of"]

Flags = NDArray[np.bool_]
Places = NDArray[np.intp]


@dataclass(frozen=True)
class Pairs:
    """The states that are there before and after, by place.

    Parameters
    ----------
    before, after : array of int
        Their places (0-based) on either side.
    whole : bool
        Whether there are no others on either side.
    """

    before: Places
    after: Places
    whole: bool

    def apart(self, old: Flags, new: Flags) -> tuple[list[int], list[int]]:
        """Give the states that gained and lost a flag, by their numbers afterwards."""
        before, after = old[self.before], new[self.after]
        gained, lost = self.after[after & ~before] + 1, self.after[before & ~after] + 1
        return sorted(gained.tolist()), sorted(lost.tolist())

    def common(self, old: NDArray[Any], new: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Give what is known of the same states before and after."""
        return old[self.before], new[self.after]


def pairs_of(old: Model, new: Model) -> Pairs:
    """Find the states that are there before and after, by what they are called in the file."""
    size = len(new.states)
    if _same_states(old, new):
        places = np.arange(size)
        return Pairs(places, places, whole=True)
    largest = max(size, len(old.states))
    if old.option_names != new.option_names or old.is_graph != new.is_graph or largest > LISTED:
        nothing = np.zeros(0, dtype=np.intp)
        return Pairs(nothing, nothing, whole=False)
    forms = {old.states.form(k + 1): k for k in range(len(old.states))}
    common = [(forms[form], k) for k in range(size) if (form := new.states.form(k + 1)) in forms]
    first, second = zip(*common, strict=True) if common else ((), ())
    return Pairs(np.array(first, dtype=np.intp), np.array(second, dtype=np.intp), whole=False)


def _same_states(old: Model, new: Model) -> bool:
    """Whether two models list the same states in the same order."""
    if old.option_names != new.option_names or old.coalesce != new.coalesce:
        return False
    states = old.states, new.states
    if isinstance(states[0], OptionStates) and isinstance(states[1], OptionStates):
        return np.array_equal(states[0].codes, states[1].codes)
    return old.state_ids == new.state_ids
