"""Direct rankings: every state exactly once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from satumeja.formats._faults import Faults, Path
from satumeja.model import Ranking

__all__ = ["StateNaming", "compile_ranking"]

_NAMED = 5
_Placed = list[tuple[int, Path]]


class StateNaming(Protocol):
    """Knows the states of a model, however they are named."""

    def __len__(self) -> int:
        """Return how many there are."""

    def number(self, name: str) -> int:
        """Return the 1-based number of a state, or raise a `ValueError` for people."""

    def describe(self, number: int) -> str:
        """Word a state for people."""


def compile_ranking(
    classes: Sequence[str | list[str]], path: Path, faults: Faults, states: StateNaming
) -> Ranking:
    """Turn classes of states, as named, into classes of state numbers.

    Parameters
    ----------
    classes : sequence of str or list of str
        Most preferred first; a bare state is a class of one.
    path : tuple
        Where the ranking stands.
    faults : Faults
        Where faults go: unknown states, states ranked twice, states left out.
    states : StateNaming
        The states there are.

    Returns
    -------
    Ranking
        Sound if no fault was noted.
    """
    before = len(faults)
    placed = [_class(entry, (*path, k), faults, states) for k, entry in enumerate(classes)]
    all_known = len(faults) == before
    met: set[int] = set()
    for state, place in (pair for part in placed for pair in part):
        if state in met:
            faults.add(f"state {states.describe(state)} is ranked twice", place)
        met.add(state)
    if all_known:
        _check_complete(met, path, faults, states)
    return Ranking(tuple(tuple(state for state, _ in part) for part in placed))


def _class(entry: str | list[str], path: Path, faults: Faults, states: StateNaming) -> _Placed:
    if isinstance(entry, str):
        named = [(entry, path)]
    else:
        named = [(name, (*path, k)) for k, name in enumerate(entry)]
    if not named:
        faults.add("a class of the ranking holds no state", path)
    found: _Placed = []
    for name, place in named:
        try:
            found.append((states.number(name), place))
        except ValueError as error:
            faults.add(str(error), place)
    return found


def _check_complete(met: set[int], path: Path, faults: Faults, states: StateNaming) -> None:
    missing = [state for state in range(1, len(states) + 1) if state not in met]
    if missing:
        named = ", ".join(states.describe(state) for state in missing[:_NAMED])
        more = f", and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        which = "state" if len(missing) == 1 else "states"
        faults.add(f"the ranking misses {which} {named}{more}", path, key=True)
