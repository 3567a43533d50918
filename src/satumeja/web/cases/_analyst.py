"""Who works with the app."""

from __future__ import annotations

import getpass
import os

__all__ = ["analyst"]

_WHO = "SATUMEJA_WHO"


def analyst() -> str:
    """Return who corrects and edits: as said for all commands, else whose computer it is."""
    try:
        return os.environ.get(_WHO, "").strip() or getpass.getuser()
    except (OSError, KeyError):
        return "analyst"
