"""The routes of this room."""

from __future__ import annotations

from satumeja.web.routing import Route
from satumeja.web.shapes import CaseList, CaseOverview
from satumeja.web.shelf._list import case_list
from satumeja.web.shelf._overview import overview

__all__ = ["ROUTES"]

ROUTES: tuple[Route, ...] = (
    Route("GET", "/cases", case_list, CaseList, "List the cases."),
    Route("GET", "/c/{case}", overview, CaseOverview, "Tell what a case holds."),
)
