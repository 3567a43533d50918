"""What a person has chosen for all cases, and is asked for only once."""

from __future__ import annotations

from satumeja.web.routing import Call
from satumeja.web.shapes import Settings
from satumeja.web.shelf._places import memorise, memory

__all__ = ["choose", "settings"]

_NAME = "settings.json"


def settings() -> Settings:
    """Return what was chosen; nothing where that cannot be read."""
    try:
        return Settings.model_validate_json(memory(_NAME).read_bytes())
    except (OSError, ValueError):  # a validation error is one
        return Settings()


def choose(call: Call) -> Settings:
    """Keep what a person chooses beside what was chosen before."""
    chosen = settings().model_copy(update=call.body.model_dump(exclude_none=True))
    if not call.cases.read_only:
        memorise(_NAME, chosen.model_dump_json(exclude_none=True))
    return chosen
