"""Answers that refuse, and what is told of trouble nobody thought of."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterable

from starlette.responses import Response

from satumeja.errors import Fault
from satumeja.web.routing import RefusedError
from satumeja.web.shapes import FaultShape, Refused

__all__ = ["calm", "json_answer", "refusal", "trouble"]

_CALM = (
    "something went wrong inside the program; nothing that was saved is lost. What it was is "
    "written where the program was started"
)


def json_answer(text: str, status: int = 200) -> Response:
    """Answer with JSON text."""
    return Response(text, status, media_type="application/json")


def refusal(error: RefusedError) -> Response:
    """Answer with why something was not done."""
    shape = Refused(error=error.error, message=error.message, faults=tuple(_shapes(error.faults)))
    return json_answer(shape.model_dump_json(), error.status)


def calm() -> Response:
    """Answer where the program is at fault."""
    return refusal(RefusedError("internal", _CALM))


def trouble(error: BaseException) -> Response:
    """Answer calmly where the program is at fault, and write down where it was.

    Notes
    -----
    Only the kind of the error and the places in the program are written: its message could
    hold a path, or words of a report.
    """
    places = [
        f"{frame.filename.rpartition('satumeja')[2]} line {frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if "satumeja" in frame.filename
    ]
    sys.stderr.write(f"unexpected {type(error).__name__} in {', '.join(places) or 'a library'}\n")
    return calm()


def _shapes(faults: Iterable[Fault]) -> Iterable[FaultShape]:
    for fault in faults:
        yield FaultShape(
            message=fault.message,
            file=fault.file,
            line=fault.line,
            column=fault.column,
            path=fault.path,
        )
