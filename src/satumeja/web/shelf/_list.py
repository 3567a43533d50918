"""The cases there are."""

from __future__ import annotations

from satumeja.web.routing import Call
from satumeja.web.shapes import CaseLine, CaseList

__all__ = ["case_list"]


def case_list(call: Call) -> CaseList:
    """List the cases of this server."""
    lines = []
    for name in call.cases.names():
        case = call.cases.case(name)
        lines.append(CaseLine(name=name, models=len(case.models())))
    return CaseList(folder="", cases=lines)
