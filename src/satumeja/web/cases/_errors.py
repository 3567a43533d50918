"""What keeps the app from doing what was asked with a file of a case."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from satumeja.errors import SatuMejaError

__all__ = [
    "BusyError",
    "CaseError",
    "ChangedError",
    "GoneError",
    "NameRefusedError",
    "ReadOnlyError",
    "Reason",
]

Reason: TypeAlias = Literal["bad_request", "not_found", "changed", "read_only", "busy"]
"""The name of an error that programs may rely on."""


class CaseError(SatuMejaError):
    """Something was not done with a file of a case; `error` is its name for programs."""

    error: ClassVar[Reason] = "bad_request"


class NameRefusedError(CaseError):
    """A name that no file of a case can have."""


class GoneError(CaseError):
    """There is no such case, file or step, or no longer."""

    error = "not_found"


class ChangedError(CaseError):
    """The file is not what the one who asks has seen; nothing was done."""

    error = "changed"


class ReadOnlyError(CaseError):
    """The case, or this kind of file, is only shown."""

    error = "read_only"


class BusyError(CaseError):
    """Another program of this kind is writing the file, and does not come to an end."""

    error = "busy"
