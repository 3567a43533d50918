"""What is sent: of the right kind, and no more than is taken."""

from __future__ import annotations

from starlette.requests import Request

from satumeja.web.routing import RefusedError, Route

__all__ = ["JSON_BYTES", "body_of"]

JSON_BYTES = 2_000_000
"""The most bytes of a body of JSON."""


async def body_of(request: Request, route: Route) -> bytes:
    """Read the body of a request, and stop where it is more than the route takes.

    Raises
    ------
    RefusedError
        If it is of another kind, or too large.
    """
    if request.method in ("GET", "HEAD"):
        return b""
    _require_kind(request, route)
    most = route.takes_bytes or JSON_BYTES
    if _declared(request) > most:
        raise _too_large(most)
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise _too_large(most)
        parts.append(part)
    return b"".join(parts)


def _require_kind(request: Request, route: Route) -> None:
    if route.body is None and not route.takes_bytes:
        return
    wanted = "application/octet-stream" if route.takes_bytes else "application/json"
    kinds = request.headers.getlist("content-type")
    if len(kinds) != 1 or kinds[0].partition(";")[0].strip().lower() != wanted:
        raise RefusedError("wrong_type", f"this takes {wanted}")


def _declared(request: Request) -> int:
    length = request.headers.get("content-length", "0")
    return int(length) if length.isascii() and length.isdecimal() and len(length) < 20 else 0


def _too_large(most: int) -> RefusedError:
    return RefusedError("too_large", f"this is larger than {most / 1e6:.0f} MB")
