"""uvicorn's server, ended by a signal at once and without ado."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

import uvicorn

__all__ = ["Server"]

_PATIENCE = 0.4
"""Seconds that answers under way have to end in."""


class Server(uvicorn.Server):
    """A server that ends on SIGINT and SIGTERM within a second, and leaves the rest to its caller.

    uvicorn's own waits for all connections, and sends the signal on to itself when it has ended.
    """

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End on a signal while the server runs."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {each: signal.signal(each, self.handle_exit) for each in _SIGNALS}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End, soon or, where answers take longer, without them."""
        self.stop()

    def stop(self) -> None:
        """End, soon or, where answers take longer, without them."""
        self.should_exit = True
        timer = threading.Timer(_PATIENCE, self._force)
        timer.daemon = True
        timer.start()

    def _force(self) -> None:
        self.force_exit = True


_SIGNALS = (signal.SIGINT, signal.SIGTERM)
