"""How the arcs of an integrated graph run: bowed just enough to keep clear of states and arcs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def _nearest(points: Points, others: Points, axis: int) -> Points:
    """Return the least distance between the samples of each curve and other points.

    The distances have an axis for curves, one for samples, and one for the others.
    """
    across, down = (points[:, :, None, k] - others[None, None, :, k] for k in (0, 1))
    nearest: Points = np.sqrt((across**2 + down**2).min(axis=axis))
    return nearest


def _cost(points: Points, nodes: Points, taken: Points) -> Points:
    cost = np.abs(_BOWS) * 0.05 + (_BOWS < 0) * 0.01
    if len(nodes):
        close = np.maximum(0.0, _CLEAR - _nearest(points, nodes, 1))
        cost = cost + (close**2).sum(axis=1)
    if len(taken):
        nearest = _nearest(points[:, _COARSE], taken, 2)
        cost = cost + 1.5 * np.maximum(0.0, _APART - nearest).sum(axis=1)
    rounded: Points = np.round(cost, 4)
    return rounded


def routes(points: dict[int, Point], arcs: Sequence[Arc]) -> list[Route]:
    """Run each arc by the least bow that keeps clear of states and of arcs already run.

    Notes
    -----
    Short arcs are run first, so that long ones bow around them. Cost: arcs times the
    samples of the arcs before, in one array operation each.
    """
    spots = {number: np.array(point) for number, point in points.items()}
    numbers, every = np.array(list(points)), np.array(list(points.values())).reshape(-1, 2)
    lengths = [float(np.hypot(*(spots[arc.start] - spots[arc.end]))) for arc in arcs]
    order = sorted(range(len(arcs)), key=lambda k: (round(lengths[k], 1), k))
    taken = np.zeros((0, 2))
    found: dict[int, Route] = {}
    for k in order:
        arc = arcs[k]
        start, end = spots[arc.start], spots[arc.end]
        others = every[(numbers != arc.start) & (numbers != arc.end)]
        near = _box(others, start, end)
        control, curves = _curves(start, end)
        best = int(np.argmin(_cost(curves, near, _box(taken, start, end))))
        taken = np.concatenate([taken, curves[best, _COARSE]])
        found[k] = Route(points[arc.start], tuple(control[best].tolist()), points[arc.end])
    return [found[k] for k in range(len(arcs))]


def _box(others: Points, start: Points, end: Points) -> Points:
    """Keep the points near enough to matter to an arc."""
    room = float(np.abs(_BOWS).max()) + _CLEAR
    low, high = np.minimum(start, end) - room, np.maximum(start, end) + room
    kept: Points = others[((others >= low) & (others <= high)).all(axis=1)]
    return kept
