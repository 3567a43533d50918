"""The app, opened on a case by a process of its own, and asked over its socket."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any


class LostError(Exception):
    """The app does not answer any more."""


class App:
    """The app, opened on a case by another process.

    Parameters
    ----------
    folder : Path
        The case.
    """

    def __init__(self, folder: Path) -> None:
        words = [sys.executable, "-m", "satumeja", "open", str(folder), "--no-browser"]
        settings = os.environ | {"HOME": str(folder.parent)}
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=settings)
        assert self.process.stdout is not None
        address, _, code = self.process.stdout.readline().strip().partition("/#")
        self.port, self.token = int(address.rpartition(":")[2]), ""
        session = self.ask("POST", "/session", {"code": code})
        self.token, self.place = session["token"], f"/c/{session['case']}"

    def ask(self, method: str, path: str, body: object = None, name: str = "") -> Any:
        """Ask, and give what is answered; `LostError` where nothing is."""
        kind = "octet-stream" if isinstance(body, bytes) else "json"
        content = body if isinstance(body, bytes) else json.dumps(body)
        headers = {"Authorization": f"Bearer {self.token}", "X-Name": name}
        headers |= {"Content-Type": f"application/{kind}"} if body is not None else {}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            sent = None if body is None else content
            connection.request(method, f"/api/v1{path}", sent, headers)
            answer = connection.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise LostError from error
        finally:
            connection.close()
        assert answer.status == 200, text
        return json.loads(text)

    def case(self, method: str, path: str, body: object = None, name: str = "") -> Any:
        """Ask something of the case."""
        return self.ask(method, self.place + path, body, name)

    def end(self, number: signal.Signals) -> None:
        """End it by a signal."""
        self.process.send_signal(number)
        self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()
