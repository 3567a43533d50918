"""The server: bound to this computer alone, from its first code to its last answer."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from satumeja.errors import OutputError, SatuMejaError
from satumeja.web.serving._addresses import address_at
from satumeja.web.serving._ending import ENDING
from satumeja.web.serving._keys import Keys

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from satumeja.web.cases import Cases
    from satumeja.web.shapes import Session

__all__ = ["serve"]


_BACKLOG = 128
_WORKER = "AnyIO worker"  # what Starlette's threads are called
_PATIENCE = 0.3
"""Seconds that answers under way have to end in."""
Language: TypeAlias = Literal["en", "id"]


def serve(
    path: Path | None = None,
    *,
    port: int = 0,
    browser: bool = True,
    read_only: bool = False,
    language: Language | None = None,
) -> None:
    """Open the app on a case, or on the list of cases, and serve it until it is stopped.

    Parameters
    ----------
    path : Path, optional
        A case's folder, or a model, dossier or report in it; without one the list is shown.
    port : int
        Where to be asked; 0 for one that is free.
    browser : bool
        Whether to open the browser.
    read_only : bool
        Whether nothing is ever written.
    language : {"en", "id"}, optional
        The language to begin with.

    Raises
    ------
    ModelError
        If there is nothing at the path.
    OutputError
        If the port is taken.

    Notes
    -----
    The address, with a code that works once, is printed alone on standard output. Where a
    server looks after the case already, its address is printed, and this returns at once.
    """
    from satumeja.web.cases import case_of
    from satumeja.web.serving._living import living_address
    from satumeja.web.shelf import remember, shelf_folder

    folder, file = case_of(path) if path is not None else (None, "")
    looked_after = folder or shelf_folder()
    address = None if read_only else living_address(looked_after)
    if address is not None:
        _tell(address, browser)
        return
    keys = Keys()
    with (
        _bound(port) as listening,
        _ended_by_signals(),
        _claimed(looked_after, listening, keys, read_only),
    ):
        if folder is not None and not read_only:
            remember(folder)
        _tell(address_at(listening.getsockname()[1], keys.code()), browser)
        _run(listening, keys, folder, file, read_only, language)
    _leave_answers_under_way()


def _leave_answers_under_way() -> None:
    """End without the answers that still work: Python would wait for them, however long.

    Nothing that was acknowledged hangs on them, as on nothing of a process that is killed.
    """
    end = time.monotonic() + _PATIENCE
    threads = threading.enumerate()
    workers = [thread for thread in threads if thread.name.startswith(_WORKER)]
    for worker in workers:
        worker.join(max(0.0, end - time.monotonic()))
    if any(worker.is_alive() for worker in workers):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def _tell(address: str, browser: bool) -> None:
    from satumeja.web.serving._browser import open_browser

    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()
    if browser:
        open_browser(address)


def _bound(port: int) -> socket.socket:
    """Give a socket that listens, on this computer alone."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let another program take the port over
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen(_BACKLOG)
    except (OSError, OverflowError):
        listening.close()
        raise OutputError(
            f"port {port} is taken, or not for you; leave --port out, and a free one is found"
        ) from None
    return listening


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let Ctrl-C and a request to end be the end, in order, also while the server starts."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = {number for number in ENDING if signal.getsignal(number) is not signal.SIG_IGN}
    before = {number: signal.signal(number, signal.default_int_handler) for number in heard}
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _claimed(
    folder: Path, listening: socket.socket, keys: Keys, read_only: bool
) -> Iterator[None]:
    """Let a second ``open`` of the folder know of this server while it lives."""
    from satumeja.web.cases import Server, claim, release

    server = Server(listening.getsockname()[1], key=keys.key)
    try:
        is_known = not read_only and folder.is_dir() and claim(folder, server) == server
    except OutputError:  # a folder that may only be read: it is shown, and by each for itself
        is_known = False
    try:
        yield
    finally:
        if is_known:
            release(folder, server)


def _run(
    listening: socket.socket,
    keys: Keys,
    folder: Path | None,
    file: str,
    read_only: bool,
    language: Language | None,
) -> None:
    """Answer until a signal comes."""
    from satumeja.web.cases import Cases
    from satumeja.web.serving._app import app_of
    from satumeja.web.serving._desk import desk_of, furnish
    from satumeja.web.serving._early import EARLY, Early
    from satumeja.web.serving._guard import Guard
    from satumeja.web.serving._server import Server
    from satumeja.web.serving._session import ROUTES
    from satumeja.web.shelf import take_in

    with Cases({}, read_only, watched=True) as cases:
        take_in(cases, folder)
        session = _session(keys, cases, folder, file, language)
        with desk_of(cases, keys, session) as desk:

            def make() -> ASGIApp:
                furnish(desk)
                app = app_of(cases, desk)
                with suppress(SatuMejaError):
                    cases.case(session.case or "")
                return app

            app = Early(app_of(cases, desk, ROUTES), EARLY, make)
            stream = desk["stream"]
            guard = Guard(app, listening.getsockname()[1], keys)
            Server(guard, stream.close, lambda: stream.readers > 0).run([listening])


def _session(
    keys: Keys, cases: Cases, folder: Path | None, file: str, language: Language | None
) -> Session:
    """Give what a page gets for a code."""
    from satumeja.web.serving._stamp import stamp
    from satumeja.web.shapes import Session

    names = [name for name in cases.names() if cases.folder(name) == folder]
    return Session(
        token=keys.token,
        version=stamp(),
        case=names[0] if names else None,
        file=file or None,
        read_only=cases.read_only,
        language=language,
    )
