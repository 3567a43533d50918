"""Trouble with a disk, told in one line, and what somebody wants to stay as it is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from satumeja.errors import OutputError

__all__ = ["is_read_only", "told"]


@contextmanager
def told(target: Path) -> Iterator[None]:
    """Tell trouble with the disk in one line that begins with what was to be written."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {error.strerror}") from None


def is_read_only(path: Path, status: os.stat_result) -> bool:
    """Say whether somebody wants a file or folder to stay as it is.

    The rights of its folder, which are all that a rename asks for, do not say that.
    """
    return not status.st_mode & 0o222 or not os.access(path, os.W_OK)
