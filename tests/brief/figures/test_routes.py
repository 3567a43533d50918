"""Arcs run from state to state and keep clear of the others."""

from __future__ import annotations

from math import hypot

import pytest

from satumeja.brief.figures._layout import RADIUS
from satumeja.brief.figures._routes import Route, routes
from satumeja.brief.tables._moves import Arc

LINE = {1: (0.0, 0.0), 2: (100.0, 0.0), 3: (200.0, 0.0)}


def arc(start: int, end: int, dm: int = 0) -> Arc:
    return Arc(dm, start, end, True, False)


def test_a_free_arc_is_straight() -> None:
    (route,) = routes(LINE, [arc(1, 2)])
    assert route == Route((0.0, 0.0), (50.0, 0.0), (100.0, 0.0))


def test_an_arc_bows_around_a_state() -> None:
    (route,) = routes(LINE, [arc(1, 3)])
    nearest = min(hypot(x - 100, y) for x, y in (route.at(k / 50) for k in range(51)))
    assert nearest > RADIUS


@pytest.mark.parametrize("place", range(60, 560, 25))
def test_a_long_arc_sees_every_state_on_its_way(place: int) -> None:
    points = {1: (0.0, 0.0), 2: (600.0, 0.0), 3: (float(place), 4.0)}
    (route,) = routes(points, [arc(1, 2)])
    nearest = min(hypot(x - place, y - 4) for x, y in (route.at(k / 300) for k in range(301)))
    assert nearest > RADIUS


def test_arcs_between_the_same_states_run_apart() -> None:
    first, second = routes(LINE, [arc(1, 2), arc(2, 1, dm=1)])
    middle, other = first.at(0.5), second.at(0.5)
    assert hypot(middle[0] - other[0], middle[1] - other[1]) >= 5


def test_routes_do_not_depend_on_the_order_in_which_equal_arcs_are_written_down() -> None:
    arcs = [arc(1, 3), arc(1, 2), arc(2, 3)]
    assert routes(LINE, arcs)[0] == routes(LINE, [arcs[0], arcs[1], arcs[2]])[0]


@pytest.mark.parametrize("bow", [0.0, 30.0, -60.0])
def test_a_trimmed_arc_starts_and_ends_where_the_circles_do(bow: float) -> None:
    route = Route((0.0, 0.0), (50.0, bow), (100.0, 0.0)).trimmed(16, 20)
    assert hypot(*route.start) == pytest.approx(16, abs=0.1)
    assert hypot(route.end[0] - 100, route.end[1]) == pytest.approx(20, abs=0.1)
    whole = Route((0.0, 0.0), (50.0, bow), (100.0, 0.0))
    points = [whole.at(k / 400) for k in range(401)]
    x, y = route.at(0.5)
    assert min(hypot(x - a, y - b) for a, b in points) < 0.3
