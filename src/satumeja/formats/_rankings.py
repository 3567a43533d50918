"""Direct rankings: every state exactly once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from satumeja.formats._faults import Faults, Path
from satumeja.model import Ranking

__all__ = ["compile_ranking"]

_NAMED = 5


def compile_ranking(
    classes: Sequence[str | list[str]],
    path: Path,
    faults: Faults,
    number: Callable[[str], int],
    describe: Callable[[int], str],
    count: int,
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
    number, describe : callable
        Give the 1-based number of a named state (or raise `ValueError`), and word one.
    count : int
        How many states there are.

    Returns
    -------
    Ranking
        Sound if no fault was noted.
    """
    met: dict[int, Path] = {}
    ranked: list[tuple[int, ...]] = []
    before = len(faults)
    for k, names in enumerate(classes):
        entries = [(names, (*path, k))] if isinstance(names, str) else []
        if isinstance(names, list):
            entries = [(name, (*path, k, j)) for j, name in enumerate(names)]
        numbers = []
        for name, place in entries:
            try:
                state = number(name)
            except ValueError as error:
                faults.add(str(error), place)
                continue
            if state in met:
                faults.add(f"state {describe(state)} is ranked twice", place)
            met.setdefault(state, place)
            numbers.append(state)
        if not entries:
            faults.add("a class of the ranking holds no state", (*path, k))
        ranked.append(tuple(numbers))
    if len(faults) == before:
        _check_complete(set(met), count, path, faults, describe)
    return Ranking(tuple(ranked))


def _check_complete(
    met: set[int], count: int, path: Path, faults: Faults, describe: Callable[[int], str]
) -> None:
    missing = [state for state in range(1, count + 1) if state not in met]
    if missing:
        named = ", ".join(describe(state) for state in missing[:_NAMED])
        more = f", and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        states = "state" if len(missing) == 1 else "states"
        faults.add(f"the ranking misses {states} {named}{more}", path, key=True)
