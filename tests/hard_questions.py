"""Questions that do not end, take too much, or go wrong: for who answers within a budget."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from satumeja.errors import LimitError
from satumeja.stability.symbolic._engine import SymbolicEngine


class Late:
    """A question that takes too long within one step, as a large diagram may."""

    concept, place = "seq", 0

    def answer(self, engine: SymbolicEngine) -> None:
        time.sleep(600)


class Hungry:
    """A question that takes much memory within one step."""

    concept, place = "seq", 0

    def answer(self, engine: SymbolicEngine) -> None:
        taken = bytearray(os.urandom(1)) * (600 << 20)
        time.sleep(600)
        del taken


class Gone:
    """A question that the process does not live through."""

    concept, place = "seq", 0

    def __init__(self, end: Callable[[], None]) -> None:
        self.end = end

    def answer(self, engine: SymbolicEngine) -> None:
        self.end()


class Wrong:
    """A question with a fault of ours in it."""

    concept, place = "seq", 0

    def answer(self, engine: SymbolicEngine) -> Any:
        raise KeyError("a mistake")


class Refused:
    """A question that is answered in words for people."""

    concept, place = "seq", 0

    def answer(self, engine: SymbolicEngine) -> Any:
        raise LimitError("too large")


def leave() -> None:
    """End the process as if all was well."""
    os._exit(0)
