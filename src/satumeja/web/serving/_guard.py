"""Who may ask: this computer's own page, with the token; and what every answer says."""

from __future__ import annotations

import time
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from satumeja.web.routing import RefusedError
from satumeja.web.serving._addresses import API, CODES, SESSION
from satumeja.web.serving._answers import refusal, trouble
from satumeja.web.serving._keys import Keys

__all__ = ["HEADERS", "Guard"]

_SAFE = ("GET", "HEAD")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer says, errors too, where it does not say something of its own."""


class Guard:
    """Stands before the app, and lets nothing through that is not its own page's.

    Parameters
    ----------
    app : ASGI application
        What is guarded.
    port : int
        The port it is asked at.
    keys : Keys
        The token and the key.

    Attributes
    ----------
    last : float
        When it was asked last, in seconds of a clock that never runs back.
    """

    def __init__(self, app: ASGIApp, port: int, keys: Keys) -> None:
        self._app, self._keys = app, keys
        self.last = time.monotonic()
        self._hosts = {f"{host}:{port}" for host in ("127.0.0.1", "localhost", "[::1]")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] != "http":
            return
        self.last, begun = time.monotonic(), False

        async def say(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(raw=message.setdefault("headers", []))
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            self._require(scope)
            await self._app(scope, receive, say)
        except RefusedError as error:
            await refusal(error)(scope, receive, say)
        except Exception as error:
            answer = trouble(error)
            if not begun:
                await answer(scope, receive, say)

    def _require(self, scope: Scope) -> None:
        headers, path = Headers(scope=scope), str(scope["path"])
        if headers.getlist("host") not in [[host] for host in self._hosts]:
            raise RefusedError("bad_request", "this address is not that of the app")
        if scope["method"] not in _SAFE:
            self._require_own_page(headers)
        if path.startswith(("/api/", "/c/")) and path != API + SESSION:
            self._require_secret(headers, path)

    def _require_own_page(self, headers: Headers) -> None:
        own = {"http://" + host for host in headers.getlist("host")}
        sites, origins = headers.getlist("sec-fetch-site"), headers.getlist("origin")
        if any(site != "same-origin" for site in sites) or not own.issuperset(origins):
            raise RefusedError("not_from_here", "only the page of this app may change anything")

    def _require_secret(self, headers: Headers, path: str) -> None:
        shown = headers.getlist("authorization")
        scheme, _, secret = shown[0].partition(" ") if len(shown) == 1 else ("", "", "")
        is_right = self._keys.is_key if path == API + CODES else self._keys.is_token
        if scheme.lower() != "bearer" or not is_right(secret):
            raise RefusedError("no_token", "this page has no key to the program; open it again")
