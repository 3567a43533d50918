"""Trouble nobody thought of: calm for the page, a place for whoever mends it, no words of it."""

from __future__ import annotations

import re

import pytest

from satumeja.web.routing import Call, Route
from satumeja.web.serving import _app
from served import Served

PRIVATE = "/home of somebody/dossier.db"


def break_down(*given: object) -> Call:
    """Fail, as a fault of the program would, with a path in the message."""
    raise ZeroDivisionError(PRIVATE)


@pytest.mark.parametrize("route", _app.routes(), ids=lambda each: f"{each.method} {each.path}")
def test_every_route_fails_calmly(
    served: Served,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    route: Route,
) -> None:
    monkeypatch.setattr(_app, "_call", break_down)
    body: object = {} if route.body is not None else b"x" if route.takes_bytes else None
    path = re.sub(r"{\w+}", "talks", route.path)
    secret = served.keys.key if route.path == "/codes" else served.keys.token
    answer = served.ask(
        route.method, f"/api/v1{path}", body, token=False, Authorization=f"Bearer {secret}"
    )
    told = capsys.readouterr().err
    assert (answer.status_code, answer.json()["error"]) == (500, "internal")
    assert "Traceback" not in answer.text
    assert "ZeroDivisionError" not in answer.text
    assert told.startswith("unexpected ZeroDivisionError in /web/serving/_app.py line ")
    assert PRIVATE not in told + answer.text
    assert served.keys.token not in told


def test_what_fails_outside_the_routes_is_as_calm(
    served: Served, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(served.desk, "tickets", None)
    answer = served.ask("GET", "/t/x", token=False)
    assert (answer.status_code, answer.json()["error"]) == (500, "internal")
    assert answer.headers["cache-control"] == "no-store"
    assert "Traceback" not in answer.text + capsys.readouterr().err
