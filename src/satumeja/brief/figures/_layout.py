"""Where the states of an integrated graph stand.

In option form a state is a combination of the decision makers' own choices, so each
decision maker is given a direction of its own: one moves states across, another up and
down, a third aslant. Along its direction the choices of a decision maker are ordered
from those it likes least to those it likes most, so that improvements run one way.
States without such a structure are placed so that distances on paper follow the number
of moves between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.brief.tables import Arc
from satumeja.model import Model, OptionStates, Ranks
from satumeja.model.kit import distinct

__all__ = ["DIRECTIONS", "RADIUS", "Layout", "Tick", "in_rows", "place"]

RADIUS = 14.0
DIRECTIONS = ("across", "down", "aslant", "aslant_up")
_GAP = 60.0
_WIDE_GAP = 112.0
_ASLANT = {3: ((30.0, 52.0),), 4: ((34.0, 60.0), (60.0, -34.0))}
_EDGE, _CLOSE_EDGE, _FEW = 120.0, 88.0, 12
_ROUNDS = 300
_PUSHES, _ROOM = 80, 3.2 * RADIUS
_LEAST_ROW = 10
_BLOCK = 256  # arcs looked at side by side: all of them at once would be gigabytes

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Tick:
    """A choice of one decision maker on an axis: what it is and where."""

    axis: str
    at: float
    form: str


@dataclass(frozen=True)
class Layout:
    """Where states stand: points by state number, axis ticks, a direction by decision maker."""

    points: dict[int, tuple[float, float]]
    ticks: tuple[Tick, ...] = ()
    directions: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Axis:
    """Decision makers that share a direction, and the place of each state along it."""

    dms: tuple[int, ...]
    places: NDArray[np.int64]

    @property
    def size(self) -> int:
        return int(self.places.max()) + 1


def place(
    model: Model, numbers: Sequence[int], ranks: Sequence[Ranks], arcs: Sequence[Arc]
) -> Layout:
    """Place states on paper.

    Parameters
    ----------
    model : Model
        Whose states they are.
    numbers : sequence of int
        The states to place, ascending.
    ranks : sequence of array
        The ranks of all states, by decision maker.
    arcs : sequence of Arc
        The moves between them.

    Returns
    -------
    Layout
        Points in drawing units; y grows downwards.

    Notes
    -----
    Cost O(n squared) in the states drawn, of which there are a few dozen.
    """
    if isinstance(model.states, OptionStates):
        axes = _axes(model.states, numbers, ranks)
        cells = int(np.prod([axis.size for axis in axes]))
        if cells <= max(3 * len(numbers), 16):
            return _along_axes(model.states, numbers, axes)
    busy = {number for arc in arcs for number in (arc.start, arc.end)}
    joined = [number for number in numbers if number in busy]
    points = dict(zip(joined, _by_distance(joined, arcs), strict=True)) if joined else {}
    return Layout(points | in_rows([n for n in numbers if n not in busy], points))


def _liking(lines: NDArray[np.int64], own: NDArray[np.int64], ranks: Ranks) -> NDArray[np.int64]:
    """Order the choices of one decision maker from liked least to liked most.

    A choice is liked by how often, the others staying as they are, it is preferred to
    another choice, less how often another is preferred to it.
    """
    same = lines[:, None] == lines[None, :]
    wins = np.sign(ranks[:, None].astype(int) - ranks[None, :]) * same
    choices = distinct(own)
    score = [wins[own == choice].mean() for choice in choices]
    return choices[np.lexsort((choices, np.round(score, 9)))]


def _axes(
    states: OptionStates, numbers: Sequence[int], ranks: Sequence[Ranks]
) -> tuple[_Axis, ...]:
    chosen = np.array(numbers) - 1
    codes = states.codes[chosen]
    single = []
    for dm, mask in enumerate(states.masks):
        own = codes & mask
        order = _liking(codes & ~mask, own, ranks[dm][chosen]).tolist()
        single.append(_Axis((dm,), np.array([order.index(choice) for choice in own.tolist()])))
    single.sort(key=lambda axis: (-axis.size, axis.dms))
    axes = single[:4]
    for extra in single[4:]:
        smallest = min(range(len(axes)), key=lambda k: (axes[k].size, k))
        axes[smallest] = _merged(axes[smallest], extra)
    if len(axes) == 3 and axes[2].size > 1:
        axes[1:] = [axes[2], axes[1]]
    return tuple(axes)


def _merged(first: _Axis, second: _Axis) -> _Axis:
    both = first.places * second.size + second.places
    return _Axis((*first.dms, *second.dms), np.unique(both, return_inverse=True)[1])


def _along_axes(states: OptionStates, numbers: Sequence[int], axes: tuple[_Axis, ...]) -> Layout:
    inner = np.zeros((len(numbers), 2))
    used = [axis for axis in axes if axis.size > 1] or list(axes[:1])
    for axis, vector in zip(used[2:], _ASLANT.get(len(used), ()), strict=False):
        inner += axis.places[:, None] * np.array(vector)
    span = inner.max(axis=0) - inner.min(axis=0)
    pitch = span + (_GAP if len(used) > 2 else _WIDE_GAP)
    outer = np.zeros((len(numbers), 2))
    for k, axis in enumerate(used[:2]):
        outer[:, k] = axis.places * pitch[k]
    points = np.round(outer + inner, 1)
    directions = [""] * len(states.masks)
    for axis, direction in zip(used, DIRECTIONS, strict=False):
        for dm in axis.dms:
            directions[dm] = direction
    middle = inner.min(axis=0) + span / 2
    ticks = [
        tick
        for k, axis in enumerate(used[:2])
        for tick in _ticks(states, numbers, axis, DIRECTIONS[k], pitch[k], middle[k])
    ]
    where = {n: (float(x), float(y)) for n, (x, y) in zip(numbers, points, strict=True)}
    return Layout(where, tuple(ticks), tuple(directions))


def _ticks(
    states: OptionStates,
    numbers: Sequence[int],
    axis: _Axis,
    name: str,
    pitch: float,
    middle: float,
) -> list[Tick]:
    """Label an axis with what its decision makers choose there."""
    places, forms = axis.places.tolist(), dict[int, str]()
    for number, spot in zip(numbers, places, strict=True):
        parts = states.form_of(states.decimal(number)).split("|")
        forms.setdefault(spot, "|".join(parts[dm] for dm in axis.dms))
    return [Tick(name, round(k * pitch + middle, 1), forms[k]) for k in sorted(forms)]


def in_rows(
    numbers: Sequence[int], others: dict[int, tuple[float, float]]
) -> dict[int, tuple[float, float]]:
    """Put the states no arc leads to or from in rows below the others."""
    left = min((x for x, _ in others.values()), default=0.0)
    right = max((x for x, _ in others.values()), default=0.0)
    top = max((y for _, y in others.values()), default=-_GAP) + _GAP
    across = max(_LEAST_ROW, int((right - left) / _ROOM))
    return {
        number: (round(left + k % across * _ROOM, 1), round(top + k // across * _ROOM, 1))
        for k, number in enumerate(numbers)
    }


def _distances(numbers: Sequence[int], arcs: Sequence[Arc]) -> Points:
    """Count the moves between states, either way; states out of reach stand a little off."""
    index, size = {n: k for k, n in enumerate(numbers)}, len(numbers)
    found = np.full((size, size), np.inf)
    np.fill_diagonal(found, 0)
    for arc in arcs:
        a, b = index[arc.start], index[arc.end]
        found[a, b] = found[b, a] = 1
    for k in range(size):
        found = np.minimum(found, found[:, k : k + 1] + found[k : k + 1, :])
    known = np.isfinite(found)
    found[~known] = min(4.0, found[known].max() + 1)
    return found


def _by_distance(numbers: Sequence[int], arcs: Sequence[Arc]) -> list[tuple[float, float]]:
    """Place states on a circle, on a grid or by stress majorisation [1]_: the least tangled.

    References
    ----------
    .. [1] Gansner, Koren & North, "Graph drawing by stress majorization", 2004.
    """
    edge = _EDGE if len(numbers) <= _FEW else _CLOSE_EDGE
    wanted = _distances(numbers, arcs) * edge
    index = {number: k for k, number in enumerate(numbers)}
    ends = np.array(sorted({(index[a.start], index[a.end]) for a in arcs})).reshape(-1, 2)
    starts = _starts(len(numbers), edge)
    tries = [_spread(points) for points in starts]
    tries += [_spread(points) for points in _majorised(starts, wanted)]
    points = min(tries, key=lambda found: (_tangle(found, ends), _stress(found, wanted)))
    return [(round(float(x), 1), round(float(y), 1)) for x, y in points]


def _starts(size: int, edge: float) -> list[Points]:
    """Return a circle, and grids of all widths that are not too long."""
    angle = 2 * np.pi * np.arange(size) / size
    circle = np.stack([np.sin(angle), -np.cos(angle)], axis=1) * edge * max(1.0, size / 6)
    side = int(np.ceil(np.sqrt(size)))
    places = np.arange(size)
    grids = [
        np.stack([places % columns, places // columns], axis=1) * edge * 1.2
        for columns in range(max(2, side - 1), side + 3)
    ]
    return [circle, *(grid + 0.02 * circle for grid in grids)]


def _tangle(points: Points, ends: NDArray[np.int64]) -> int:
    """Count the arcs that cross as straight lines, and thrice those that run over a state."""
    if not len(ends):
        return 0
    start, end = points[ends[:, 0]], points[ends[:, 1]]
    along = end - start
    length = np.maximum((along**2).sum(axis=1), 1e-9)
    sides = np.empty((len(ends), len(points)), dtype=np.int8)
    over = 0
    for first in range(0, len(ends), _BLOCK):
        some = slice(first, first + _BLOCK)
        away = points[None, :, :] - start[some, None, :]
        share = np.clip((away * along[some, None, :]).sum(axis=2) / length[some, None], 0, 1)
        gaps = _norm(away - share[:, :, None] * along[some, None, :])
        gaps[np.arange(len(gaps))[:, None], ends[some]] = np.inf
        over += int((gaps < RADIUS + 5).sum())
        sides[some] = np.sign(np.round(_cross(along[some, None, :], away), 6))
    return _crossings(sides, ends) + 3 * over


def _crossings(sides: NDArray[np.int8], ends: NDArray[np.int64]) -> int:
    """Count the pairs of arcs of which each has the ends of the other on its two sides."""
    crossing = 0
    for first in range(0, len(ends), _BLOCK):
        some = slice(first, first + _BLOCK)
        apart = sides[some][:, ends[:, 0]] * sides[some][:, ends[:, 1]] < 0
        crossed = (sides[:, ends[some, 0]] * sides[:, ends[some, 1]] < 0).T
        crossing += int((apart & crossed).sum())
    return crossing // 2


def _cross(first: Points, second: Points) -> Points:
    found: Points = first[..., 0] * second[..., 1] - first[..., 1] * second[..., 0]
    return found


def _norm(points: Points) -> Points:
    across, down = points[..., 0], points[..., 1]
    lengths: Points = np.sqrt(across * across + down * down)
    return lengths


def _lengths(points: Points) -> Points:
    across, down = (points[:, None, k] - points[None, :, k] for k in (0, 1))
    across *= across
    down *= down
    across += down
    return np.sqrt(across, out=across)


def _stress(points: Points, wanted: Points) -> float:
    with np.errstate(invalid="ignore", divide="ignore"):
        part = ((_lengths(points) - wanted) / wanted) ** 2
    return round(float(np.nansum(part)), 3)


def _majorised(starts: Sequence[Points], wanted: Points) -> list[Points]:
    """Move states from each start so that the distances between them are those wanted."""
    if len(wanted) == 1:
        return list(starts)
    weights: Points = 1 / np.maximum(wanted, 1e-9) ** 2
    np.fill_diagonal(weights, 0)
    laplacian: Points = np.diag(weights.sum(axis=1)) - weights
    inverse: Points = np.asarray(np.linalg.pinv(laplacian), dtype=np.float64)
    pulls: Points = -weights * wanted
    return [_pulled(points, inverse, pulls) for points in starts]


def _pulled(points: Points, inverse: Points, pulls: Points) -> Points:
    for _ in range(_ROUNDS):
        pull = _lengths(points)
        np.divide(pulls, np.maximum(pull, 1e-6, out=pull), out=pull)
        np.fill_diagonal(pull, 0)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = inverse @ (pull @ points)
    return points


def _spread(points: Points) -> Points:
    """Turn the long side across, and push states apart that are too close."""
    if len(points) == 1:
        return points
    centred = points - points.mean(axis=0)
    xx, yy = (centred**2).sum(axis=0)
    xy = float((centred[:, 0] * centred[:, 1]).sum())
    turn = 0.5 * np.arctan2(2 * xy, xx - yy)
    turned: Points = centred @ np.array(
        [[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]
    )
    for _ in range(_PUSHES):
        away = turned[:, None, :] - turned[None, :, :]
        lengths = np.maximum(_norm(away), 1e-6)
        lack = np.maximum(0.0, _ROOM - lengths)
        np.fill_diagonal(lack, 0)
        if not lack.any():
            break
        turned = turned + (away / lengths[:, :, None] * lack[:, :, None] / 2).sum(axis=1)
    return turned
