"""What a plan is: a deterministic, lazy sequence of chunks that can be decided anywhere."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from satumeja.model import GraphStates, Model, OptionStates
from satumeja.stability import analyse

__all__ = ["Chunk", "Counts", "Flags", "Part", "Plan", "States", "equilibria_of"]

Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]
States = OptionStates | GraphStates


@dataclass(frozen=True)
class Part:
    """Profiles `first` to `first` + `size` - 1 (0-based) of a plan, its part `index`."""

    index: int
    first: int
    size: int

    def __str__(self) -> str:
        return f"profiles {self.first + 1:,} to {self.first + self.size:,}"


class Chunk(Protocol):
    """Some profiles of a plan: pure, picklable, decided anywhere with the same result."""

    @property
    def part(self) -> Part:
        """Which profiles of the plan these are."""

    def equilibria(self, concepts: Sequence[str]) -> Flags:
        """Decide the equilibria: bool array, shape (concepts, n, profiles)."""

    def counts(self, concepts: Sequence[str]) -> Counts:
        """Count the profiles in which each state is an equilibrium: shape (concepts, n)."""


@dataclass(frozen=True, eq=False)
class Plan(ABC):
    """A deterministic, lazy sequence of chunks of profiles or scenarios.

    Parameters
    ----------
    kind : str
        What sort of plan it is.
    model : Model
        The model that is asked about.
    states : OptionStates or GraphStates
        The n states that are asked about.
    profiles : int
        How many profiles or scenarios there are.
    chunk_size : int
        How many of them there are in a chunk, the last chunk apart.
    """

    kind: str
    model: Model
    states: States
    profiles: int
    chunk_size: int

    @property
    @abstractmethod
    def parameters(self) -> dict[str, Any]:
        """What the plan is, as plain data for people."""

    @abstractmethod
    def content(self, part: Part) -> dict[str, Any]:
        """Return, as plain data, all that decides the results of a part, and nothing else."""

    @abstractmethod
    def chunk(self, part: Part) -> Chunk:
        """Make the chunk that decides a part."""

    def parts(self) -> Iterator[Part]:
        """Give the parts, in order."""
        for index, first in enumerate(range(0, self.profiles, self.chunk_size)):
            yield Part(index, first, min(self.chunk_size, self.profiles - first))

    def chunks(self) -> Iterator[Chunk]:
        """Give the chunks, in order, each made when it is asked for."""
        return map(self.chunk, self.parts())


def equilibria_of(model: Model, concepts: Sequence[str]) -> Flags:
    """Decide the equilibria of one model: bool array, shape (concepts, n)."""
    result = analyse(model, concepts)
    return np.array([result.is_equilibrium(concept.id) for concept in result.concepts])
