"""The app made of its routes."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import nullcontext
from typing import Any

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route as Way

from satumeja.errors import LimitError, SatuMejaError
from satumeja.web import models, papers, reports, shelf, tables
from satumeja.web.cases import CaseError, Cases
from satumeja.web.routing import Call, RefusedError, Route
from satumeja.web.serving._addresses import API
from satumeja.web.serving._answers import calm, json_answer, refusal, trouble
from satumeja.web.serving._bodies import body_of
from satumeja.web.serving._session import ROUTES
from satumeja.web.serving._ways import ways

__all__ = ["API", "app_of", "routes"]

_ONLY_SEEN = "the app was opened to look only; to change, open it without --read-only"
_BY_STATUS = {
    404: ("not_found", "there is nothing at this address"),
    405: ("wrong_method", "this address is not asked that way"),
}


def routes() -> tuple[Route, ...]:
    """Give all routes, in the order of the rooms."""
    rooms = (shelf, models, reports, tables, papers)
    return (*ROUTES, *(route for room in rooms for route in room.ROUTES))


def app_of(
    cases: Cases, desk: Mapping[str, Any], chosen: Iterable[Route] | None = None
) -> Starlette:
    """Make the app of cases and of what the server keeps for all calls.

    Parameters
    ----------
    cases : Cases
        The cases of the server.
    desk : mapping
        What it keeps for all calls.
    chosen : iterable of Route, optional
        The routes; all there are where none are named.
    """
    answered = [
        Way(API + route.path, _answering(route, cases, desk), methods=[route.method])
        for route in (routes() if chosen is None else chosen)
    ]
    return Starlette(
        routes=[*answered, *ways(cases, desk)],
        exception_handlers={HTTPException: _astray, Exception: _broken},
    )


async def _broken(request: Request, error: Exception) -> Response:
    """Answer calmly; the guard, which meets the error too, writes it down."""
    return calm()


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
        call = _call(route, cases, desk, request, body)
        with desk.get("within", nullcontext)():
            response = json_answer(route.handle(call).model_dump_json())
    except SatuMejaError as error:
        response = refusal(_told(error))
    except Exception as error:
        response = trouble(error)
    spent = (time.thread_time() - start) * 1000
    response.headers["Server-Timing"] = f"cpu;dur={spent:.1f}"
    return response


def _call(
    route: Route, cases: Cases, desk: Mapping[str, Any], request: Request, body: bytes
) -> Call:
    """Check what was sent, and make of it what the handler gets."""
    if route.writes and cases.read_only:
        raise RefusedError("read_only", _ONLY_SEEN)
    try:
        query = route.query.model_validate(dict(request.query_params))
        sent: Any = body if route.takes_bytes else None
        if route.body is not None:
            sent = route.body.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        message = f"{where}: {first['msg']}" if where else first["msg"]
        raise RefusedError("invalid", message) from None
    return Call(cases, dict(request.path_params), query, sent, dict(request.headers), desk)


def _told(error: SatuMejaError) -> RefusedError:
    """Give an error of the program's own as one of the app."""
    if isinstance(error, RefusedError):
        return error
    if isinstance(error, CaseError):
        return RefusedError(error.error, str(error))
    if isinstance(error, LimitError):
        return RefusedError("too_large", str(error))
    return RefusedError("invalid", str(error), getattr(error, "faults", ()))
