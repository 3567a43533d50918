"""The routes of this room."""

from __future__ import annotations

from satumeja.web.reports._dossier_routes import DOSSIER_ROUTES
from satumeja.web.routing import Route

__all__ = ["ROUTES"]

ROUTES: tuple[Route, ...] = DOSSIER_ROUTES
