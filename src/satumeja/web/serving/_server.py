"""uvicorn's server, ended by a signal at once and without ado, or when nobody asks any more."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType

import uvicorn

from satumeja.web.serving._ending import ENDING
from satumeja.web.serving._guard import Guard

__all__ = ["IDLE_SECONDS", "Server"]

IDLE_SECONDS = 12 * 3600.0
"""After so long without a question and without a page that listens, the server ends."""

_PATIENCE = 0.3
"""Seconds that answers under way have to end in."""


class Server(uvicorn.Server):
    """A server that ends on a signal within a second, and leaves the rest to its caller.

    uvicorn's own waits for all connections, and sends the signal on to itself when it has ended.

    Parameters
    ----------
    guard : Guard
        The app, guarded.
    ending : callable
        Called once when it begins to end, so that streams end.
    is_watched : callable
        Whether a page listens.
    """

    def __init__(
        self, guard: Guard, ending: Callable[[], None], is_watched: Callable[[], bool]
    ) -> None:
        settings = uvicorn.Config(
            guard, log_config=None, log_level="critical", lifespan="off", ws="none",
            access_log=False, server_header=False,
        )  # fmt: skip
        super().__init__(settings)
        self._guard, self._ending, self._is_watched = guard, ending, is_watched

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End on a signal while the server runs."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        heard = [number for number in ENDING if signal.getsignal(number) is not signal.SIG_IGN]
        numbers = (signal.SIGINT, *heard)
        before = {number: signal.signal(number, self.handle_exit) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End, soon or, where answers take longer, without them."""
        self.should_exit = True

    async def on_tick(self, counter: int) -> bool:
        """Look whether it is time to end; uvicorn asks ten times a second."""
        is_quiet = time.monotonic() - self._guard.last > IDLE_SECONDS
        if is_quiet and not self._is_watched():
            self.should_exit = True
        if not await super().on_tick(counter):
            return False
        self._ending()
        timer = threading.Timer(_PATIENCE, self._force)
        timer.daemon = True
        timer.start()
        return True

    def _force(self) -> None:
        self.force_exit = True
