"""Is there memory enough? Asked before it is taken."""

from __future__ import annotations

import os
from pathlib import Path

from satumeja.errors import ListingError

__all__ = ["require_memory"]

_GROUP = Path("/sys/fs/cgroup")
_SYSTEM = Path("/proc/meminfo")
_TRIFLE = 1 << 20
"""So many bytes are not asked about: reading what is free takes longer than a small model."""


def require_memory(needed: int, what: str) -> None:
    """Raise `ListingError` if `what` needs more bytes than are free, as far as can be told."""
    if needed <= _TRIFLE:
        return
    free = _free()
    if free is not None and needed > free:
        raise ListingError(
            f"{what} would take about {needed / 1e9:.1f} GB of memory, and {free / 1e9:.1f} GB "
            "are free"
        )


def _free() -> int | None:
    found = [size for size in (_of_system() or _of_machine(), _of_group()) if size is not None]
    return min(found, default=None)


def _of_system() -> int | None:
    """Return what the system says it can still give."""
    try:
        for line in _SYSTEM.read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


def _of_machine() -> int | None:
    """Return all the memory there is."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return None


def _of_group() -> int | None:
    """Return what is left of the limit a container sets, if it sets one."""
    try:
        limit = (_GROUP / "memory.max").read_text(encoding="ascii").strip()
        used = (_GROUP / "memory.current").read_text(encoding="ascii").strip()
    except OSError:
        return None
    return None if limit == "max" else int(limit) - int(used)
