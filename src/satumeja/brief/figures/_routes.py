"""How the arcs of an integrated graph run: bowed just enough to keep clear of states and arcs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from satumeja.brief.figures._layout import RADIUS
from satumeja.brief.tables import Arc

__all__ = ["Route", "routes"]

_BOWS = np.array([0.0, 9.0, -9.0, 18.0, -18.0, 28.0, -28.0, 40.0, -40.0, 56.0, -56.0, 76.0, -76.0])
_SAMPLES = np.linspace(0.04, 0.96, 49)
_COARSE = slice(2, None, 4)  # enough to keep arcs apart; states are small, so all of them count
_CLEAR = RADIUS + 6
_APART = 6.0
_ROOM = 1_024  # points to begin with

Points = NDArray[np.float64]
Point = tuple[float, float]


@dataclass(frozen=True)
class Route:
    """A curve from one point by a control point to another, all in drawing units."""

    start: Point
    control: Point
    end: Point

    def at(self, part: float) -> Point:
        """Return the point at `part` (0 to 1) of the way."""
        a, b, c = (1 - part) ** 2, 2 * part * (1 - part), part**2
        return (
            a * self.start[0] + b * self.control[0] + c * self.end[0],
            a * self.start[1] + b * self.control[1] + c * self.end[1],
        )

    def trimmed(self, room_start: float, room_end: float) -> Route:
        """Return the curve without what lies within `room` of either end."""
        low, high = self._leave(room_start), 1 - self._leave(room_end, back=True)
        start, end = self.at(low), self.at(high)
        mix = [
            (1 - low) * (1 - high) * s + ((1 - low) * high + low * (1 - high)) * c + low * high * e
            for s, c, e in zip(self.start, self.control, self.end, strict=True)
        ]
        return Route(start, (mix[0], mix[1]), end)

    def _leave(self, room: float, *, back: bool = False) -> float:
        """Return how far along the curve it is `room` away from where it starts."""
        low, high = 0.0, 0.5
        origin = self.end if back else self.start
        for _ in range(24):
            middle = (low + high) / 2
            x, y = self.at(1 - middle if back else middle)
            near = (x - origin[0]) ** 2 + (y - origin[1]) ** 2 < room**2
            low, high = (middle, high) if near else (low, middle)
        return high


def _curves(start: Points, end: Points) -> tuple[Points, Points]:
    """Return the control point and the sample points of each possible bow."""
    along = end - start
    length = float(np.hypot(*along)) or 1.0
    normal = np.array([-along[1], along[0]]) / length
    control = (start + end) / 2 + 2 * _BOWS[:, None] * normal
    t = _SAMPLES[None, :, None]
    points = (1 - t) ** 2 * start + 2 * t * (1 - t) * control[:, None, :] + t**2 * end
    return control, points


class _Taken:
    """Where arcs run already: found by the cell they stand in, not by looking through all."""

    def __init__(self) -> None:
        self._points = np.zeros((_ROOM, 2))
        self._count = 0
        # In the cells around it, too, so that whoever asks looks into one cell.
        self._cells: dict[tuple[int, int], list[int]] = {}

    def add(self, points: Points) -> None:
        """Take note of where an arc runs."""
        if self._count + len(points) > len(self._points):
            self._points = np.concatenate([self._points, np.zeros_like(self._points)])
        self._points[self._count : self._count + len(points)] = points
        cells = np.floor(points / _APART).astype(np.int64)
        for place, (x, y) in enumerate(cells.tolist(), self._count):
            for cell in product((x - 1, x, x + 1), (y - 1, y, y + 1)):
                self._cells.setdefault(cell, []).append(place)
        self._count += len(points)

    def lack(self, points: Points) -> Points:
        """Return for each point by how much it is too close to what is taken."""
        flat = points.reshape(-1, 2)
        cells = np.floor(flat / _APART).astype(np.int64).tolist()
        near = [self._cells.get((x, y), ()) for x, y in cells]
        busy = [k for k, places in enumerate(near) if places]
        lack = np.zeros(len(flat))
        if busy:
            counts = [len(near[k]) for k in busy]
            others = self._points[[place for k in busy for place in near[k]]]
            away = flat[np.repeat(busy, counts)] - others
            squares = away[:, 0] ** 2 + away[:, 1] ** 2
            firsts = np.cumsum([0, *counts[:-1]])
            nearest = np.sqrt(np.minimum.reduceat(squares, firsts))
            lack[busy] = np.maximum(0.0, _APART - nearest)
        return lack.reshape(points.shape[:-1])


def _closeness(points: Points, nodes: Points) -> Points:
    """Return by how much each curve is too close to each state.

    Along its arc a curve goes on evenly, whatever its bow, so only the samples beside a state
    can be close to it.
    """
    start, end = points[0, 0], points[0, -1]
    along = (end - start) / (_SAMPLES[-1] - _SAMPLES[0])
    length = max(float(np.hypot(*along)), 1e-9)
    step = (_SAMPLES[1] - _SAMPLES[0]) * length
    beside = ((nodes - start) @ along) / length / step
    width = min(len(_SAMPLES), int(2 * (_CLEAR / step)) + 3)
    first = np.ceil(beside - _CLEAR / step).astype(np.int64) - 1
    first = np.clip(first, 0, len(_SAMPLES) - width)
    window = first[:, None] + np.arange(width)
    across, down = (points[:, window, k] - nodes[None, :, None, k] for k in (0, 1))
    nearest = np.sqrt((across**2 + down**2).min(axis=2))
    close: Points = np.maximum(0.0, _CLEAR - nearest)
    return close


def _cost(points: Points, nodes: Points, taken: _Taken) -> Points:
    cost = np.abs(_BOWS) * 0.05 + (_BOWS < 0) * 0.01
    if len(nodes):
        cost = cost + (_closeness(points, nodes) ** 2).sum(axis=1)
    cost = cost + 1.5 * taken.lack(points[:, _COARSE]).sum(axis=1)
    rounded: Points = np.round(cost, 4)
    return rounded


def routes(points: dict[int, Point], arcs: Sequence[Arc]) -> list[Route]:
    """Run each arc by the least bow that keeps clear of states and of arcs already run.

    Notes
    -----
    Short arcs are run first, so that long ones bow around them. Cost: each arc looks at the
    states beside it and at what is taken where it could run.
    """
    spots = {number: np.array(point) for number, point in points.items()}
    numbers, every = np.array(list(points)), np.array(list(points.values())).reshape(-1, 2)
    lengths = [float(np.hypot(*(spots[arc.start] - spots[arc.end]))) for arc in arcs]
    order = sorted(range(len(arcs)), key=lambda k: (round(lengths[k], 1), k))
    taken = _Taken()
    found: dict[int, Route] = {}
    for k in order:
        arc = arcs[k]
        start, end = spots[arc.start], spots[arc.end]
        near = every[_box(every, start, end) & (numbers != arc.start) & (numbers != arc.end)]
        control, curves = _curves(start, end)
        best = int(np.argmin(_cost(curves, near, taken)))
        taken.add(curves[best, _COARSE])
        found[k] = Route(points[arc.start], tuple(control[best].tolist()), points[arc.end])
    return [found[k] for k in range(len(arcs))]


def _box(points: Points, start: Points, end: Points) -> NDArray[np.bool_]:
    """Tell which points are near enough to matter to an arc."""
    room = float(np.abs(_BOWS).max()) + _CLEAR
    low, high = np.minimum(start, end) - room, np.maximum(start, end) + room
    inside: NDArray[np.bool_] = (
        (points[:, 0] >= low[0])
        & (points[:, 0] <= high[0])
        & (points[:, 1] >= low[1])
        & (points[:, 1] <= high[1])
    )
    return inside
