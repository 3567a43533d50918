"""Rankings as people give them: in a line of text, as lists and arrays, or by payoffs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from numbers import Integral
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import QuestionError
from satumeja.model._repeated import repeated

__all__ = [
    "by_payoffs",
    "is_order",
    "is_text",
    "listed_order",
    "ranking_pieces",
    "read_text",
    "require_each",
]

_SIGN = re.compile(r">>|≻≻|≫|>|≻|=|~|∼")
_ONCE = "it must have each of the states exactly once"
_GREATLY, _LEVEL = (">>", "≻≻", "≫"), ("=", "~", "∼")

Classes = tuple[tuple[int, ...], ...]
Find = Callable[[Any], int]


def is_text(text: str) -> bool:
    """Say whether a text is a ranking, as ``4 > 2 ~ 3``, and no condition."""
    return bool(_SIGN.search(text.replace(">=", "")))


def ranking_pieces(text: str) -> tuple[list[list[tuple[str, int]]], frozenset[int]]:
    """Part a ranking written as text into its classes of names, most preferred first.

    Parameters
    ----------
    text : str
        ``>`` or ``≻`` stands between classes, ``>>``, ``≫`` or ``≻≻`` where those before are
        greatly preferred; ``~``, ``∼`` or ``=`` between states that tie.

    Returns
    -------
    classes : list of list of (str, int)
        Each name with the place (0-based) at which it stands.
    great : frozenset of int
        The classes that are greatly preferred to the one after them.

    Examples
    --------
    >>> ranking_pieces("1 > 2 ~ 3")
    ([[('1', 0)], [('2', 4), ('3', 8)]], frozenset())
    """
    classes, great, begin = [list[tuple[str, int]]()], set[int](), 0
    for sign in [*_SIGN.finditer(text), None]:
        piece = text[begin : sign.start() if sign else len(text)]
        classes[-1].append((piece.strip(), begin + len(piece) - len(piece.lstrip())))
        if sign is None:
            break
        begin = sign.end()
        if sign[0] in _LEVEL:
            continue
        if sign[0] in _GREATLY:
            great.add(len(classes) - 1)
        classes.append([])
    return classes, frozenset(great)


def read_text(text: str, find: Find) -> tuple[Classes, frozenset[int]]:
    """Read a ranking written as text; `find` gives the number of a state by its name."""
    if not isinstance(text, str):
        raise QuestionError(f'a ranking is read from text such as "1 > 2 ~ 3", not from {text!r}')
    pieces, great = ranking_pieces(text)
    for names in pieces:
        for name, place in names:
            if not name:
                raise QuestionError(f'"{text}", place {place + 1}: a state is missing')
    return tuple(tuple(find(name) for name, _ in names) for names in pieces), great


def is_order(stated: Sequence[Any]) -> bool:
    """Say whether a sequence lists states by their numbers, and no conditions."""
    if isinstance(stated, np.ndarray):
        return True
    first = next(iter(stated), None)
    if isinstance(first, list | tuple):
        first = next(iter(first), None)
    return isinstance(first, int | Integral | np.ndarray)


def listed_order(
    stated: Sequence[Any] | NDArray[Any],
    find: Find,
    *,
    strict: bool = False,
    in_range: int | None = None,
) -> Classes:
    """Read a ranking given as a list or an array, most preferred first.

    Parameters
    ----------
    stated : sequence
        States; those of an inner list, tuple or array tie.
    find : callable
        Gives the number of a state.
    strict : bool
        Whether states that tie are refused.
    in_range : int, optional
        How many states there are, if whole numbers up to it are those of states.

    Raises
    ------
    QuestionError
        If an array has another shape than that of a list, or holds no states.
    """
    if isinstance(stated, np.ndarray):
        if stated.ndim != 1:
            shape = " × ".join(map(str, stated.shape)) or "no dimension"
            raise QuestionError(f"a ranking is an array of one dimension; this one is {shape}")
        stated = stated.tolist()
    elif not isinstance(stated, Sequence) or isinstance(stated, str):
        raise QuestionError(f"a ranking is a list or an array of states; found {stated!r}")
    if in_range is not None and _are_numbers(stated, in_range):
        return tuple(zip(stated, strict=True))  # each a class of its own, all of them at once
    classes = tuple(tuple(map(find, _tied(entry))) for entry in stated)
    if not all(classes):
        raise QuestionError("a class of the ranking holds no state")
    _require_strict(classes, strict)
    return classes


def _tied(entry: Any) -> list[Any]:
    """Give the states of a class: a state by itself, or those of a list or an array."""
    if not isinstance(entry, list | tuple | np.ndarray):
        return [entry]
    states: list[Any] = entry.tolist() if isinstance(entry, np.ndarray) else list(entry)
    if not isinstance(states, list) or any(isinstance(s, list | tuple) for s in states):
        raise QuestionError(f"a class of the ranking is a list of states; found {entry!r}")
    return states


def _are_numbers(stated: Iterable[Any], most: int) -> bool:
    """Say whether a list holds nothing but the numbers of states, none in a class with others."""
    numbers = list(stated)
    return set(map(type, numbers)) == {int} and min(numbers) >= 1 and max(numbers) <= most


def by_payoffs(payoffs: Iterable[Any], *, strict: bool = False) -> Classes:
    """Rank states by what each is worth, the highest first; equal ones tie.

    Raises
    ------
    QuestionError
        If they are no list of numbers, or two tie though `strict` is asked for.
    """
    if isinstance(payoffs, str) or not isinstance(payoffs, Iterable):
        raise QuestionError(f"payoffs are a list or an array of numbers; found {payoffs!r}")
    worth = payoffs if isinstance(payoffs, np.ndarray) else _array(payoffs)
    if worth.ndim != 1 or not len(worth):
        shape = " × ".join(map(str, worth.shape)) or "no dimension"
        raise QuestionError(f"payoffs are an array of one dimension, one a state; this is {shape}")
    if worth.dtype.kind not in "iuf":
        worth = np.array([_number(part, k) for k, part in enumerate(worth.tolist())], object)
    elif np.isnan(worth).any():
        _number(float("nan"), int(np.argmax(np.isnan(worth))))
    places = np.unique(worth, return_inverse=True)[1]
    order = np.argsort(-places, kind="stable")
    cuts = np.flatnonzero(np.diff(places[order])) + 1
    classes = tuple(tuple((states + 1).tolist()) for states in np.split(order, cuts))
    _require_strict(classes, strict)
    return classes


def _array(values: Iterable[Any]) -> np.ndarray[Any, np.dtype[Any]]:
    listed = list(values)
    try:
        exact = all(
            isinstance(x, int | float | np.number) and not isinstance(x, bool) for x in listed
        )
        return np.array(listed) if exact else np.array(listed, dtype=object)
    except ValueError:
        raise QuestionError("payoffs are an array of one dimension, one a state") from None


def _number(value: Any, place: int) -> Any:
    from fractions import Fraction

    try:
        if isinstance(value, bool):
            raise ValueError
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError):
        raise QuestionError(f"the payoff of state {place + 1} is no number: {value}") from None


def _require_strict(classes: Classes, strict: bool) -> None:
    ties = next((states for states in classes if len(states) > 1), ()) if strict else ()
    if ties:
        first, second = ties[:2]
        raise QuestionError(f"states {first} and {second} tie; a strict ranking has no ties")


def require_each(classes: Classes, count: int, whose: str = "") -> None:
    """Raise a `QuestionError` unless a ranking has each of so many states exactly once."""
    of = f"the ranking of {whose}" if whose else "the ranking"
    ranked = list(chain.from_iterable(classes))
    if len(ranked) == count and set(ranked) == set(range(1, count + 1)):
        return
    missing = sorted(set(range(1, count + 1)) - set(ranked))
    strange = next((state for state in ranked if not 1 <= state <= count), None)
    if strange is not None:
        raise QuestionError(f"{of} names state {strange}; states are 1 to {count}; {_ONCE}")
    if len(set(ranked)) < len(ranked):
        _, twice = next(repeated(ranked))
        raise QuestionError(f"{of} has state {twice} twice; {_ONCE}")
    if missing:
        more = f", and {len(missing) - 5} more" if len(missing) > 5 else ""
        which = ", ".join(map(str, missing[:5]))
        states = "states" if len(missing) > 1 else "state"
        raise QuestionError(f"{of} misses {states} {which}{more}; {_ONCE}")
