"""The live channel: what is published reaches every page, of its case, and ends with goodbye."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

import pytest

from satumeja.web.cases import Case, Happening
from satumeja.web.serving import _stream
from satumeja.web.serving._stream import Stream


async def next_of(lines: Any) -> dict[str, Any]:
    """Give the next line, as data."""
    content: dict[str, Any] = json.loads(await asyncio.wait_for(anext(lines), 10))
    return content


def test_pages_hear_of_their_case_or_of_all() -> None:
    async def run() -> None:
        stream = Stream()
        everything, talks = stream.lines(), stream.lines("talks")
        assert (await next_of(everything))["kind"] == "hello"
        assert (await next_of(talks))["kind"] == "hello"
        assert stream.readers == 2
        stream.publish("job", {"id": "1"}, "elmira")
        stream.publish("model", {"file": "a.yaml"}, "talks")
        assert [(await next_of(everything))["case"] for _ in range(2)] == ["elmira", "talks"]
        assert await next_of(talks) == {
            "kind": "model",
            "case": "talks",
            "data": {"file": "a.yaml"},
        }
        stream.close()
        assert (await next_of(talks))["kind"] == "bye"
        assert [line async for line in talks] == []
        await everything.aclose()
        assert stream.readers == 0

    asyncio.run(run())


def test_any_thread_may_publish() -> None:
    async def run() -> list[str]:
        stream = Stream()
        lines = stream.lines()
        await next_of(lines)
        threads = [
            threading.Thread(target=stream.publish, args=("job", {"id": str(number)}))
            for number in range(20)
        ]
        for thread in threads:
            thread.start()
        return sorted([(await next_of(lines))["data"]["id"] for _ in threads], key=int)

    assert asyncio.run(run()) == [str(number) for number in range(20)]


def test_a_page_that_reads_nothing_is_cut_off_and_keeps_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_stream, "_ROOM", 5)

    async def run() -> list[str]:
        stream = Stream()
        lines = stream.lines()
        await next_of(lines)
        for number in range(50):
            stream.publish("job", {"id": number})
        await asyncio.sleep(0)
        return [line async for line in lines]

    assert len(asyncio.run(run())) <= 5


def test_a_stream_that_has_nothing_to_say_shows_that_it_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_stream, "HEARTBEAT", 0.01)

    async def run() -> str:
        stream = Stream()
        lines = stream.lines()
        await next_of(lines)
        return await anext(lines)

    assert asyncio.run(run()) == "\n"


def test_a_server_that_has_ended_has_no_new_streams() -> None:
    async def run() -> list[str]:
        stream = Stream()
        stream.close()
        return [json.loads(line)["kind"] async for line in stream.lines()]

    assert asyncio.run(run()) == ["hello"]


def test_a_broken_file_is_told_with_its_line(folder: Path) -> None:
    case = Case(folder)
    try:
        (folder / "chicken.yaml").write_text("satumeja: 1\ntitle: [\n")
        happening = Happening.of(case.read("chicken.yaml"), None)
    finally:
        case.close()

    async def run() -> dict[str, Any]:
        stream = Stream()
        lines = stream.lines("talks")
        await next_of(lines)
        stream.happened("talks", happening)
        return await next_of(lines)

    line = asyncio.run(run())
    assert (line["kind"], line["data"]["file"]) == ("broken", "chicken.yaml")
    assert line["data"]["line"] >= 2
    assert line["data"]["message"]
