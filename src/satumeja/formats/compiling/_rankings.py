"""Direct rankings: every state exactly once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from satumeja.formats.trees import Faults, Path
from satumeja.model import Ranking
from satumeja.model.kit import ranking_pieces

__all__ = ["StateNaming", "compile_ranking", "write_ranking"]

_NAMED = 5


class StateNaming(Protocol):
    """Knows the states of a model, however they are named."""

    def __len__(self) -> int:
        """Return how many there are."""

    def number(self, name: str) -> int:
        """Return the 1-based number of a state, or raise a `ValueError` for people."""

    def describe(self, number: int) -> str:
        """Word a state for people."""


@dataclass(frozen=True)
class _Name:
    """A state as named, with its place; `offset` counts the characters before it in a text."""

    text: str
    path: Path
    offset: int = -1


def compile_ranking(
    ranking: str | Sequence[str | list[str]], path: Path, faults: Faults, states: StateNaming
) -> Ranking:
    """Turn classes of states, as named, into classes of state numbers.

    Parameters
    ----------
    ranking : str, or sequence of str or list of str
        Most preferred first; a bare state is a class of one. As text, ``>`` or ``≻`` stands
        between classes, ``>>`` where those before are greatly preferred, ``=`` or ``~`` in
        them.
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
    great = frozenset[int]()
    if isinstance(ranking, str):
        classes, great = _read(ranking, path)
    else:
        classes = [_class(entry, (*path, k), faults) for k, entry in enumerate(ranking)]
    placed, ranked, all_known = list[tuple[int, ...]](), dict[int, str](), True
    for names in classes:
        numbers = [(_number(name, faults, states), name) for name in names]
        tied = [(number, name) for number, name in numbers if number is not None]
        all_known = all_known and len(tied) == len(numbers)
        for number, name in tied:
            if number in ranked:
                message = f"state {states.describe(number)} is ranked twice"
                if ranked[number] != name.text:
                    message += f', as "{ranked[number]}" and "{name.text}"'
                faults.add(message, name.path, offset=name.offset)
            ranked[number] = name.text
        placed.append(tuple(number for number, _ in tied))
    # A name that is not understood may be the state that seems to be missing.
    if all_known and all(classes):
        _check_complete(ranked, path, faults, states)
    return Ranking(tuple(placed), great)


def _read(text: str, path: Path) -> tuple[list[list[_Name]], frozenset[int]]:
    """Part a ranking written as text into its classes, and say where ``>>`` stands."""
    pieces, great = ranking_pieces(text)
    classes = [[_Name(name, path, place) for name, place in names] for names in pieces]
    return classes, great


def _class(entry: str | list[str], path: Path, faults: Faults) -> list[_Name]:
    if isinstance(entry, str):
        return [_Name(entry, path)]
    if not entry:
        faults.add("a class of the ranking holds no state", path)
    return [_Name(name, (*path, k)) for k, name in enumerate(entry)]


def _number(name: _Name, faults: Faults, states: StateNaming) -> int | None:
    try:
        return states.number(name.text)
    except ValueError as error:
        faults.add(str(error), name.path, offset=name.offset)
        return None


def _check_complete(
    ranked: Mapping[int, str], path: Path, faults: Faults, states: StateNaming
) -> None:
    missing = [state for state in range(1, len(states) + 1) if state not in ranked]
    if missing:
        named = ", ".join(states.describe(state) for state in missing[:_NAMED])
        more = f", and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        which = "state" if len(missing) == 1 else "states"
        faults.add(f"the ranking misses {which} {named}{more}", path, key=True)


def write_ranking(ranking: Ranking, names: Sequence[str]) -> str:
    """Write a ranking as text.

    Parameters
    ----------
    ranking : Ranking
        Any ranking of states.
    names : sequence of str
        How each state is called, in order.

    Examples
    --------
    >>> write_ranking(Ranking(((2,), (1, 4), (3,)), frozenset({1})), "abcd")
    'b > a = d >> c'
    """
    text = ""
    for place, states in enumerate(ranking.classes):
        sign = " >> " if place - 1 in ranking.great else " > "
        text += (sign if place else "") + " = ".join(names[state - 1] for state in states)
    return text
