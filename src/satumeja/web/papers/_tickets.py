"""Tickets: a paper waits behind a name that cannot be guessed, is handed out once, and goes."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from satumeja.display import ShownInLine

__all__ = ["Handed", "Tickets"]

_SECONDS, _MOST = 30.0, 32
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)

MEDIA: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "svg": "image/svg+xml",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "graphml": "application/graphml+xml",
}
"""What browsers are told of a kind of file; plain text of others."""


@dataclass(frozen=True, repr=False)
class Handed(ShownInLine):
    """A paper that is handed out.

    Parameters
    ----------
    name : str
        What it is called as a file; its ending says what it is.
    content : bytes
        What is in it.
    shown : bool
        Whether it is shown in a frame; else it is kept as a file.
    """

    name: str
    content: bytes
    shown: bool = False

    @property
    def headers(self) -> dict[str, str]:
        """What goes before it: what it is, and that nothing in it may run or ask for anything."""
        kind = self.name.rpartition(".")[2]
        way = "inline" if self.shown else "attachment"
        plain = self.name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
        named = f"filename=\"{plain}\"; filename*=UTF-8''{quote(self.name)}"
        return {
            "Content-Type": MEDIA.get(kind, "text/plain; charset=utf-8"),
            "Content-Disposition": f"{way}; {named}",
            "Content-Security-Policy": self.policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        }

    @property
    def policy(self) -> str:
        """What the paper may do: be set in its own style, and be printed."""
        sheets = _STYLE.findall(self.content.decode("utf-8", "replace")) if self.shown else []
        digests = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in sheets]
        styles = " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"
        return (
            f"default-src 'none'; style-src {styles}; img-src data:; frame-ancestors 'self'; "
            "base-uri 'none'; form-action 'none'; sandbox allow-same-origin allow-modals"
        )


class Tickets:
    """Papers that wait to be fetched.

    Parameters
    ----------
    now : callable
        Tells the time in seconds.

    Examples
    --------
    >>> tickets = Tickets()
    >>> ticket = tickets.give(Handed("a.txt", b"talks"))
    >>> tickets.take(ticket).content, tickets.take(ticket)
    (b'talks', None)
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._waiting = OrderedDict[str, tuple[float, Handed]]()
        self._lock = threading.Lock()

    def give(self, paper: Handed) -> str:
        """Keep a paper for half a minute, and give the ticket that opens it once."""
        ticket = secrets.token_urlsafe(24)
        with self._lock:
            self._tidy()
            while len(self._waiting) >= _MOST:
                self._waiting.popitem(last=False)
            self._waiting[ticket] = (self._now() + _SECONDS, paper)
        return ticket

    def take(self, ticket: str) -> Handed | None:
        """Hand a paper out; None where the ticket is unknown, used or too old."""
        with self._lock:
            self._tidy()
            entry = self._waiting.pop(ticket, None)
        return None if entry is None else entry[1]

    def _tidy(self) -> None:
        late = [ticket for ticket, (until, _) in self._waiting.items() if until <= self._now()]
        for ticket in late:
            del self._waiting[ticket]
