"""What the process that decides within a budget is told when it begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from satumeja.model import Model
from satumeja.stability.symbolic._packed import Packed
from satumeja.stability.symbolic._space import Limits

__all__ = ["Task"]


@dataclass(frozen=True)
class Task:
    """What a worker is for.

    Parameters
    ----------
    model : Model
        What is asked about.
    limits : Limits
        What its diagrams may take.
    backend : str
        The library that makes them.
    memory : int, optional
        Bytes that the process may take.
    seconds : float, optional
        So long it will be asked.
    parent : int
        The process that asks.
    answered : mapping of (str, int) to Packed
        Stable states by concept and place that are known already.
    feasible : Packed, optional
        The feasible states, where they are known already.
    """

    model: Model
    limits: Limits
    backend: str
    memory: int | None
    seconds: float | None
    parent: int
    answered: Mapping[tuple[str, int], Packed]
    feasible: Packed | None = None
