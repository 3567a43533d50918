"""Pairs of changes to preferences, for answers that no single change flips."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from satumeja.model import Ranks
from satumeja.questions.leaning._answers import Findings, Flags, Profiles
from satumeja.questions.leaning._assumptions import Change, Edit
from satumeja.questions.leaning._statements import side_by_side

__all__ = ["Pair", "smallest_pairs"]

Pair = tuple[Change, Change]
Places = NDArray[np.intp]

_MOST = 20_000
_AT_ONCE = 1024


def smallest_pairs(
    findings: Findings, edits: Sequence[Edit], robust: Sequence[int]
) -> dict[int, tuple[Pair, ...]]:
    """Find the smallest pairs of changes to preference statements that flip some answers.

    Parameters
    ----------
    findings : Findings
        The answers.
    edits : sequence of Edit
        The single changes.
    robust : sequence of int
        The answers, by place, that none of these flips; openings are passed over.

    Returns
    -------
    dict of int to tuple of pairs
        For each answer that some pair flips, those with the fewest places in all, a
        statement left out counting as one. Nothing where there are more than 20,000
        pairs; of more than 2,048 states fewer, as many times as there are more states.

    Notes
    -----
    A pair changes two statements, of one decision maker or of two; in one list the upper
    statement is changed first, and the other moves from where it then stands. Many pairs
    come to the same rankings of everybody, and each of these profiles is decided once.
    """
    stated = [edit for edit in edits if edit.change.assumption.kind == "statement"]
    unflipped = [k for k in robust if findings.answers[k].kind != "opening"]
    if not unflipped or len(stated) * (len(stated) - 1) // 2 > findings.at_once(_MOST):
        return {}
    pairs = _Pairs(findings, stated)
    flips = _flips(findings, pairs, unflipped)
    smallest: dict[int, tuple[Pair, ...]] = {}
    for k, flipped in zip(unflipped, flips, strict=True):
        if flipped.any():
            (chosen,) = np.nonzero(flipped[pairs.profile])
            least = chosen[pairs.cost[chosen] == pairs.cost[chosen].min()]
            smallest[k] = tuple(sorted(map(pairs.pair, least.tolist()), key=_thinness))
    return smallest


def _flips(findings: Findings, pairs: _Pairs, answers: Sequence[int]) -> Flags:
    """Decide which profiles flip each answer, until the least is known of all answers."""
    flips = np.zeros((len(answers), pairs.profiles), dtype=np.bool_)
    step = findings.at_once(_AT_ONCE)
    for start in range(0, pairs.profiles, step):
        end = min(start + step, pairs.profiles)
        flips[:, start:end] = ~findings.stand_in(pairs.ranks(start, end), answers)
        # Profiles come by what they cost, so the first that flips an answer costs the least;
        # those that cost as much may still follow.
        farthest = pairs.least[flips.argmax(axis=1)].max()
        if flips.any(axis=1).all() and pairs.least[end - 1] > farthest:
            break
    return flips


class _Pairs:
    """Pairs of changes to statements that fit together, those of the fewest places first.

    Attributes
    ----------
    cost : int array, shape (pairs,)
        The places in all.
    profile : int array, shape (pairs,)
        Which profile of rankings each pair comes to.
    least : int array, shape (profiles,)
        The fewest places that each profile takes, ascending.
    """

    def __init__(self, findings: Findings, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self._first, self._second, self.cost = _pairs(edits)
        places = np.array([edit.place for edit in edits], dtype=np.intp)
        self._rankings = [_Rankings(own) for own in findings.ranks]
        kinds = np.array([self._kind(edit.place, edit.ranks) for edit in edits], dtype=np.intp)
        profiles = np.zeros((len(self.cost), len(findings.ranks)), dtype=np.intp)
        rows = np.arange(len(self.cost))
        for side in (self._first, self._second):
            profiles[rows, places[side]] = kinds[side]
        fits = self._fit_together(findings, places, profiles)
        self._first, self._second, self.cost = (
            column[fits] for column in (self._first, self._second, self.cost)
        )
        profiles = profiles[fits]
        first, of = _distinct(profiles)
        order = np.argsort(first)
        self._distinct, self.least = profiles[first[order]], self.cost[first[order]]
        self.profile = np.argsort(order)[of]
        self.profiles = len(first)

    def _kind(self, place: int | None, ranks: Ranks | None) -> int:
        assert place is not None and ranks is not None  # noqa: S101 somebody's statements
        return self._rankings[place].kind(ranks)

    def _fit_together(self, findings: Findings, places: Places, profiles: Places) -> Flags:
        """Rank anew where both changes are in one list; say which of them fit together."""
        fits = np.ones(len(profiles), dtype=np.bool_)
        orders: dict[int, dict[int, list[int]]] = {}
        for row in np.flatnonzero(places[self._first] == places[self._second]).tolist():
            place = int(places[self._first[row]])
            first, second = self.edits[self._first[row]], self.edits[self._second[row]]
            order = _applied(list(first.order or ()), second.change)
            if order is None:
                fits[row] = False
            else:
                orders.setdefault(place, {})[row] = order
        for place, rows in orders.items():
            listed = side_by_side(list(rows.values()), findings.stated.counts[place])
            ranks = findings.stated.ranks(place, listed)
            for row, own in zip(rows, ranks.T, strict=True):
                profiles[row, place] = self._rankings[place].kind(own)
        return fits

    def pair(self, row: int) -> Pair:
        """Return the changes of a pair."""
        return self.edits[self._first[row]].change, self.edits[self._second[row]].change

    def ranks(self, start: int, end: int) -> Profiles:
        """Return everybody's ranks in some profiles: shape (DMs, n, profiles)."""
        some = self._distinct[start:end].T
        listed = zip(self._rankings, some, strict=True)
        tables = (rankings.table[:, own] for rankings, own in listed)
        return np.stack(list(tables))


class _Rankings:
    """The different rankings that a decision maker has; its own is the first."""

    def __init__(self, own: Ranks) -> None:
        self._places: dict[bytes, int] = {}
        self._ranks: list[Ranks] = []
        self.kind(own)

    def kind(self, ranks: NDArray[np.integer]) -> int:
        """Return the place of a ranking among them."""
        listed: Ranks = ranks.astype(np.int32)
        place = self._places.setdefault(listed.tobytes(), len(self._ranks))
        if place == len(self._ranks):
            self._ranks.append(listed)
        return place

    @cached_property
    def table(self) -> NDArray[np.int32]:
        """All of the rankings as columns, once they are known."""
        return np.stack(self._ranks, axis=1)


def _distinct(rows: Places) -> tuple[Places, Places]:
    """Return the first of each different row, and which of these each row is like."""
    # Column by column, each time numbered anew: so the key stays as small as there are rows.
    key = np.zeros(len(rows), dtype=np.intp)
    for column in rows.T:
        key = np.unique(key * (column.max(initial=0) + 1) + column, return_inverse=True)[1]
    _, first, of = np.unique(key, return_index=True, return_inverse=True)
    return first, of


def _pairs(edits: Sequence[Edit]) -> tuple[Places, Places, Places]:
    """Pair the changes by their places, the fewest places in all first, and add these up."""
    about = [edit.change.assumption for edit in edits]
    whose = np.array([edit.place for edit in edits], dtype=np.intp)
    stands = np.array([assumption.place for assumption in about], dtype=np.intp)
    places = np.array([max(edit.change.places, 1) for edit in edits], dtype=np.intp)
    first, second = np.triu_indices(len(edits), 1)
    alike = whose[first] == whose[second]
    kept = ~(alike & (stands[first] == stands[second]))
    swapped = alike & (stands[first] > stands[second])
    first, second = np.where(swapped, second, first)[kept], np.where(swapped, first, second)[kept]
    cost = places[first] + places[second]
    order = np.argsort(cost, kind="stable")
    return first[order], second[order], cost[order]


def _thinness(pair: Pair) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(change.assumption.thinness for change in pair))


def _applied(order: list[int], change: Change) -> list[int] | None:
    """Return an order after a change, None where that leads out of it."""
    statement = change.assumption.place - 1
    at = order.index(statement)
    rest = [k for k in order if k != statement]
    if change.way == "removed":
        return rest
    to = at - change.places if change.way == "up" else at + change.places
    return [*rest[:to], statement, *rest[to:]] if 0 <= to <= len(rest) else None
