"""Which page this program ships, so that an older one in a tab is known."""

from __future__ import annotations

import re
from pathlib import Path

from satumeja.release import VERSION

__all__ = ["stamp"]

_STAMPED = re.compile(r"app\.js\?(\w+)")


def stamp() -> str:
    """Give the program's version, and the stamp that the build put on the page's script."""
    shell = Path(__file__).parents[1] / "static" / "index.html"
    match = _STAMPED.search(shell.read_text(encoding="utf-8")) if shell.is_file() else None
    return f"{VERSION}-{match[1] if match else 'unbuilt'}"
