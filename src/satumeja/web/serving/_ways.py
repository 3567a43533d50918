"""The addresses that answer with something else than a shape: the page, papers, the stream."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from satumeja.web.cases import CaseError, Cases
from satumeja.web.routing import RefusedError
from satumeja.web.serving._answers import refusal

__all__ = ["ALL_EVENTS", "EVENTS", "STATIC", "ways"]

STATIC = Path(__file__).parents[1] / "static"
EVENTS, ALL_EVENTS = "/api/v1/c/{case}/events", "/api/v1/events"


def ways(cases: Cases, desk: Mapping[str, Any]) -> list[BaseRoute]:
    """Give the routes of the page, of papers behind a ticket, and of the stream."""

    async def events(request: Request) -> Response:
        case = request.path_params.get("case", "")
        try:
            if case:
                await run_in_threadpool(cases.case, case)
        except CaseError as error:
            return refusal(RefusedError(error.error, str(error)))
        lines = desk["stream"].lines(case)
        return StreamingResponse(lines, media_type="application/x-ndjson")

    async def paper(request: Request) -> Response:
        handed = desk["tickets"].take(request.path_params["ticket"])
        if handed is None:
            message = "this paper was fetched, or waited too long; make it anew"
            return refusal(RefusedError("not_found", message))
        return Response(handed.content, headers=handed.headers)

    return [
        Route(EVENTS, events),
        Route(ALL_EVENTS, events),
        Route("/t/{ticket}", paper),
        Route("/", _shell),
        Mount("/static", StaticFiles(directory=STATIC, check_dir=False)),
    ]


async def _shell(request: Request) -> Response:
    if not (STATIC / "index.html").is_file():
        message = "this copy of the program has no page; in its sources, make web builds it"
        return refusal(RefusedError("not_found", message))
    return FileResponse(STATIC / "index.html")
