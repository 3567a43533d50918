"""Tests that bite: small faults are put into the code of a room, and its tests must tell."""

from __future__ import annotations

__all__: list[str] = []
