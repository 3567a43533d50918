"""Which library makes the diagrams."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.stability._budget import Budget
from satumeja.stability.symbolic._dd import DdSpace
from satumeja.stability.symbolic._space import Limits, Space

__all__ = ["BACKENDS", "space_of"]

BACKENDS = ("oxidd", "dd.cudd", "dd.autoref")
"""The fastest first; the last, in pure Python, is always there."""


def space_of(
    names: Sequence[str],
    limits: Limits,
    backend: str | None = None,
    budget: Budget | None = None,
) -> Space:
    """Make a space of sets over some variables, with the fastest library that is installed.

    Parameters
    ----------
    names : sequence of str
        The variables, in the order the diagrams begin with.
    limits : Limits
        What may be taken.
    backend : str, optional
        One of `BACKENDS`; the first that is there by default.
    budget : Budget, optional
        What all questions together may take.

    Returns
    -------
    Space
        Its sets are the same whatever the library.

    Raises
    ------
    ValueError
        If there is no such library.
    ImportError
        If the one asked for is not installed.
    """
    if backend is not None and backend not in BACKENDS:
        raise ValueError(f"unknown library {backend!r}; known are {BACKENDS}")
    for name in (backend,) if backend else BACKENDS[:-1]:
        try:
            return _with(name, names, limits, budget)
        except ImportError:
            if backend:
                raise
    return _with(BACKENDS[-1], names, limits, budget)


def _with(name: str, names: Sequence[str], limits: Limits, budget: Budget | None) -> Space:
    if name == "oxidd":
        from satumeja.stability.symbolic._oxidd import OxiddSpace

        return OxiddSpace(names, limits, budget)
    return DdSpace(names, limits, budget, backend=name)
