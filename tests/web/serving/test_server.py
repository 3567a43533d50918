"""The server ends when nobody asks any more, and not while somebody looks."""

from __future__ import annotations

import asyncio
import time

from satumeja.web.serving._guard import Guard
from satumeja.web.serving._server import IDLE_SECONDS, Server
from served import PORT, Served


def ticks(served: Served, *, quiet: float, is_watched: bool) -> tuple[bool, int]:
    """Look once whether it is time to end; give the answer and how often the end was told."""
    guard = Guard(served.guard, PORT, served.keys)
    guard.last = time.monotonic() - quiet
    endings = list[None]()
    server = Server(guard, lambda: endings.append(None), lambda: is_watched)
    return asyncio.run(server.on_tick(1)), len(endings)


def test_it_ends_after_twelve_hours_in_which_nobody_asked(served: Served) -> None:
    assert IDLE_SECONDS == 12 * 60 * 60
    assert ticks(served, quiet=IDLE_SECONDS - 5, is_watched=False) == (False, 0)
    assert ticks(served, quiet=IDLE_SECONDS + 5, is_watched=False) == (True, 1)


def test_a_page_that_listens_keeps_it(served: Served) -> None:
    assert ticks(served, quiet=IDLE_SECONDS * 2, is_watched=True) == (False, 0)


def test_a_question_begins_the_time_anew(served: Served) -> None:
    served.guard.last = 0.0
    served.ask("GET", "/")
    assert time.monotonic() - served.guard.last < 60
