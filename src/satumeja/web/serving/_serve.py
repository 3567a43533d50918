"""The server: bound to this computer alone, from its first code to its last answer."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from satumeja.errors import OutputError
from satumeja.web.serving._keys import Keys

if TYPE_CHECKING:
    from satumeja.web.cases import Cases
    from satumeja.web.shapes import Session

__all__ = ["serve"]

Language: TypeAlias = Literal["en", "id"]

_BACKLOG = 128


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
    """
    from satumeja.web.cases import Cases, case_of

    folder, file = case_of(path) if path is not None else (None, "")
    with _bound(port) as listening:
        port, keys = listening.getsockname()[1], Keys()
        session = _session(keys, folder, file, read_only, language)
        sys.stdout.write(f"http://127.0.0.1:{port}/#{keys.code()}\n")
        sys.stdout.flush()
        cases = Cases({folder.name: folder} if folder else {}, read_only)
        _run(listening, cases, keys, session)


def _session(
    keys: Keys, folder: Path | None, file: str, read_only: bool, language: Language | None
) -> Session:
    from satumeja.web.serving._stamp import stamp
    from satumeja.web.shapes import Session

    return Session(
        token=keys.token,
        version=stamp(),
        case=folder.name if folder else None,
        file=file or None,
        read_only=read_only,
        language=language,
    )


def _bound(port: int) -> socket.socket:
    """Give a socket that listens, on this computer alone."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen(_BACKLOG)
    except (OSError, OverflowError):
        listening.close()
        raise OutputError(
            f"port {port} is taken or not to be had; leave --port out, and a free one is found"
        ) from None
    return listening


def _run(listening: socket.socket, cases: Cases, keys: Keys, session: Session) -> None:
    """Answer until a signal comes."""
    import uvicorn

    from satumeja.web.serving._app import app_of
    from satumeja.web.serving._guard import Guard
    from satumeja.web.serving._server import Server

    app = app_of(cases, {"keys": keys, "session": session})
    guard = Guard(app, listening.getsockname()[1], keys)
    config = uvicorn.Config(
        guard, log_config=None, log_level="critical", lifespan="off", ws="none", access_log=False
    )
    Server(config).run([listening])
