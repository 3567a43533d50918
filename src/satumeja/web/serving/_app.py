"""The app made of its routes."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount
from starlette.routing import Route as Way
from starlette.staticfiles import StaticFiles

from satumeja.errors import InputError, LimitError, SatuMejaError
from satumeja.web import models, papers, reports, shelf, tables
from satumeja.web.cases import Cases
from satumeja.web.routing import Call, RefusedError, Route
from satumeja.web.serving._answers import json_answer, refusal, trouble
from satumeja.web.serving._bodies import body_of
from satumeja.web.serving._session import ROUTES

__all__ = ["API", "STATIC", "app_of", "routes"]

API = "/api/v1"
STATIC = Path(__file__).parents[1] / "static"

_BY_STATUS = {
    404: ("not_found", "there is nothing at this address"),
    405: ("wrong_method", "this address is not asked that way"),
}


def routes() -> tuple[Route, ...]:
    """Give all routes, in the order of the rooms."""
    rooms = (shelf, models, reports, tables, papers)
    return (*ROUTES, *(route for room in rooms for route in room.ROUTES))


def app_of(cases: Cases, desk: Mapping[str, Any]) -> Starlette:
    """Make the app of cases and of what the server keeps for all calls."""
    ways = [
        Way(API + route.path, _answering(route, cases, desk), methods=[route.method])
        for route in routes()
    ]
    return Starlette(
        routes=[*ways, Way("/", _shell), Mount("/static", StaticFiles(directory=STATIC))],
        exception_handlers={HTTPException: _astray},
    )


async def _shell(request: Request) -> Response:
    return FileResponse(STATIC / "index.html")


async def _astray(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    name, message = _BY_STATUS.get(status, ("bad_request", "this cannot be read as a request"))
    return refusal(RefusedError(name, message))


def _answering(
    route: Route, cases: Cases, desk: Mapping[str, Any]
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            body = await body_of(request, route)
        except RefusedError as error:
            return refusal(error)
        except ClientDisconnect:
            return Response(status_code=400)
        return await run_in_threadpool(_answer, route, cases, desk, request, body)

    return answer


def _answer(
    route: Route, cases: Cases, desk: Mapping[str, Any], request: Request, body: bytes
) -> Response:
    start = time.thread_time()
    try:
        response = _done(route, cases, desk, request, body)
    except RefusedError as error:
        response = refusal(error)
    except ValidationError as error:
        response = refusal(RefusedError("invalid", str(error.errors()[0]["msg"])))
    except InputError as error:
        response = refusal(RefusedError("invalid", str(error), error.faults))
    except LimitError as error:
        response = refusal(RefusedError("too_large", str(error)))
    except SatuMejaError as error:
        response = refusal(RefusedError(getattr(error, "error", "invalid"), str(error)))
    except Exception as error:
        response = trouble(error)
    spent = (time.thread_time() - start) * 1000
    response.headers["Server-Timing"] = f"cpu;dur={spent:.1f}"
    return response


def _done(
    route: Route, cases: Cases, desk: Mapping[str, Any], request: Request, body: bytes
) -> Response:
    if route.writes and cases.read_only:
        raise RefusedError("read_only", "the app was opened to look only; nothing is changed")
    call = Call(
        cases,
        dict(request.path_params),
        route.query.model_validate(dict(request.query_params)),
        _body(route, body),
        dict(request.headers),
        desk,
    )
    return json_answer(route.handle(call).model_dump_json())


def _body(route: Route, body: bytes) -> Any:
    if route.body is not None:
        return route.body.model_validate_json(body)
    return body if route.takes_bytes else None
