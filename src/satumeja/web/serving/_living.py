"""Asking the server that looks after a case already for a way in."""

from __future__ import annotations

import http.client
import json
from pathlib import Path

from satumeja.web.cases import living, release
from satumeja.web.serving._addresses import API, CODES, address_at

__all__ = ["living_address"]

_PATIENCE = 10.0
"""Seconds: a server that is just starting takes connections before it answers."""


def living_address(folder: Path) -> str | None:
    """Give a fresh address of the server that looks after a folder; None where there is none.

    Parameters
    ----------
    folder : Path
        The folder of the case.

    Notes
    -----
    What another program answers, which got the port of a server that was killed, is no code:
    then what that server left is taken away.
    """
    server = living(folder)
    if server is None:
        return None
    code = _fresh_code(server.port, server.key)
    if code is None:
        release(folder, server)
        return None
    return address_at(server.port, code)


def _fresh_code(port: int, key: str) -> str | None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    try:
        connection.request("POST", API + CODES, "{}", headers)
        answer = connection.getresponse()
        content = json.loads(answer.read(1_000)) if answer.status == 200 else {}
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        connection.close()
    code = content.get("code") if isinstance(content, dict) else None
    return code if isinstance(code, str) else None
