"""How the preferences of a plan are drawn or listed: one class a way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Model, OptionStates, Prioritisation, Statement, holds
from satumeja.questions._orders import (
    dense_ranks,
    listed_orders,
    random_orders,
    random_ranks,
    ranks_of_orders,
)
from satumeja.questions.sweeps._digest import numbers_digest
from satumeja.questions.sweeps._plan import Part

__all__ = [
    "Draw",
    "EveryRanking",
    "ExchangedRanks",
    "RandomRanks",
    "StatementOrders",
    "statements_of",
]

Ranks = NDArray[Any]


def _stream(seed: int, part: Part, place: int) -> np.random.PCG64:
    """Return the chance of a decision maker in a part: grandchild of ``SeedSequence(seed)``."""
    return np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(part.index, place)))


class Draw(Protocol):
    """Preferences of some decision makers, profile by profile."""

    @property
    def dms(self) -> tuple[str, ...]:
        """The ids of the decision makers whose preferences it gives."""

    def parameters(self, model: Model) -> dict[str, Any]:
        """Return, as plain data, what decides its profiles, the model apart."""

    def ranks(self, model: Model, place: int, part: Part) -> Ranks:
        """Return the ranks of decision maker `place` in a part: shape (n, profiles)."""


@dataclass(frozen=True)
class RandomRanks:
    """Random orders: strict, or weak with neighbours tied with probability `ties`."""

    dms: tuple[str, ...]
    seed: int
    ties: float

    def parameters(self, model: Model) -> dict[str, Any]:
        """Return, as plain data, what decides its profiles, the model apart."""
        free = [place for place, dm in enumerate(model.decision_makers) if dm.id in self.dms]
        return {"free": free, "seed": self.seed, "ties": self.ties}

    def ranks(self, model: Model, place: int, part: Part) -> Ranks:
        """Return the ranks of decision maker `place` in a part: shape (n, profiles)."""
        stream = _stream(self.seed, part, place)
        return random_ranks(len(model.states), part.size, self.ties, stream)


@dataclass(frozen=True)
class EveryRanking:
    """All strict rankings, in lexicographic order of the states, most preferred first."""

    dms: tuple[str]

    def parameters(self, model: Model) -> dict[str, Any]:
        """Return, as plain data, what decides its profiles, the model apart."""
        return {"free": [model.place(self.dms[0])]}

    def ranks(self, model: Model, place: int, part: Part) -> Ranks:
        """Return the ranks of decision maker `place` in a part: shape (n, profiles)."""
        del place
        return ranks_of_orders(listed_orders(len(model.states), part.first, part.size))


@dataclass(frozen=True)
class ExchangedRanks:
    """The rankings there are, each with another decision maker: all exchanges but none."""

    dms: tuple[str, ...]

    def parameters(self, model: Model) -> dict[str, Any]:
        """Return, as plain data, what decides its profiles, the model apart."""
        del model
        return {"free": list(range(len(self.dms)))}

    def ranks(self, model: Model, place: int, part: Part) -> Ranks:
        """Return the ranks of decision maker `place` in a part: shape (n, profiles)."""
        ranked = np.stack([model.ranks(maker) for maker in model.decision_makers], axis=1)
        owners = listed_orders(len(self.dms), part.first + 1, part.size)[place]
        return ranked[:, owners]


@dataclass(frozen=True)
class StatementOrders:
    """Orders of preference statements: all in lexicographic order, or drawn by `seed`."""

    dms: tuple[str]
    seed: int | None

    def parameters(self, model: Model) -> dict[str, Any]:
        """Return, as plain data, what decides its profiles, the model apart."""
        truth = self._truth(model)
        return {
            "free": [model.place(self.dms[0])],
            "seed": self.seed,
            "statements": [len(truth), numbers_digest(truth)],
        }

    def ranks(self, model: Model, place: int, part: Part) -> Ranks:
        """Return the ranks of decision maker `place` in a part: shape (n, profiles)."""
        truth = self._truth(model)
        count = len(truth)
        if self.seed is None:
            orders = listed_orders(count, part.first, part.size)
        else:
            orders = random_orders(count, part.size, _stream(self.seed, part, place))
        weights = np.empty(orders.shape, dtype=np.int64)
        halving = (1 << np.arange(count - 1, -1, -1, dtype=np.int64))[:, None]
        np.put_along_axis(weights, orders, halving, axis=0)
        return dense_ranks(truth.T.astype(np.int64) @ weights)

    def _truth(self, model: Model) -> NDArray[np.bool_]:
        """Say which statement holds in which state: shape (statements, n)."""
        states = model.states
        codes = states.codes if isinstance(states, OptionStates) else np.zeros(0, np.int64)
        return np.array([holds(s.condition, codes) for s in statements_of(model, self.dms[0])])


def statements_of(model: Model, dm: str) -> tuple[Statement, ...]:
    """Return the preference statements of a decision maker, none where it has a ranking."""
    preference = model[dm].preference
    return preference.statements if isinstance(preference, Prioritisation) else ()
