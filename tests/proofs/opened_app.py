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

from forked import Call, start


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
        address, _, code = self._begun(folder).strip().partition("/#")
        self.port, self.token = int(address.rpartition(":")[2]), ""
        session = self.ask("POST", "/session", {"code": code})
        self.token, self.place = session["token"], f"/c/{session['case']}"

    def _begun(self, folder: Path) -> str:
        """Begin it, and give the line it prints."""
        words = [sys.executable, "-m", "satumeja", "open", str(folder), "--no-browser"]
        settings = os.environ | {"HOME": str(folder.parent)}
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=settings)
        assert self.process.stdout is not None
        return self.process.stdout.readline()

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

    def end(self, number: signal.Signals) -> int:
        """End it by a signal, and give how it ended."""
        self.process.send_signal(number)
        code = self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


class CopiedApp(App):
    """The app in a copy of this process, in which all is loaded and no other thread is.

    It is there in a twentieth of the time, which is most of what it takes to kill it.
    """

    def _begun(self, folder: Path) -> str:
        words = ["open", str(folder), "--no-browser"]
        self._running = start(Call(words, settings={"HOME": str(folder.parent)}))
        line = b""
        while not line.endswith(b"\n") and (piece := os.read(self._running.out, 1)):
            line += piece
        return line.decode()

    def end(self, number: signal.Signals) -> int:
        os.kill(self._running.process, number)
        ended = self._running.end()
        assert not ended.err, ended.err
        return ended.code
