"""Which server looks after a case, so that a second one need not."""

from __future__ import annotations

import json
import os
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from satumeja.errors import OutputError
from satumeja.files import write_whole
from satumeja.web.cases._folder import OWN
from satumeja.web.cases._locks import LOCKS, Locks

__all__ = ["Server", "claim", "living", "release"]

_FILE, _LOCK = "server.json", "server"
_PATIENCE = 1.0
_PORTS = range(1, 1 << 16)
_LEAST_KEY = 16


@dataclass(frozen=True)
class Server:
    """A server that looks after a case.

    Parameters
    ----------
    port : int
        Where it answers, on this machine alone.
    pid : int
        Its process.
    key : str
        What only those know who may read the folder: with it, a second ``open`` asks for a code.
    """

    port: int
    pid: int = field(default_factory=os.getpid)
    key: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)


def living(folder: Path) -> Server | None:
    """Return the server of a case, if it is alive.

    Parameters
    ----------
    folder : Path
        The folder of the case.

    Notes
    -----
    Alive is one that takes a connection at its port. Whether it is *this* one, its key tells:
    a program that took the port over meanwhile does not know it.
    """
    server = _read(folder / OWN / _FILE)
    return server if server is not None and _answers(server) else None


def claim(folder: Path, server: Server) -> Server:
    """Say that a server looks after a case, unless one does; give the one that does.

    Parameters
    ----------
    folder : Path
        The folder of the case.
    server : Server
        The new one; it must answer already.

    Raises
    ------
    OutputError
        If the folder cannot be written.
    """
    own = folder / OWN
    path = own / _FILE
    try:
        own.mkdir(exist_ok=True)
        with Locks(own / LOCKS).of(_LOCK):
            other = living(folder)
            if other is not None:
                return other
            write_whole(path, json.dumps(vars(server)), private=True)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None
    return server


def release(folder: Path, server: Server) -> None:
    """Take back what `claim` said, where it still says that.

    Parameters
    ----------
    folder : Path
        The folder of the case.
    server : Server
        The one that ends.
    """
    path = folder / OWN / _FILE
    if _read(path) == server:
        with suppress(OSError):
            path.unlink()


def _read(path: Path) -> Server | None:
    try:
        content: Any = json.loads(path.read_bytes())
        server = Server(content["port"], content["pid"], content["key"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    is_sound = (
        isinstance(server.port, int)
        and server.port in _PORTS
        and isinstance(server.pid, int)
        and isinstance(server.key, str)
        and len(server.key) >= _LEAST_KEY
    )
    return server if is_sound else None


def _answers(server: Server) -> bool:
    try:
        socket.create_connection(("127.0.0.1", server.port), timeout=_PATIENCE).close()
    except OSError:
        return False
    return True
