"""While the app is being loaded the page comes already; the rest waits for it, and is told."""

from __future__ import annotations

import asyncio
import threading

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp

from satumeja.web.serving._early import EARLY, Early

PAGE, REST = PlainTextResponse("page"), PlainTextResponse("rest")


def test_the_page_does_not_wait_and_the_rest_does() -> None:
    is_loaded = threading.Event()

    def make() -> ASGIApp:
        assert is_loaded.wait(20)
        return REST

    async def run() -> list[str]:
        app = Early(PAGE, EARLY, make)
        async with AsyncClient(transport=ASGITransport(app), base_url="http://x") as client:
            rest = asyncio.create_task(client.get("/api/v1/cases"))
            early = [(await client.get(path)).text for path in ("/", "/static/x", EARLY[1])]
            assert not rest.done()
            is_loaded.set()
            late = [(await rest).text, (await client.get("/")).text]
            return early + late

    assert asyncio.run(run()) == ["page", "page", "page", "rest", "rest"]


def test_what_cannot_be_loaded_is_told_to_who_asks() -> None:
    def make() -> ASGIApp:
        raise ImportError("a file of the program is missing")

    async def run() -> None:
        app = Early(PAGE, EARLY, make)
        async with AsyncClient(transport=ASGITransport(app), base_url="http://x") as client:
            with pytest.raises(ImportError):
                await client.get("/api/v1/cases")

    asyncio.run(run())
