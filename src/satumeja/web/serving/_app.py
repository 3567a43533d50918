"""The app made of its routes."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount
from starlette.routing import Route as Way
from starlette.staticfiles import StaticFiles

from satumeja.errors import InputError, LimitError, SatuMejaError
from satumeja.web import models, papers, reports, shelf, tables
from satumeja.web.cases import Cases
from satumeja.web.routing import Call, RefusedError, Route
from satumeja.web.shapes import FaultShape, Refused

__all__ = ["API", "app_of", "routes"]

API = "/api/v1"
STATIC = Path(__file__).parents[1] / "static"


def routes() -> tuple[Route, ...]:
    """Give all routes, in the order of the rooms."""
    rooms = (shelf, models, reports, tables, papers)
    return tuple(route for room in rooms for route in room.ROUTES)


def app_of(cases: Cases, desk: Mapping[str, Any]) -> Starlette:
    """Make the app of cases and of what the server keeps for all calls."""
    ways = [
        Way(API + route.path, _answering(route, cases, desk), methods=[route.method])
        for route in routes()
    ]
    return Starlette(
        routes=[*ways, Way("/", _shell), Mount("/static", StaticFiles(directory=STATIC))]
    )


async def _shell(request: Request) -> Response:
    return FileResponse(STATIC / "index.html")


def _answering(
    route: Route, cases: Cases, desk: Mapping[str, Any]
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        body = await request.body()
        return await run_in_threadpool(_answer, route, cases, desk, request, body)

    return answer


def _answer(
    route: Route, cases: Cases, desk: Mapping[str, Any], request: Request, body: bytes
) -> Response:
    start = time.thread_time()
    try:
        call = Call(
            cases,
            dict(request.path_params),
            route.query.model_validate(dict(request.query_params)),
            _body(route, body),
            dict(request.headers),
            desk,
        )
        response = _json(route.handle(call).model_dump_json(), 200)
    except RefusedError as error:
        response = _refused(error.status, error.error, error.message, error.faults)
    except ValidationError as error:
        response = _refused(422, "invalid", str(error.errors()[0]["msg"]), ())
    except InputError as error:
        response = _refused(422, "invalid", str(error), error.faults)
    except LimitError as error:
        response = _refused(413, "too_large", str(error), ())
    except SatuMejaError as error:
        response = _refused(422, "invalid", str(error), ())
    spent = (time.thread_time() - start) * 1000
    response.headers["Server-Timing"] = f"cpu;dur={spent:.1f}"
    return response


def _body(route: Route, body: bytes) -> Any:
    if route.body is not None:
        return route.body.model_validate_json(body)
    return body if route.takes_bytes else None


def _json(text: str, status: int) -> Response:
    return Response(text, status, media_type="application/json")


def _refused(status: int, error: str, message: str, faults: Any) -> Response:
    shapes = tuple(
        FaultShape(
            message=fault.message,
            file=fault.file,
            line=fault.line,
            column=fault.column,
            path=fault.path,
        )
        for fault in faults
    )
    return _json(Refused(error=error, message=message, faults=shapes).model_dump_json(), status)
