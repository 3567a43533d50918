"""What a decision maker prefers, and the ranks that follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import lcm

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import ModelError
from satumeja.model._conditions import Codes, Condition, holds
from satumeja.model._text import NO_TEXT, Text

__all__ = ["Preference", "Prioritisation", "Ranking", "Ranks", "Statement", "Weighting"]

Ranks = NDArray[np.int32]
_BITS = 62


@dataclass(frozen=True)
class Statement:
    """A condition somebody wants to hold, and what that rests on.

    Parameters
    ----------
    condition : Condition
        What is wanted.
    text : str
        The condition as written.
    because : Text
        Why it is stated; empty where the file gives no reason.
    evidence : tuple of str
        References such as ``wire#s3`` to statements of a source.
    """

    condition: Condition
    text: str
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()


def _dense(scores: NDArray[np.int64]) -> Ranks:
    """Replace scores by ranks without gaps, the lowest score having rank 1."""
    return (np.unique(scores, return_inverse=True)[1] + 1).astype(np.int32)


@dataclass(frozen=True)
class Prioritisation:
    """Option prioritisation: statements, most important first.

    A state is preferred to another where, at the first statement on which they
    differ, the statement holds in it [1]_. Truth vectors are compared as whole
    numbers, so any number of statements is exact.

    References
    ----------
    .. [1] Fang, Hipel, Kilgour & Peng, "A decision support system for interactive
       decision making", IEEE Trans. SMC-C, 2003.
    """

    statements: tuple[Statement, ...]

    def ranks(self, codes: Codes) -> Ranks:
        """Rank states (bit sets), 1 the least preferred; ties share a rank."""
        scores = np.zeros(len(codes), dtype=np.int64)
        bits = 0
        for statement in self.statements:
            if bits == _BITS:
                scores = _dense(scores).astype(np.int64)
                bits = int(scores.max(initial=1)).bit_length()
            scores = scores * 2 + holds(statement.condition, codes)
            bits += 1
        return _dense(scores)


@dataclass(frozen=True)
class Weighting:
    """Option weighting: the weights of the options that are taken add up.

    Parameters
    ----------
    weights : mapping of int to Fraction
        Weight by 0-based option; an option without one weighs nothing.
    """

    weights: Mapping[int, Fraction]

    def ranks(self, codes: Codes) -> Ranks:
        """Rank states (bit sets), 1 the least preferred; ties share a rank.

        Raises
        ------
        ModelError
            If the weights, brought to whole numbers, do not fit 63 bits.
        """
        unit = lcm(*(weight.denominator for weight in self.weights.values()))
        whole = {option: int(weight * unit) for option, weight in self.weights.items()}
        if sum(abs(weight) for weight in whole.values()) >= 1 << 63:
            raise ModelError("the weights are too far apart to be added up exactly")
        scores = np.zeros(len(codes), dtype=np.int64)
        for option, weight in whole.items():
            scores += weight * ((codes >> option) & 1)
        return _dense(scores)


@dataclass(frozen=True)
class Ranking:
    """Direct ranking of states.

    Parameters
    ----------
    classes : tuple of tuple of int
        State numbers (1-based), most preferred class first; every state once.
    """

    classes: tuple[tuple[int, ...], ...]

    def ranks(self, codes: Codes | Iterable[object]) -> Ranks:
        """Rank the states by their numbers, 1 the least preferred; ties share a rank."""
        sizes = np.array([len(states) for states in self.classes], dtype=np.int64)
        numbers = np.fromiter(chain.from_iterable(self.classes), np.int64, int(sizes.sum()))
        ranks = np.empty(len(numbers), dtype=np.int32)
        ranks[numbers - 1] = np.repeat(np.arange(len(sizes), 0, -1, dtype=np.int32), sizes)
        return ranks


Preference = Prioritisation | Weighting | Ranking
