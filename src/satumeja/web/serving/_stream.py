"""The live channel: what happened to the files of a case, told to every page at once."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncGenerator, Mapping
from typing import Any, NamedTuple

from satumeja.web.cases import Happening

__all__ = ["HEARTBEAT", "Stream"]

HEARTBEAT = 15.0
"""Seconds after which a stream that has nothing to say says that it is there."""

_ROOM = 1_000
"""How many lines wait for a page that does not read; one that is further behind is cut off."""


class _Reader(NamedTuple):
    """Who reads: in which loop, and about which case."""

    loop: asyncio.AbstractEventLoop
    case: str


class Stream:
    """What rooms publish to, from any thread, and pages read.

    Examples
    --------
    >>> stream = Stream()
    >>> stream.publish("job", {"id": "j1", "done": 3, "of": 9}, "talks")
    >>> stream.readers
    0
    """

    def __init__(self) -> None:
        self._queues = dict[asyncio.Queue[str | None], _Reader]()
        self._lock = threading.Lock()
        self._ended = False

    @property
    def readers(self) -> int:
        """How many pages read it now."""
        with self._lock:
            return len(self._queues)

    def publish(self, kind: str, data: Mapping[str, Any], case: str = "") -> None:
        """Tell every page.

        Parameters
        ----------
        kind : str
            ``model``, ``broken``, ``gone``, ``models``, ``reports``, ``dossier``, ``job`` or
            ``bye``.
        data : mapping
            What to tell of it, as JSON takes it.
        case : str
            The case it happened in.
        """
        self._put(_line(kind, data, case), case)

    def happened(self, case: str, happening: Happening) -> None:
        """Tell what happened to a file of a case."""
        data: dict[str, Any] = {"file": happening.file, "version": happening.version}
        if happening.faults:
            first = happening.faults[0]
            data |= {"message": first.message, "line": first.line}
        self.publish(happening.kind, data, case)

    def close(self) -> None:
        """Say goodbye, and end every stream."""
        self._put(_line("bye", {}, ""))
        with self._lock:
            self._ended = True
        self._put(None)

    async def lines(self, case: str = "") -> AsyncGenerator[str, None]:
        """Give what is published, line by line, until it ends; begins with ``hello``.

        Parameters
        ----------
        case : str
            The case it is about; all of them where none is named.
        """
        queue = asyncio.Queue[str | None](_ROOM)
        with self._lock:
            self._queues[queue] = _Reader(asyncio.get_running_loop(), case)
        try:
            yield _line("hello", {}, "")
            while not (self._ended and queue.empty()):
                try:
                    line = await asyncio.wait_for(queue.get(), HEARTBEAT)
                except TimeoutError:
                    line = "\n"
                if line is None:
                    return
                yield line
        finally:
            with self._lock:
                self._queues.pop(queue, None)

    def _put(self, line: str | None, case: str = "") -> None:
        with self._lock:
            queues = list(self._queues.items())
        for queue, reader in queues:
            if case and reader.case not in ("", case):
                continue
            try:
                reader.loop.call_soon_threadsafe(_add, queue, line)
            except RuntimeError:  # its loop has ended, and the page with it
                with self._lock:
                    self._queues.pop(queue, None)


def _add(queue: asyncio.Queue[str | None], line: str | None) -> None:
    if queue.full():
        while not queue.empty():
            queue.get_nowait()
        line = None
    queue.put_nowait(line)


def _line(kind: str, data: Mapping[str, Any], case: str) -> str:
    return json.dumps({"kind": kind, "case": case, "data": data}, ensure_ascii=False) + "\n"
