"""The whole app, as a browser meets it: with its guard, its keys and what it keeps for calls."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from httpx import ASGITransport, AsyncClient, Response

from satumeja.web.cases import Cases
from satumeja.web.serving._app import app_of
from satumeja.web.serving._desk import desk_of, furnish
from satumeja.web.serving._guard import Guard
from satumeja.web.serving._keys import Keys
from satumeja.web.shapes import Session

PORT = 50_123
HOST = f"127.0.0.1:{PORT}"
ORIGIN = f"http://{HOST}"


@dataclass
class Served:
    """An app that is asked, with or without its token."""

    guard: Guard
    keys: Keys
    cases: Cases
    desk: dict[str, Any]

    def ask(
        self, method: str, path: str, body: object = None, *, token: bool = True, **headers: str
    ) -> Response:
        """Ask as the page of the app does; headers are added, an underscore for each hyphen."""
        own = {"Host": HOST}
        if token:
            own["Authorization"] = f"Bearer {self.keys.token}"
        content: bytes | None = None
        if isinstance(body, bytes):
            own["Content-Type"], content = "application/octet-stream", body
        elif body is not None:
            own["Content-Type"], content = "application/json", json.dumps(body).encode()
        own |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self.send(method, path, content, list(own.items()))

    def send(
        self,
        method: str,
        path: str,
        content: bytes | Iterable[bytes] | None,
        headers: Iterable[tuple[str, str]],
    ) -> Response:
        """Ask with just these headers, and a body whole or in parts."""

        async def parts(given: Iterable[bytes]) -> AsyncIterator[bytes]:
            for part in given:
                yield part

        async def sent() -> Response:
            body = content if isinstance(content, bytes | None) else parts(content)
            async with AsyncClient(transport=ASGITransport(self.guard), base_url=ORIGIN) as client:
                return await client.request(method, path, content=body, headers=list(headers))

        return asyncio.run(sent())

    def get(self, path: str) -> Any:
        """Give what a route answers, below the case."""
        answer = self.ask("GET", f"/api/v1{path}")
        assert answer.status_code == 200, answer.text
        return answer.json()


@contextmanager
def served_at(folder: Path, *, read_only: bool = False) -> Iterator[Served]:
    """Serve a case without a socket."""
    keys = Keys()
    with Cases({folder.name: folder}, read_only) as cases:
        session = Session(token=keys.token, version="1", case=folder.name, read_only=read_only)
        with desk_of(cases, keys, session) as desk:
            furnish(desk)
            yield Served(Guard(app_of(cases, desk), PORT, keys), keys, cases, desk)
