"""The routes of this room."""

from __future__ import annotations

from satumeja.web.reports._correcting import correct_item, withdraw_correction
from satumeja.web.reports._dossier_routes import DOSSIER_ROUTES
from satumeja.web.reports._dropping import LARGEST, drop
from satumeja.web.reports._reading import choices, report_view
from satumeja.web.routing import Route
from satumeja.web.shapes import Choices, Corrected, CorrectionBody, Dropped, ReportView

__all__ = ["ROUTES"]

ROUTES: tuple[Route, ...] = (
    Route(
        "POST",
        "/c/{case}/reports",
        drop,
        Dropped,
        "Keep a dropped file, and read it into the dossier, or keep nothing of it.",
        takes_bytes=LARGEST,
        writes=True,
    ),
    Route(
        "GET",
        "/c/{case}/reports/{report}",
        report_view,
        ReportView,
        "Show a report: its text, who says what in it, and what was decided on that.",
        refuses=(404,),
    ),
    Route(
        "GET",
        "/c/{case}/choices",
        choices,
        Choices,
        "List what the fields of an item can be set to, and what was used last.",
        refuses=(404,),
    ),
    Route(
        "POST",
        "/c/{case}/corrections",
        correct_item,
        Corrected,
        "Decide on an item of a report, or add one.",
        body=CorrectionBody,
        refuses=(404,),
        writes=True,
    ),
    Route(
        "DELETE",
        "/c/{case}/corrections/{correction}",
        withdraw_correction,
        Corrected,
        "Take a decision back; taking that back does it again.",
        refuses=(404, 409),
        writes=True,
    ),
    *DOSSIER_ROUTES,
)
