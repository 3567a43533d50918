"""What opens the app: a code that works once, for a token that dies with the server."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable

__all__ = ["CODE_SECONDS", "Keys"]

CODE_SECONDS = 120.0
"""How long a code that nobody used can be used."""


class Keys:
    """The secrets of one server; they are in its memory, and the key in `server.json` too.

    Parameters
    ----------
    clock : callable
        Gives seconds that never run back.

    Attributes
    ----------
    token : str
        What a page shows with all it asks.
    key : str
        What a second ``satumeja open`` shows to get a code; it opens nothing else.

    Examples
    --------
    >>> keys = Keys()
    >>> code = keys.code()
    >>> keys.take(code), keys.take(code)
    (True, False)
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.token, self.key = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self._clock, self._codes, self._lock = clock, dict[str, float](), threading.Lock()

    def code(self) -> str:
        """Make a code that opens once, within two minutes."""
        code, now = secrets.token_urlsafe(18), self._clock()
        with self._lock:
            self._codes = {old: end for old, end in self._codes.items() if end > now}
            self._codes[code] = now + CODE_SECONDS
        return code

    def take(self, code: str) -> bool:
        """Use a code up; tell whether it was one."""
        with self._lock:
            for real in self._codes:
                if secrets.compare_digest(real.encode(), code.encode(errors="replace")):
                    return self._codes.pop(real) > self._clock()
        return False

    def is_token(self, shown: str) -> bool:
        """Tell whether something shown is the token, in the same time whatever it is."""
        return secrets.compare_digest(self.token.encode(), shown.encode(errors="replace"))

    def is_key(self, shown: str) -> bool:
        """Tell whether something shown is the key, in the same time whatever it is."""
        return secrets.compare_digest(self.key.encode(), shown.encode(errors="replace"))
