"""Plans of preference profiles: drawn at random, or all of them one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import factorial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.errors import LimitError, QuestionError
from satumeja.model import Model, Ranking
from satumeja.questions.sweeps._digest import model_digest
from satumeja.questions.sweeps._draws import (
    Draw,
    EveryRanking,
    ExchangedRanks,
    RandomRanks,
    StatementOrders,
    statements_of,
)
from satumeja.questions.sweeps._numbers import whole_number
from satumeja.questions.sweeps._plan import Counts, Flags, Part, Plan, equilibria_of
from satumeja.stability.explicit import (
    BATCH_CONCEPTS,
    LARGEST_BATCH,
    Batch,
    ProfileEngine,
    rank_type,
)

__all__ = [
    "ProfileChunk",
    "ProfilePlan",
    "every_ranking",
    "random_profiles",
    "statement_orders",
]

_MOST = 8192  # profiles in a chunk
_CELLS = 1 << 20  # states times profiles in a chunk
_MOST_LISTED = 12  # things whose orders are gone through
_MOST_STATEMENTS = 62  # that fit a whole number
_MOST_DRAWN = 10**12  # profiles: days, where a million tell a share


@dataclass(frozen=True, eq=False, repr=False)
class ProfileChunk(Shown):
    """Some preference profiles of one model."""

    model: Model
    draw: Draw
    part: Part

    def ranks(self) -> NDArray[Any]:
        """Return the ranks, 1 the least preferred: shape (DMs, n, profiles)."""
        makers, size = self.model.decision_makers, len(self.model.states)
        ranks = np.empty((len(makers), size, self.part.size), dtype=rank_type(size))
        for place, dm in enumerate(makers):
            if dm.id in self.draw.dms:
                ranks[place] = self.draw.ranks(self.model, place, self.part)
            else:
                ranks[place] = self.model.ranks(dm)[:, None]
        return ranks

    def equilibria(self, concepts: Sequence[str]) -> Flags:
        """Decide the equilibria: bool array, shape (concepts, n, profiles)."""
        five, own = _parted(concepts)
        ranks = self.ranks()
        parts = [self._engine.equilibria(ranks, five)] if five else []
        if own:
            parts.append(np.stack([*self._alone(ranks, own)], axis=-1))
        return np.concatenate(parts)

    def counts(self, concepts: Sequence[str]) -> Counts:
        """Count the profiles in which each state is an equilibrium: shape (concepts, n)."""
        five, own = _parted(concepts)
        ranks = self.ranks()
        parts = [self._engine.counts(ranks, five)] if five else []
        if own:
            counts = np.zeros((len(own), len(self.model.states)), dtype=np.int64)
            for flags in self._alone(ranks, own):
                counts += flags
            parts.append(counts)
        return np.concatenate(parts)

    @property
    def _engine(self) -> Batch | ProfileEngine:
        if len(self.model.states) > LARGEST_BATCH:
            return ProfileEngine.of(self.model)
        return Batch.of(self.model)

    def _alone(self, ranks: NDArray[Any], concepts: Sequence[str]) -> Iterator[Flags]:
        """Give the equilibria under concepts of one's own, which look at a model."""
        for k in range(self.part.size):
            yield equilibria_of(_ranked(self.model, ranks[:, :, k]), concepts)


def _parted(concepts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part concepts: those decided from ranks, and those of one's own."""
    five = [name for name in concepts if name in BATCH_CONCEPTS]
    return five, [name for name in concepts if name not in five]


def _ranked(model: Model, ranks: NDArray[Any]) -> Model:
    """Return the model with the preferences of one profile."""
    makers = []
    for dm, own in zip(model.decision_makers, ranks, strict=True):
        order = np.argsort(-own.astype(np.int64), kind="stable")
        ends = np.flatnonzero(np.diff(own[order])) + 1
        numbers, bounds = (order + 1).tolist(), [0, *ends.tolist(), len(order)]
        classes = tuple(tuple(numbers[a:b]) for a, b in pairwise(bounds))
        makers.append(replace(dm, preference=Ranking(classes)))
    return replace(model, decision_makers=tuple(makers))


@dataclass(frozen=True, eq=False, repr=False)
class ProfilePlan(Shown, Plan):
    """Preference profiles of one model, drawn or listed."""

    draw: Draw

    @cached_property
    def _decides(self) -> dict[str, Any]:
        drawn = self.draw.parameters(self.model)
        return {"kind": self.kind, "model": model_digest(self.model), **drawn}

    @property
    def parameters(self) -> dict[str, Any]:
        """What the plan is, as plain data for people."""
        return {**self._decides, "free": list(self.draw.dms)}

    def content(self, part: Part) -> dict[str, Any]:
        """Return, as plain data, all that decides the results of a part, and nothing else."""
        return {**self._decides, "part": [part.index, part.first, part.size]}

    def chunk(self, part: Part) -> ProfileChunk:
        """Make the chunk that decides a part."""
        return ProfileChunk(self.model, self.draw, part)


def _plan(kind: str, model: Model, draw: Draw, profiles: int) -> ProfilePlan:
    chunk_size = max(1, min(_MOST, _CELLS // len(model.states)))
    return ProfilePlan(kind, model, model.states, profiles, chunk_size, draw)


def random_profiles(
    model: Model,
    count: int,
    seed: int,
    *,
    dms: Iterable[str] | None = None,
    ties: float = 0.0,
) -> ProfilePlan:
    """Plan random preference profiles: every order of the states as likely as any other.

    Parameters
    ----------
    model : Model
        The moves, and the preferences of those whose preferences stay.
    count : int
        How many profiles.
    seed : int
        Where chance starts; the same seed gives the same profiles on every machine.
    dms : iterable of str, optional
        The decision makers whose preferences are drawn; all of them by default.
    ties : float
        The probability that neighbours in an order tie: 0 for strict orders.

    Returns
    -------
    ProfilePlan
        To be given to `sweep`.

    Raises
    ------
    QuestionError
        If a decision maker is unknown, or a number makes no sense.

    See Also
    --------
    sweep : Decides them.
    every_ranking : All rankings instead of some.
    statement_orders : Orders of statements instead of states.

    Notes
    -----
    Chunk k draws for decision maker i from PCG64, seeded with child i of child k of
    ``numpy.random.SeedSequence(seed)``. So the preferences drawn for one of them are
    the same whoever else is free.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> plan = random_profiles(load("chicken"), 1000, seed=7, dms=["row"])
    >>> ranks = next(plan.chunks()).ranks()
    >>> ranks.shape, ranks[1, :, :2].T.tolist()
    ((2, 4, 1000), [[3, 2, 4, 1], [3, 2, 4, 1]])
    """
    ids = [dm.id for dm in model.decision_makers] if dms is None else list(dms)
    free = {model[dm].id for dm in ids}
    if not free:
        raise QuestionError("name a decision maker whose preferences are to be drawn")
    if not 0 <= ties <= 1:
        raise QuestionError(f"ties is a probability from 0 to 1, not {ties!r}")
    ordered = tuple(dm.id for dm in model.decision_makers if dm.id in free)
    draw = RandomRanks(ordered, whole_number(seed, 0, "a seed"), float(ties))
    profiles = _drawn(count, "profiles")
    return _plan("random_profiles", model, draw, profiles)


def every_ranking(model: Model, dm: str) -> ProfilePlan:
    """Plan all strict rankings of the states by one decision maker, the others as they are.

    Parameters
    ----------
    model : Model
        With 12 states at most.
    dm : str
        The decision maker whose preferences are asked about.

    Returns
    -------
    ProfilePlan
        n! profiles for n states, in lexicographic order of the state numbers, most
        preferred first.

    Raises
    ------
    LimitError
        If there are more than 12 states, so more than 479,001,600 rankings.
    QuestionError
        If the decision maker is unknown.

    See Also
    --------
    sweep : Decides them.
    random_profiles : Some of them, where they are too many.
    invert : How many make one state an equilibrium, counted without going through them.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> every_ranking(load("syria-iraq"), "syria").profiles
    720
    """
    draw = EveryRanking((model[dm].id,))
    profiles = _orders_of(len(model.states), "states", "draw some with random_profiles")
    return _plan("every_ranking", model, draw, profiles)


def exchanged_rankings(model: Model) -> ProfilePlan:
    """Plan all ways to give the decision makers' rankings to one another.

    Parameters
    ----------
    model : Model
        With two decision makers or more.

    Returns
    -------
    ProfilePlan
        n! - 1 profiles for n decision makers: every exchange but the one that leaves all
        rankings where they are, in lexicographic order.

    Raises
    ------
    LimitError
        If there are more than 12 decision makers.
    QuestionError
        If there is one alone.

    See Also
    --------
    random_profiles : Rankings that nobody has.

    Notes
    -----
    What is told by who wants what, and not by what is wanted at all, is lost by an exchange.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> exchanged_rankings(load("december-2021-b")).profiles
    5
    """
    dms = tuple(maker.id for maker in model.decision_makers)
    if len(dms) < 2:
        raise QuestionError("one decision maker alone has nobody to exchange rankings with")
    profiles = _orders_of(len(dms), "decision makers", "draw some with random_profiles") - 1
    return _plan("exchanged_rankings", model, ExchangedRanks(dms), profiles)


def statement_orders(
    model: Model, dm: str, count: int | None = None, seed: int | None = None
) -> ProfilePlan:
    """Plan the orders in which one decision maker may put its preference statements.

    Parameters
    ----------
    model : Model
        The others keep their preferences.
    dm : str
        A decision maker who states preferences.
    count, seed : int, optional
        How many orders to draw, and where chance starts; without them, all orders.

    Returns
    -------
    ProfilePlan
        Different orders may rank the states alike; each order counts.

    Raises
    ------
    LimitError
        If all orders of more than 12 statements are asked for, or there are more than
        62 statements.
    QuestionError
        If the decision maker is unknown or states no preferences, or only one of
        `count` and `seed` is given.

    See Also
    --------
    sweep : Decides them.
    rests_on : How often each answer stands over the orders of everybody.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> statement_orders(load("syria-iraq"), "syria").profiles
    24
    """
    statements = len(statements_of(model, dm))
    if not statements:
        raise QuestionError(f'"{dm}" has no preference statements whose order could change')
    if statements > _MOST_STATEMENTS:
        raise LimitError(
            f"{statements} statements are more than the {_MOST_STATEMENTS} that are reordered"
        )
    if (count is None) != (seed is None):
        raise QuestionError("give both count and seed to draw orders, or neither for all of them")
    if count is None or seed is None:
        profiles = _orders_of(statements, "statements", "draw some by giving count and seed")
    else:
        profiles = _drawn(count, "orders")
        whole_number(seed, 0, "a seed")
    return _plan("statement_orders", model, StatementOrders((dm,), seed), profiles)


def _drawn(count: int, what: str) -> int:
    """Return how many are drawn, unless that would never end."""
    if whole_number(count, 1, f"the number of {what}") > _MOST_DRAWN:
        raise LimitError(
            f"so many {what} would take years; {_MOST_DRAWN:,} at most are drawn, and "
            "1,000,000 tell a share to a tenth of a percent"
        )
    return count


def _orders_of(things: int, what: str, instead: str) -> int:
    """Return how many orders there are, unless they are too many to go through."""
    if things > _MOST_LISTED:
        raise LimitError(
            f"{things} {what} have {things}! orders; those of {_MOST_LISTED} at most are gone "
            f"through; {instead}"
        )
    return factorial(things)
