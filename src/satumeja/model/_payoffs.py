"""Games in normal form as models: one option a player, whose levels are its strategies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import ModelError, QuestionError
from satumeja.model._build import MOST_LEVELS, require_list
from satumeja.model._preferences import Ranking

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = ["STRATEGY", "from_payoffs"]

STRATEGY = "strategy"
"""The id of the option of a player."""

_Table = NDArray[Any]


def from_payoffs(
    new: type[Model],
    payoffs: Any,
    players: Sequence[str],
    strategies: Sequence[Sequence[str]],
    title: str,
    status_quo: Any,
    *,
    strict: bool,
) -> Model:
    """Make a model of a game, as `Model.from_payoffs` says."""
    tables = _tables(payoffs)
    sizes = tables[0].shape
    require_list(players, "players are a list of their ids")
    ids = tuple(players) or _players(len(sizes))
    if len(ids) != len(sizes):
        raise ModelError(f"the payoffs are of {len(sizes)} players; {len(ids)} are named")
    twice = next((player for k, player in enumerate(ids) if player in ids[:k]), None)
    if twice is not None:
        raise ModelError(f'two players are called "{twice}"')
    named = _strategies(strategies, sizes)
    return new.build(
        title,
        options={
            player: {STRATEGY: list(own)} if len(own) > 1 else []
            for player, own in zip(ids, named, strict=True)
        },
        preferences={
            player: _ranking(player, table, strict=strict)
            for player, table in zip(ids, tables, strict=True)
        },
        status_quo=status_quo,
    )


def _players(count: int) -> tuple[str, ...]:
    return ("row", "column") if count == 2 else tuple(f"player{k}" for k in range(1, count + 1))


def _tables(payoffs: Any) -> list[_Table]:
    """Give one array a player, of as many dimensions as there are players."""
    try:
        tables = [_array(table) for table in payoffs]
    except (TypeError, ValueError):
        raise ModelError(
            "payoffs are one array a player, with one dimension a player; these are none"
        ) from None
    count = len(tables)
    if count < 2:
        raise ModelError(f"a game has two or more players; these are the payoffs of {count}")
    shapes = [table.shape for table in tables]
    if any(len(shape) != count or shape != shapes[0] for shape in shapes):
        listed = ", ".join(" × ".join(map(str, shape)) or "a number" for shape in shapes)
        raise ModelError(
            f"payoffs are one array a player, all of the same shape with one dimension a player; "
            f"these {count} are {listed}"
        )
    if not all(1 <= size <= MOST_LEVELS for size in shapes[0]):
        most = max(shapes[0]) if min(shapes[0]) else 0
        raise ModelError(f"a player has 1 to {MOST_LEVELS} strategies; here one has {most}")
    return tables


def _array(table: Any) -> _Table:
    array = np.asarray(table)
    if array.dtype.kind in "iuf":
        return array
    return np.asarray(table, dtype=object)  # fractions, decimals, and numbers written as text


def _ranking(player: str, table: _Table, *, strict: bool) -> Ranking:
    try:
        # The strategy of the first player changes fastest, as its options are the lowest bits.
        return Ranking.from_payoffs(table.ravel(order="F"), strict=strict)
    except QuestionError as error:
        raise ModelError(f"payoffs of {player}: {error}") from None


def _strategies(
    stated: Sequence[Sequence[str]], sizes: Sequence[int]
) -> tuple[tuple[str, ...], ...]:
    require_list(stated, "strategies are a list of ids for each player")
    for own in stated:
        require_list(own, "the strategies of a player are a list of ids")
    if not stated:
        return tuple(tuple(f"s{k}" for k in range(1, size + 1)) for size in sizes)
    named = tuple(tuple(own) for own in stated)
    counts = [len(own) for own in named]
    if counts != list(sizes):
        wanted, got = (" × ".join(map(str, numbers)) for numbers in (sizes, counts))
        raise ModelError(f"the payoffs are of {wanted} strategies; {got} are named")
    return named
