"""Addresses that more than one module knows, and no import, so that the first code comes soon."""

from __future__ import annotations

__all__ = ["API", "CODES", "SESSION", "address_at"]

API = "/api/v1"
SESSION, CODES = "/session", "/codes"


def address_at(port: int, code: str) -> str:
    """Give the address that opens the app once."""
    return f"http://127.0.0.1:{port}/#{code}"
