"""The routes of this room."""

from __future__ import annotations

from satumeja.web.routing import Route
from satumeja.web.shapes import (
    CaseLine,
    CaseList,
    CaseOverview,
    GalleryList,
    Lesson,
    LessonBody,
    NewCase,
    Settings,
)
from satumeja.web.shelf._gallery import gallery_list
from satumeja.web.shelf._lesson import lesson
from satumeja.web.shelf._list import case_list
from satumeja.web.shelf._making import make_case
from satumeja.web.shelf._overview import overview
from satumeja.web.shelf._settings import choose

__all__ = ["ROUTES"]

ROUTES: tuple[Route, ...] = (
    Route("GET", "/cases", case_list, CaseList, "List the cases."),
    Route("POST", "/cases", make_case, CaseLine, "Make a case.", body=NewCase, writes=True),
    Route("GET", "/gallery", gallery_list, GalleryList, "List published conflicts."),
    Route("POST", "/lesson", lesson, Lesson, "Decide a game of two sides.", body=LessonBody),
    Route("POST", "/settings", choose, Settings, "Keep what a person chose.", body=Settings),
    Route("GET", "/c/{case}", overview, CaseOverview, "Tell what a case holds."),
)
