"""The parts of a front page as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from satumeja.model import Text

__all__ = ["plain"]


def plain(value: Any) -> Any:
    """Return a part of a front page as plain data: dataclasses as mappings by their fields.

    A text in several languages is a mapping of these to its words.
    """
    if isinstance(value, Text):
        return dict(value.by_language) or str(value)
    if is_dataclass(value):
        return {part.name: plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value
