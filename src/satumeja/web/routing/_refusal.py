"""What a handler raises where it does not do what was asked."""

from __future__ import annotations

from collections.abc import Iterable

from satumeja.errors import Fault, SatuMejaError

__all__ = ["STATUSES", "RefusedError"]

STATUSES = {
    "bad_request": 400,
    "no_token": 401,
    "not_from_here": 403,
    "not_found": 404,
    "wrong_method": 405,
    "changed": 409,
    "too_large": 413,
    "wrong_type": 415,
    "invalid": 422,
    "read_only": 423,
    "internal": 500,
    "busy": 503,
}
"""The status of each name of an error."""


class RefusedError(SatuMejaError):
    """Something was not done, and the person is told why.

    Parameters
    ----------
    error : str
        One of `STATUSES`.
    message : str
        Why, in one sentence.
    faults : iterable of Fault
        The places of what is wrong.
    """

    def __init__(self, error: str, message: str, faults: Iterable[Fault] = ()) -> None:
        self.error, self.message, self.faults = error, message, tuple(faults)
        super().__init__(message)

    @property
    def status(self) -> int:
        """The status the answer has."""
        return STATUSES[self.error]
