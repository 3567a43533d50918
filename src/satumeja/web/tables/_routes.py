"""The routes of this room."""

from __future__ import annotations

from satumeja.web.routing import Route
from satumeja.web.shapes import (
    Compared,
    PathsQuery,
    PathsShown,
    StartQuery,
    TablesShown,
    ThreatsShown,
)
from satumeja.web.tables._compare import compared
from satumeja.web.tables._paths import paths
from satumeja.web.tables._tables import tables
from satumeja.web.tables._threats import threats

__all__ = ["ROUTES"]

_MODEL = "/c/{case}/models/{file}"

ROUTES: tuple[Route, ...] = (
    Route(
        "GET", f"{_MODEL}/tables", tables, TablesShown,
        "What each table could agree, how firmly it would hold, and what would open more.",
        query=StartQuery,
    ),
    Route(
        "GET", f"{_MODEL}/threats", threats, ThreatsShown,
        "Whether threats and promises would be carried out, and what they do.",
        query=StartQuery,
    ),
    Route(
        "GET", f"{_MODEL}/paths", paths, PathsShown,
        "The shortest ways to a state, or to the nearest that hold.", query=PathsQuery,
    ),
    Route(
        "GET", f"{_MODEL}/compare", compared, Compared,
        "The readings of a conflict side by side, what differs first.",
    ),
)  # fmt: skip
