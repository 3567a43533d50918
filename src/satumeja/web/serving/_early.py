"""The page and the way in, answered while the rest of the app is still being loaded."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future

from starlette.types import ASGIApp, Receive, Scope, Send

from satumeja.web.serving._addresses import API, CODES, SESSION
from satumeja.web.serving._ways import ALL_EVENTS

__all__ = ["EARLY", "Early"]

EARLY = ("/static/", API + SESSION, API + CODES, ALL_EVENTS)
"""What is answered at once, besides the page itself."""


class Early:
    """An app of which a part answers at once, and the rest when it is there.

    Parameters
    ----------
    early : ASGI application
        What answers at once.
    paths : tuple of str
        The beginnings of the addresses it answers.
    make : callable
        Makes the rest, in a thread of its own.

    Notes
    -----
    To load all that the rooms stand on takes longer than the browser takes to fetch the page.
    """

    def __init__(
        self, early: ASGIApp, paths: tuple[str, ...], make: Callable[[], ASGIApp]
    ) -> None:
        self._early, self._paths = early, paths
        self._rest = Future[ASGIApp]()
        threading.Thread(
            target=self._load, args=(make,), name="satumeja-load", daemon=True
        ).start()

    def _load(self, make: Callable[[], ASGIApp]) -> None:
        try:
            self._rest.set_result(make())
        except BaseException as error:
            self._rest.set_exception(error)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        path = str(scope["path"])
        if not self._rest.done() and self._is_early(path):
            await self._early(scope, receive, send)
            return
        app = await asyncio.wrap_future(self._rest)
        await app(scope, receive, send)

    def _is_early(self, path: str) -> bool:
        return path == "/" or path.startswith(self._paths)
