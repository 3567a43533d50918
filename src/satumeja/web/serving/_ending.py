"""What asks the app to end."""

from __future__ import annotations

import signal

__all__ = ["ENDING"]

ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Requests to end: one of somebody, and of a terminal that is closed."""
