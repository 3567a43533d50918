"""Cases: the folders the app opens."""

from __future__ import annotations

from typing import Literal

from satumeja.web.shapes._shape import Shape

__all__ = [
    "CaseLine",
    "CaseList",
    "CaseOverview",
    "ModelLine",
    "NewCase",
    "ReportLine",
    "Session",
    "SessionCode",
]


class Session(Shape):
    """What a browser gets for the code of the address."""

    token: str
    version: str
    case: str | None = None
    """The case the app was opened with; None where it shows the list."""
    file: str | None = None
    """The file of that case the app was opened with."""
    read_only: bool = False
    language: Literal["en", "id"] | None = None
    """The language the app was opened in; None where it was not said."""


class SessionCode(Shape):
    """The code of the address, which opens once."""

    code: str


class CaseLine(Shape):
    """A case in the list."""

    name: str
    title: str = ""
    reports: int = 0
    models: int = 0
    changed: str | None = None


class CaseList(Shape):
    """The cases there are."""

    folder: str
    cases: list[CaseLine]


class NewCase(Shape):
    """A case to make: blank, or with a conflict of the gallery."""

    name: str
    gallery: str | None = None


class ModelLine(Shape):
    """A model or reading of a case."""

    file: str
    title: str
    reading: str = ""
    editable: bool
    broken: bool = False


class ReportLine(Shape):
    """A report on the shelf."""

    id: str
    name: str
    title: str
    date: str | None
    outlet: str = ""
    language: str | None
    items: int
    to_check: int


class CaseOverview(Shape):
    """All that a case holds, and what to do next."""

    name: str
    folder: str
    read_only: bool
    models: list[ModelLine]
    reports: list[ReportLine]
    briefs: tuple[str, ...] = ()
    next: Literal["drop", "check", "draft", "model", "brief"]
