"""Numbers that people give: how many profiles, how many processes, which seed."""

from __future__ import annotations

from satumeja.errors import QuestionError

__all__ = ["whole_number"]


def whole_number(value: int, least: int, what: str) -> int:
    """Return `value` if it is a whole number from `least` on; otherwise `QuestionError`."""
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise QuestionError(f"{what} is a whole number from {least} on, not {value!r}")
    return value
