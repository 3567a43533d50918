"""The routes, as one table."""

from __future__ import annotations

from collections import Counter

from satumeja.web.serving._app import routes
from satumeja.web.shapes import Query


def test_no_two_routes_take_one_request() -> None:
    taken = Counter((route.method, route.path) for route in routes())
    assert [way for way, count in taken.items() if count > 1] == []


def test_what_a_route_takes_fits_its_way() -> None:
    for route in routes():
        assert route.says.endswith("."), route
        assert issubclass(route.query, Query), route
        assert not (route.body and route.takes_bytes), route
        if route.method == "GET":
            assert not route.writes, route
            assert route.body is None, route
