"""Pairs of changes to preferences, for answers that no single change flips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.questions.leaning._answers import Findings
from satumeja.questions.leaning._assumptions import Change, Edit
from satumeja.questions.leaning._statements import side_by_side

__all__ = ["Pair", "smallest_pairs"]

Pair = tuple[Change, Change]

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
        pairs.

    Notes
    -----
    A pair changes two statements, of one decision maker or of two; in one list the upper
    statement is changed first, and the other moves from where it then stands.
    """
    stated = [edit for edit in edits if edit.change.assumption.kind == "statement"]
    asked = [k for k in robust if findings.answers[k].kind != "opening"]
    if not asked or len(stated) * (len(stated) - 1) // 2 > _MOST:
        return {}
    pairs = sorted(_pairs(stated), key=lambda pair: _cost(pair[0].change, pair[1].change))
    found: dict[int, list[Pair]] = {}
    least: dict[int, int] = {}
    left = iter(pairs)
    while some := list(islice(left, _AT_ONCE)):
        kept, ranks = _profiles(findings, some)
        if kept:
            stand = findings.stand_in(ranks)
            for k in asked:
                for j in np.flatnonzero(~stand[k]):
                    one, two = kept[j][0].change, kept[j][1].change
                    if _cost(one, two) <= least.setdefault(k, _cost(one, two)):
                        found.setdefault(k, []).append((one, two))
        if len(least) == len(asked):
            farthest = max(least.values())
            if _cost(some[-1][0].change, some[-1][1].change) > farthest:
                break
    return {k: tuple(sorted(each, key=_thinness)) for k, each in found.items()}


def _cost(one: Change, two: Change) -> int:
    return max(one.places, 1) + max(two.places, 1)


def _thinness(pair: Pair) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(change.assumption.thinness for change in pair))


def _pairs(edits: Sequence[Edit]) -> Iterator[tuple[Edit, Edit]]:
    for one, two in combinations(edits, 2):
        first, second = one.change.assumption, two.change.assumption
        if first.dm != second.dm or first.place < second.place:
            yield one, two
        elif first.place > second.place:
            yield two, one


def _profiles(
    findings: Findings, pairs: Sequence[tuple[Edit, Edit]]
) -> tuple[list[tuple[Edit, Edit]], NDArray[Any]]:
    """Return the pairs whose changes fit together, and everybody's ranks after both."""
    kept, orders = list[tuple[Edit, Edit]](), dict[int, dict[int, list[int]]]()
    for one, two in pairs:
        if one.place is not None and one.place == two.place:
            order = _after_both(findings.stated.counts[one.place], one.change, two.change)
            if order is None:
                continue
            orders.setdefault(one.place, {})[len(kept)] = order
        kept.append((one, two))
    ranks = findings.profiles(kept)
    for place, columns in orders.items():
        listed = side_by_side(list(columns.values()), findings.stated.counts[place])
        ranks[place][:, list(columns)] = findings.stated.ranks(place, listed)
    return kept, ranks


def _after_both(count: int, one: Change, two: Change) -> list[int] | None:
    """Return the order of so many statements after both changes, None where they do not fit."""
    order = _applied(list(range(count)), one)
    return _applied(order, two) if order else order


def _applied(order: list[int], change: Change) -> list[int] | None:
    statement = change.assumption.place - 1
    at = order.index(statement)
    rest = [k for k in order if k != statement]
    if change.way == "removed":
        return rest
    to = at - change.places if change.way == "up" else at + change.places
    return [*rest[:to], statement, *rest[to:]] if 0 <= to <= len(rest) else None
